// The counter's part of the scene in which guards are tried: a sale that charges and pays on account, one to somebody who
// walked in, a return, and a file on each thing that can have one.
import { sql } from "drizzle-orm";
import { attachFile } from "../attachments.ts";
import type { Account, Ledger } from "../ledger-dsl.ts";
import { counter, line, paidBy } from "./counter.ts";

const ON = { on: "2026-05-10" };

export async function receiptScene(business: Ledger, account: Account) {
  const till = counter(business, account);
  await till.taxed("10");
  const tenders = [paidBy("house-charge", 33_00), paidBy("check", 5_00, "7")];
  const sale = await till.sell([line("Mulch", "3", "10")], tenders, { ...ON, onAccount: 5_00 });
  const walkin = await till.walkIn([line("Rake", "1", "10")], [paidBy("check", 11_00)], ON);
  await till.bringBack(sale.receiptId, [[1, "1"]], { toAccount: 11_00, on: "2026-05-11" });
  const content = new TextEncoder().encode("%PDF-1.7");
  const [payment] = sale.payments;
  const things = [
    { kind: "customer", id: account.customerId },
    { kind: "receipt", id: sale.receiptId },
    { kind: "invoice", id: sale.houseCharge?.invoiceId ?? "" },
    { kind: "payment", id: payment?.paymentId ?? "" },
  ] as const;
  for (const thing of things)
    await business.change((books) => attachFile(books, { ...thing, name: "signed.pdf", content }));
  await business.change(({ tx }) => tx.execute(sql`update books.settings set tax_rate = null`));
  return { sale: sale.receiptId, walkin: walkin.receiptId };
}
