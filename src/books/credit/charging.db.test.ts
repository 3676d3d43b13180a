// Who may charge how much is said twice: by one function, which the counter, the page and the payment screen ask, and
// by the guards of the database. Over random accounts, for amounts around what can be charged, the two say the same.
import { sql } from "drizzle-orm";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { closePool } from "@/db/client.ts";
import { CREDIT_STATUSES, canCharge, type CanCharge } from "@/domain/ledger/account.ts";
import { addDays, day } from "@/domain/values/day.ts";
import { postInvoice } from "@/domain/invoices/invoice.ts";
import { ZERO, cents } from "@/domain/values/money.ts";
import { Refusal } from "@/domain/refusal.ts";
import { readAccountPage } from "../receivables/account-page.ts";
import { now } from "../ledger/as-of.ts";
import { freshBusiness, type Account } from "../story/ledger-dsl.ts";
import { newIds } from "../new-ids.ts";
import { readPayingAccount } from "../payments/paying-account.ts";
import { reserveEvent } from "../ledger/event-header.ts";
import { post } from "../ledger/post.ts";
import { reserve } from "../testing/reserving.ts";
import { desk } from "../testing/desk.ts";

const TODAY = day("2026-06-30");
let business: Awaited<ReturnType<typeof freshBusiness>>;
beforeAll(async () => {
  business = await freshBusiness({ today: TODAY });
});
afterAll(closePool);

const often = <T>(usual: T, ...others: T[]) =>
  fc.oneof(
    { weight: 7, arbitrary: fc.constant(usual) },
    { weight: 2, arbitrary: fc.constantFrom(usual, ...others) },
  );
const amount = fc.integer({ min: 0, max: 300_00 });
const someAccount = fc.record({
  status: often(...CREDIT_STATUSES),
  allowed: often(true, false),
  /** What it owes has been due for too long; and whether it is exempt from that. */
  held: often(false, true),
  exempt: often(false, true),
  /** A street, a town alone, or nowhere. */
  address: often({ addressLines: ["1 Elm St"] }, { city: "Barre" }, {}),
  unlimited: often(false, true),
  limit: fc.option(amount, { freq: 8 }),
  temporary: fc.option(fc.record({ limit: amount, days: fc.integer({ min: -1, max: 1 }) }), { freq: 2 }),
  owed: amount,
  paid: fc.integer({ min: 1, max: 200_00 }),
  earmarked: amount,
  reserved: often(0, 10_00),
  /** The business's own setting, turned before each. */
  counting: fc.boolean(),
});
type Some = typeof someAccount extends fc.Arbitrary<infer T> ? T : never;

async function write(some: Some): Promise<Account> {
  const account = await business.customer("Somebody", some.address).write();
  const at = desk(business, account);
  if (some.owed > 0) await at.invoice(some.owed, "2026-05-01");
  await at.pay(some.paid, "2026-06-02");
  if (some.earmarked > 0) await at.earmark(Math.min(some.earmarked, some.paid), "set aside");
  await business.change(({ tx }) =>
    tx.execute(sql`
      update books.settings set count_earmarked = ${some.counting}, hold_after_days = ${some.held ? 1 : null}::int`),
  );
  if (some.reserved > 0 && Object.keys(some.address).length > 0) await promise(account, some.reserved);
  await business.change(({ tx }) =>
    tx.execute(sql`
      update books.accounts set status = ${some.status}, charging_allowed = ${some.allowed}, hold_exempt = ${some.exempt},
        unlimited = ${some.unlimited}, limit_cents = ${some.unlimited ? null : some.limit},
        temporary_limit_cents = ${some.temporary?.limit ?? null},
        temporary_until = ${some.temporary ? addDays(TODAY, some.temporary.days) : null}::date
      where id = ${account.accountId}::uuid`),
  );
  return account;
}

/** Whatever the account's terms are to be, something was reserved before they were so. */
async function promise({ accountId, customerId }: Account, amount: number): Promise<void> {
  await business.change(({ tx }) =>
    tx.execute(sql`
      update books.accounts set charging_allowed = true, unlimited = true, limit_cents = null where id = ${accountId}::uuid`),
  );
  await reserve(business, { customerId }, amount);
}

const OVER = new Error("nothing of it stays");

/** What the database alone says: the event is posted past every verb, and rolled back. */
async function guardLets(account: Account, charge: number): Promise<boolean> {
  const tried = business.change(async (books) => {
    const place = await reserveEvent(books, { accountId: account.accountId, on: TODAY });
    const [invoiceId = ""] = await newIds(books, 1);
    const posting = postInvoice(place, {
      invoiceId,
      dueOn: TODAY,
      subtotalCents: cents(charge),
      taxCents: ZERO,
    });
    await post(books, [posting], { gated: true, overrideId: null });
    throw OVER;
  });
  const error: unknown = await tried.catch((why: unknown) => why);
  if (error === OVER) return true;
  if (error instanceof Refusal && ["over-limit", "charging-refused"].includes(error.code)) return false;
  throw error;
}

const lets = (can: CanCharge, charge: number) =>
  can.kind === "unlimited" || (can.kind === "amount" && charge <= can.amountCents);

test("the guard and the function agree over random accounts, and so do page, payment screen and verb", async () => {
  const met = new Map<string, number>();
  await fc.assert(
    fc.asyncProperty(someAccount, amount, async (some, any) => {
      const account = await write(some);
      const [page, paying] = await business.read(async (books) => [
        await readAccountPage(books, now(books), { customer: account.customerId }),
        await readPayingAccount(books, account.customerId),
      ]);
      const can = page.canCharge;
      expect(canCharge(paying.figures, paying.credit)).toEqual(can);
      const most = can.kind === "amount" ? can.amountCents : any;
      for (const charge of new Set([most, most + 1, any + 1].filter((each) => each > 0)))
        expect([charge, can, await guardLets(account, charge)]).toEqual([charge, can, lets(can, charge)]);
      const verb = await desk(business, account)
        .charge(most + 1, TODAY)
        .then(
          () => null,
          (why: unknown) => why,
        );
      if (can.kind === "unlimited") expect(verb).toBeNull();
      else expect(verb).toMatchObject({ code: can.kind === "amount" ? "over-limit" : "charging-refused" });
      const name = can.kind === "refused" ? can.because : can.kind;
      met.set(name, (met.get(name) ?? 0) + 1);
    }),
    { numRuns: 120, seed: 20_261_125 },
  );
  // Every way to say no and both ways to say yes were among them.
  expect([...met.keys()].sort()).toEqual([
    "amount",
    "charge-off",
    "closed",
    "held-for-age",
    "hold",
    "no-address",
    "no-limit",
    "not-allowed",
    "unlimited",
  ]);
}, 120_000);
