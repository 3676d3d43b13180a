// The counter's part of the scene in which guards are tried: a sale that charges and pays on account, one to somebody who
// walked in, a charge that was reversed, a return to the account, one paid out in part, and a file on each thing.
import { sql } from "drizzle-orm";
import { attachFile } from "../business/attachments.ts";
import type { Account, Ledger } from "../story/ledger-dsl.ts";
import { counter, line, paidBy } from "./counter.ts";
import { desk } from "./desk.ts";
import { discountScene } from "./guard-discounts.ts";
import { taxScene } from "./guard-taxes.ts";

const ON = { on: "2026-05-10" };

export async function receiptScene(business: Ledger, account: Account) {
  const till = counter(business, account);
  await till.taxed("10");
  const tenders = [paidBy("house-charge", 33_00), paidBy("check", 5_00, "7")];
  const sale = await till.sell([line("Mulch", "3", "10")], tenders, { ...ON, onAccount: 5_00 });
  const walkin = await till.walkIn([line("Rake", "1", "10")], [paidBy("check", 11_00)], ON);
  const later = { on: "2026-05-11" };
  const back = await till.bringBack(sale.receiptId, [[1, "1"]], { toAccount: 11_00, ...later });
  const cash = await till.sell([line("Spade", "1", "10")], [paidBy("cash", 11_00)], ON);
  const mixed = await till.bringBack(cash.receiptId, [[1, "1"]], { toAccount: 5_00, money: 6_00, ...later });
  const voided = await till.sell([line("Hose", "1", "10")], [paidBy("house-charge", 11_00)], ON);
  await desk(business, account).reverse(voided.houseCharge?.eventId ?? 0, later.on);
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
  await taxScene(business, account);
  await discountScene(business, account);
  await business.change(({ tx }) => tx.execute(sql`update books.tax_rates set is_default = false`));
  return {
    shopper: account.accountId,
    sale: sale.receiptId,
    walkin: walkin.receiptId,
    voided: voided.receiptId,
    charge: sale.houseCharge?.eventId ?? 0,
    brought: back.creditMemo?.eventId ?? 0,
    paidout: mixed.creditMemo?.eventId ?? 0,
  };
}
