// Online payments, the latest first.
import { sql, type SQL } from "drizzle-orm";
import type { QueryOf } from "@/domain/lists/list-query.ts";
import { onlineList, type ListedOnlinePayment } from "@/domain/payments/online-list.ts";
import { isBackAgain, type OnlineState, type ReturnKind } from "@/domain/payments/online-state.ts";
import type { Day } from "@/domain/values/day.ts";
import { cents } from "@/domain/values/money.ts";
import { readPage, type Page } from "../lists/list-order.ts";
import type { Books } from "../open.ts";

type Row = {
  id: string;
  customer_id: string;
  name: string;
  currency: string;
  state: OnlineState;
  amount: number;
  surcharge: number;
  fee: number | null;
  payout_id: string | null;
  paid_out_on: Day | null;
  payment_id: string | null;
  number: string | null;
  created_at: string;
  intent_id: string | null;
  fault: string | null;
  returns: { kind: ReturnKind; amount: number; event: number | null; fault: string | null }[] | null;
};

const SELECT: SQL = sql`
  o.id, c.id as customer_id, c.name, o.currency, o.state, o.amount, o.surcharge, o.fee, o.payout_id,
  o.paid_out_on, o.payment_id, p.number, o.created_at, o.intent_id, o.fault,
  (select json_agg(json_build_object('kind', r.kind, 'amount', r.amount, 'event', r.event_number, 'fault', r.fault)
    order by r.noted_at) from books.online_returns r where r.online_payment_id = o.id) as returns`;

const FROM: SQL = sql`
  books.online_payments o join books.accounts a on a.id = o.account_id join books.customers c on c.id = a.customer_id
  left join books.payments p on p.id = o.payment_id`;

export function readOnlinePayments(
  books: Books,
  query: QueryOf<typeof onlineList>,
  size?: number,
): Promise<Page<ListedOnlinePayment>> {
  const { state, customerId } = query;
  const where = sql`
    ${state ? sql`o.state = ${state}` : sql`true`}
    and ${customerId ? sql`o.account_id in (select id from books.accounts where customer_id = ${customerId}::uuid)` : sql`true`}`;
  const keys = { begun: { key: sql`o.created_at`, type: "timestamptz" as const, id: sql`o.id` } };
  const selection = { list: onlineList, keys, select: SELECT, from: FROM, where, rowOf: listed };
  return readPage(books, selection, query, size);
}

const listed = (row: Row): ListedOnlinePayment => ({
  onlinePaymentId: row.id,
  customerId: row.customer_id,
  customerName: row.name,
  currency: row.currency,
  state: row.state,
  amountCents: cents(row.amount + row.surcharge),
  surchargeCents: cents(row.surcharge),
  feeCents: row.fee === null ? null : cents(row.fee),
  payoutId: row.payout_id,
  paidOutOn: row.paid_out_on,
  paymentId: row.payment_id,
  paymentNumber: row.number,
  createdAt: row.created_at,
  intentId: row.intent_id,
  fault: row.fault,
  returns: (row.returns ?? []).map((each) => ({
    kind: each.kind,
    amountCents: cents(each.amount),
    netCents: cents(isBackAgain(each.kind) ? -each.amount : each.amount),
    eventId: each.event,
    fault: each.fault,
  })),
});
