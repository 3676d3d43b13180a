// A house charge at the counter, from the click to the answer, as the server sees it: the procedure with its door, its
// command, its lock, its events and its papers. Beside it the same with a payment on account, and the floor.
import type { z } from "zod";
import { randomUUID } from "node:crypto";
import { pool } from "@/db/client.ts";
import { inputOf } from "@/domain/input-of.ts";
import { NewInvoice } from "@/domain/invoices/invoice-input.ts";
import { present } from "@/domain/assert.ts";
import { cents } from "@/domain/values/money.ts";
import type { NewReceipt } from "@/domain/receipts/receipt.ts";
import { memberActor } from "@/server/actor.ts";
import { appRouter } from "@/server/routers/index.ts";
import { callerFactory } from "@/server/trpc.ts";
import { recordHouseCharge } from "@/books/invoices/invoices.ts";
import { freshBusiness } from "@/books/story/ledger-dsl.ts";
import { addAccounts, asOwner, PAID } from "./stock.ts";
import { percentile, round, timed, type Part } from "./table.ts";

const RUNS = 400;
const WARM = 50;
const ACCOUNTS = 50;

export async function benchHouseCharge(): Promise<Part> {
  const ledger = await freshBusiness();
  const accounts = await addAccounts(ledger, ACCOUNTS);
  const user = { userId: ledger.ownerId, name: "Olive Owner", email: "olive@people.example" };
  const from = { requestId: "bench", ip: "127.0.0.1", userAgent: null, browser: null };
  // Everything that a request asks for, each time anew: who is a member of what, too.
  const record = async (receipt: Omit<z.input<typeof NewReceipt>, "accountId" | "issuedOn">, at: number) => {
    const member = await memberActor(user, ledger.slug, "bench");
    const caller = callerFactory(appRouter)({ user, member, from });
    const accountId = present(accounts[at % ACCOUNTS], "an account");
    return caller.receipts.record({ commandKey: randomUUID(), accountId, issuedOn: PAID, ...receipt });
  };
  let at = 0;
  const charge = await timed(RUNS, WARM, () => record(CHARGE, at++));
  await asOwner(
    (owner) => owner`analyze books.events, books.items, books.credits, books.accounts, books.receipts`,
  );
  const both = await timed(RUNS, WARM, () => record(WITH_PAYMENT, at++));
  const accountId = present(accounts[0], "an account");
  const bare = await timed(RUNS, WARM, () =>
    ledger.change((books) =>
      recordHouseCharge(books, inputOf(NewInvoice, { accountId, issuedOn: PAID, lines: ONE_LINE })),
    ),
  );
  const floor = await timed(RUNS, WARM, () => pool().query("select 1"));
  const row = (what: string, sorted: readonly number[]) => ({
    what,
    "p50 ms": round(percentile(sorted, 0.5)),
    "p95 ms": round(percentile(sorted, 0.95)),
    "p99 ms": round(percentile(sorted, 0.99)),
  });
  return {
    name: "house-charge",
    says: "a receipt of five lines charged to an account, through the procedure, one at a time; p95 at most 60 ms",
    rows: [
      row("house charge", charge),
      row("… beside a payment on account", both),
      row("an invoice of one line, the verb alone", bare),
      row("select 1", floor),
    ],
  };
}

const lines = Array.from({ length: 5 }, (_, n) => ({
  productId: null,
  description: `Mulch, by the bag, kind ${n + 1}`,
  quantity: "2.5",
  unitPrice: "4.40",
  taxable: true,
}));
const ONE_LINE = [{ description: "Mulch, by the bag", totalCents: cents(55_00) }];
const charged = { tender: "house-charge", amountCents: cents(55_00) } as const;
const CHARGE = { lines, tenders: [charged] };
const WITH_PAYMENT = {
  lines,
  onAccountCents: cents(20_00),
  tenders: [charged, { tender: "check", reference: "4471", amountCents: cents(20_00) } as const],
};
