// A discount for paying early is kept with the payment that settles the invoice, once, and goes when the payment does.
import { sql } from "drizzle-orm";
import { afterAll, afterEach, beforeEach, expect, test } from "vitest";
import { runChecks } from "@/db/checks/checks.ts";
import { closePool } from "@/db/client.ts";
import { inputOf } from "@/domain/input-of.ts";
import { NewPayment } from "@/domain/payments/payment-input.ts";
import { finalDue as dueEarly } from "@/domain/statements/statement.ts";
import { day } from "@/domain/values/day.ts";
import { cents } from "@/domain/values/money.ts";
import { readReversalPreview } from "../corrections/reversal-preview.ts";
import { readInvoice } from "../invoices/invoice-page.ts";
import { readInvoicePaper } from "../invoices/read-invoice-paper.ts";
import { readAccountPage } from "../receivables/account-page.ts";
import { readOffered } from "../receivables/unpaid.ts";
import { previewScreen } from "../statements/statement-screen.ts";
import { previewStatement } from "../statements/statements.ts";
import { freshBusiness, type Account } from "../story/ledger-dsl.ts";
import { desk, figuresOf, journalOf, type Desk } from "../testing/desk.ts";
import { readPayingAccount } from "./paying-account.ts";
import { recordPayment } from "./payments.ts";

let business: Awaited<ReturnType<typeof freshBusiness>>;
let greenleaf: Account;
let at: Desk;
let item: number;

beforeEach(async () => {
  business = await freshBusiness();
  greenleaf = await business.customer("Greenleaf", { terms: "net-30-2-10" }).write();
  at = desk(business, greenleaf);
  item = (await at.invoice(1_000_00, "2026-02-01")).eventId;
});
afterEach(async () => {
  expect((await business.read(({ tx }) => runChecks(tx))).broken).toEqual([]);
});
afterAll(closePool);

const pay = (amount: number, discount: number, on = "2026-02-11") =>
  business.change((books) =>
    recordPayment(
      books,
      inputOf(NewPayment, {
        accountId: greenleaf.accountId,
        amountCents: cents(amount),
        receivedOn: day(on),
        method: "check",
        applied: [{ itemId: item, amountCents: cents(amount) }],
        discounts: [{ itemId: item, amountCents: cents(discount) }],
      }),
    ),
  );
const offer = async () =>
  (await business.read((books) => readPayingAccount(books, greenleaf.customerId))).debts[0]?.offer;
const discounts = () =>
  business.read(({ tx }) =>
    tx.execute<{ number: number; document_id: string }>(
      sql`select number, document_id from books.events where kind = 'discount' order by number`,
    ),
  );
const refused = (code: string) => expect.objectContaining({ code, details: { itemId: item } });

test("it is offered by the invoice's own terms, and settles it with the payment", async () => {
  expect(await offer()).toEqual({ offeredCents: 20_00, untilOn: "2026-02-11" });
  const { paymentId } = await pay(980_00, 20_00);
  expect(await figuresOf(business, greenleaf)).toMatchObject({ items: 0, credit: 0, net: 0 });
  const [kept] = await discounts();
  expect(kept?.document_id).toBe(paymentId);
  expect(await journalOf(business, kept?.number ?? 0)).toEqual({
    "sales-discounts": 20_00,
    receivable: -20_00,
  });
});

test("late it is kept all the same, where whoever takes the payment says so", async () => {
  await pay(980_00, 20_00, "2026-03-20");
  expect(await figuresOf(business, greenleaf)).toMatchObject({ items: 0 });
});

test.each([
  ["more than is offered", 979_99, 20_01, "discount-not-offered"],
  ["with a part of the invoice", 500_00, 20_00, "discount-in-part"],
  ["where something stays owed", 980_00, 19_99, "discount-in-part"],
])("refuses one %s", async (_what, amount, discount, code) => {
  await expect(pay(amount, discount)).rejects.toEqual(refused(code));
  expect(await discounts()).toEqual([]);
});

