// Whether whoever stands there may charge: the account's rule or the job's, their PIN, their own limit, the purchase order. Asked by
// everything that charges, the counter and the credit decision alike: first assertPin, which takes its time, then under the
// account's lock assertMayBuy. What is left of an order is held by the database (functions/order_used.sql).
import { sql } from "drizzle-orm";
import {
  poNumberOf,
  ruleFor,
  whyNotBuy,
  type Buyer,
  type ChargedBy,
  type PurchaseOrder,
  type RuleOf,
} from "@/domain/credit/who-may-charge.ts";
import { Refusal } from "@/domain/refusal.ts";
import type { Day } from "@/domain/values/day.ts";
import type { Cents } from "@/domain/values/money.ts";
import type { Books } from "../open.ts";
import { readBuyers, readOrders, readRules } from "./charging-rules.ts";
import { pinIsRight } from "./buyer-pins.ts";

/** Who is named for a charge, as a counter or a program says it. */
export type Named = { buyerId: string | null; buyerPin: string; poNumber: string; orderId: string | null };

/** Before the account is locked. Refuses with "buyer-pin-wrong"; a buyer who isn't there is assertMayBuy's to refuse. */
export async function assertPin({ tx }: Books, { buyerId, buyerPin }: Named): Promise<void> {
  if (buyerId === null) return;
  const [buyer] = await tx.execute<{ pin_hash: string }>(sql`
    select pin_hash from books.buyers where id = ${buyerId}::uuid and removed_at is null`);
  if (!buyer || buyer.pin_hash === "") return;
  if (!(await pinIsRight(buyer.pin_hash, buyerPin)))
    throw new Refusal("buyer-pin-wrong", { field: "buyerPin" });
}

type Charge = Omit<Named, "buyerPin"> & {
  accountId: string;
  jobId: string | null;
  chargeCents: Cents;
  on: Day;
};

/**
 * What is to be kept of who charges and on what order; null where nothing was named or asked for. Refuses with
 * "buyer-needed", "buyer-not-authorised", "over-buyer-limit", "po-needed", "order-needed", "order-ended" and "over-order".
 * `known`: the account's rules, where they were read under its lock.
 */
export async function assertMayBuy(
  books: Books,
  charge: Charge,
  known?: readonly RuleOf[],
): Promise<ChargedBy | null> {
  const { accountId, jobId, chargeCents, on, buyerId, orderId } = charge;
  const poNumber = charge.poNumber.trim();
  const rule = ruleFor(known ?? (await readRules(books, accountId)), jobId);
  const [buyer, order] = await Promise.all([
    buyerId === null ? null : one(readBuyers(books, accountId), (each: Buyer) => each.buyerId === buyerId),
    orderId === null
      ? null
      : one(readOrders(books, accountId), (each: PurchaseOrder) => each.orderId === orderId),
  ]);
  if (buyerId !== null && buyer === null) throw new Refusal("buyer-not-authorised", { field: "buyerId" });
  if (orderId !== null && order === null) throw new Refusal("order-ended", { field: "orderId" });
  const asked = { rule, buyer, order };
  const said = { chargeCents, jobId, on, poNumber };
  const because = whyNotBuy(asked, said);
  if (because !== null) throw new Refusal(because, { field: FIELDS[because] ?? "buyerId" });
  const by = {
    buyerId: buyer?.buyerId ?? null,
    buyerName: buyer?.name ?? "",
    poNumber: poNumberOf(asked, said),
    orderId: order?.orderId ?? null,
  };
  return by.buyerId === null && by.poNumber === "" ? null : by;
}

const FIELDS: Readonly<Record<string, string>> = {
  "po-needed": "poNumber",
  "order-needed": "orderId",
  "order-ended": "orderId",
  "over-order": "orderId",
};

const one = async <Row>(rows: Promise<Row[]>, is: (row: Row) => boolean): Promise<Row | null> =>
  (await rows).find(is) ?? null;

/** Of a charge that is reversed: what it drew from its order can be drawn again. */
export async function freeOrder({ tx }: Books, eventId: number): Promise<void> {
  await tx.execute(sql`
    update books.purchase_orders p set used = p.used - c.amount
    from books.charged_by c join books.invoices i on i.id = c.invoice_id
    where i.event_number = ${eventId}::bigint and p.id = c.order_id`);
}

type Kept = { invoiceId: string; accountId: string; amountCents: Cents; by: ChargedBy };

/** With the charge's invoice. Refuses with "over-order" what somebody else drew from the order meanwhile. */
export async function keepChargedBy(
  { tx }: Books,
  { invoiceId, accountId, amountCents, by }: Kept,
): Promise<void> {
  await tx.execute(sql`
    insert into books.charged_by (invoice_id, account_id, amount, buyer_id, buyer_name, po_number, order_id)
    values (${invoiceId}::uuid, ${accountId}::uuid, ${amountCents}::bigint, ${by.buyerId}::uuid, ${by.buyerName},
      ${by.poNumber}, ${by.orderId}::uuid)`);
}