test.each([
  ["returned by the bank", (eventId: number) => at.bounce(eventId, "2026-03-01")],
  ["reversed", (eventId: number) => at.reverse(eventId, "2026-03-01")],
])(
  "when the payment is %s the discount goes with it, as was told before, and is offered again",
  async (_how, undo) => {
    const { eventId } = await pay(980_00, 20_00);
    const told = await business.read((books) => readReversalPreview(books, eventId));
    expect(told.owedAgain.map((each) => each.amountCents)).toEqual([1_000_00]);
    expect(told.effect).toMatchObject({ netCents: 1_000_00, openItemsCents: 1_000_00 });
    expect(told.returned?.effect.openItemsCents).toBe(1_000_00);
    await undo(eventId);
    expect(await figuresOf(business, greenleaf)).toMatchObject({ items: 1_000_00, credit: 0 });
    expect((await offer())?.offeredCents).toBe(20_00);
  },
);

test("of an invoice that had one it isn't offered again", async () => {
  await at.discount(item, 5_00, "2026-02-05");
  expect(await offer()).toBeNull();
  await expect(pay(975_00, 20_00)).rejects.toEqual(refused("discount-not-offered"));
});

test("two payments at once keep it once", async () => {
  const both = await Promise.allSettled([pay(980_00, 20_00), pay(980_00, 20_00)]);
  expect(both.map((each) => each.status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(await discounts()).toHaveLength(1);
});

/** What is payable of the account, and of its one invoice, on a day. */
const finalDue = (asOf: string) =>
  business.read(async (books) => {
    const moment = { asOf: day(asOf), knownAt: null };
    const { unpaid, unpaidTotals } = await readAccountPage(books, moment, { customer: greenleaf.customerId });
    const bucket = { bucket: "current" as const };
    const asked = { customer: greenleaf.customerId, unpaid: bucket };
    const narrow = (await readAccountPage(books, moment, asked)).unpaidTotals;
    expect(narrow.dueNowCents).toBe(unpaidTotals.dueNowCents);
    expect(await readOffered(books, moment, { accountId: [greenleaf.accountId] })).toBe(
      unpaidTotals.openCents - unpaidTotals.dueNowCents,
    );
    return [unpaid[0]?.dueNowCents, unpaidTotals.dueNowCents];
  });

test("final due is what is left less the discount that stands on that day, also looking back", async () => {
  expect(await finalDue("2026-02-01")).toEqual([980_00, 980_00]);
  expect(await finalDue("2026-02-11")).toEqual([980_00, 980_00]);
  expect(await finalDue("2026-02-12")).toEqual([1_000_00, 1_000_00]);
  const paid = await pay(980_00, 20_00, "2026-02-10");
  expect(await finalDue("2026-02-09")).toEqual([980_00, 980_00]);
  expect(await finalDue("2026-02-10")).toEqual([undefined, 0]);
  await at.bounce(paid.eventId, "2026-02-11");
  expect(await finalDue("2026-02-11")).toEqual([980_00, 980_00]);
  const [invoice] = await business.read(({ tx }) =>
    tx.execute<{ id: string }>(sql`select id from books.invoices`),
  );
  const id = invoice?.id ?? "";
  expect(await business.read((books) => readInvoice(books, id))).toMatchObject({
    offer: { offeredCents: 20_00, untilOn: "2026-02-11" },
  });
  const onPaper = (today: string) =>
    business.read((books) =>
      readInvoicePaper({ ...books, today: day(today) }, id, { name: "G", locale: "en-US", country: "US" }),
    );
  expect((await onPaper("2026-02-11")).early).toEqual({ payableCents: 980_00, untilOn: "2026-02-11" });
  expect((await onPaper("2026-02-12")).early).toBeNull();
});

test("a statement says what is final due, by the same day on paper, screen and in a family's", async () => {
  await at.invoice(500_00, "2026-02-03");
  const letterhead = { name: "G", slug: "g", locale: "en-US", country: "US" };
  const on = async (asOf: string) => {
    const asked = { customer: greenleaf.customerId, asOf: day(asOf) };
    const pages = { items: 1, lines: 1 };
    return business.read(async (books) => {
      const whole = await previewStatement(books, letterhead, asked);
      expect((await previewScreen(books, letterhead, { ...asked, pages })).early).toEqual(whole.early);
      return dueEarly(whole);
    });
  };
  expect(await on("2026-02-11")).toEqual({ amountCents: 1_470_00, untilOn: "2026-02-11" });
  expect(await on("2026-02-13")).toEqual({ amountCents: 1_490_00, untilOn: "2026-02-13" });
  expect(await on("2026-02-14")).toBeNull();
  await pay(980_00, 20_00, "2026-02-11");
  expect(await on("2026-02-11")).toEqual({ amountCents: 490_00, untilOn: "2026-02-13" });
});
