// Who may charge to an account, as its office says: the rule, people, and blanket purchase orders.
import { sql } from "drizzle-orm";
import type { Buyer, PoRule, PurchaseOrder, RuleOf } from "@/domain/credit/who-may-charge.ts";
import type { NewBuyer, NewOrder, RuleChange } from "@/domain/credit/who-may-charge-input.ts";
import { Refusal } from "@/domain/refusal.ts";
import type { Day } from "@/domain/values/day.ts";
import { cents } from "@/domain/values/money.ts";
import { lockActiveAccount } from "../ledger/locked-account.ts";
import { lockJobOf } from "../ledger/locked-job.ts";
import type { Books } from "../open.ts";
import { hashPin } from "./buyer-pins.ts";

/** More of each than an account has. */
const SHOWN = 500;

export type Charging = { rules: RuleOf[]; buyers: Buyer[]; orders: PurchaseOrder[] };
export type ChargingPage = Charging & { jobs: { jobId: string; name: string }[] };

/** With the jobs that a rule or a person can be of. Refuses an account that isn't there with "not-found". */
export async function readChargingPage(books: Books, accountId: string): Promise<ChargingPage> {
  const [account] = await books.tx.execute<{ customer_id: string; currency: string }>(sql`
    select customer_id, currency from books.accounts where id = ${accountId}::uuid`);
  if (!account) throw new Refusal("not-found");
  const [charging, jobs] = await Promise.all([
    readCharging(books, accountId),
    books.tx.execute<{ id: string; name: string }>(sql`
      select id, number || ' ' || name as name from books.jobs
      where customer_id = any (books.merged_family(${account.customer_id}::uuid)) and currency = ${account.currency}
        and status <> 'closed' and archived_at is null
      order by number collate books.natural, id limit ${SHOWN}`),
  ]);
  return { ...charging, jobs: jobs.map(({ id: jobId, name }) => ({ jobId, name })) };
}

export async function readCharging(books: Books, accountId: string): Promise<Charging> {
  const [rules, buyers, orders] = await Promise.all([
    readRules(books, accountId),
    readBuyers(books, accountId),
    readOrders(books, accountId),
  ]);
  return { rules, buyers, orders };
}

/** The account's own first. */
export async function readRules({ tx }: Books, accountId: string): Promise<RuleOf[]> {
  const rows = await tx.execute<{
    job_id: string | null;
    buyers_only: boolean;
    po_rule: PoRule;
    preset_po: string;
  }>(sql`
    select job_id, buyers_only, po_rule, preset_po from books.charging_rules where account_id = ${accountId}::uuid
    order by job_id nulls first limit ${SHOWN}`);
  return rows.map((row) => ({
    jobId: row.job_id,
    buyersOnly: row.buyers_only,
    poRule: row.po_rule,
    presetPo: row.preset_po,
  }));
}

/** Those that weren't removed, by name. */
export async function readBuyers({ tx }: Books, accountId: string): Promise<Buyer[]> {
  const rows = await tx.execute<{
    id: string;
    name: string;
    job_id: string | null;
    has_pin: boolean;
    photo_id: string | null;
    limit_cents: number | null;
    until: Day | null;
  }>(sql`
    select b.id, b.name, b.job_id, b.pin_hash <> '' as has_pin, p.id as photo_id, b.limit_cents, b.until
    from books.buyers b left join books.attachments p on p.buyer_id = b.id and p.removed_at is null
    where b.account_id = ${accountId}::uuid and b.removed_at is null order by b.name collate books.natural, b.id limit ${SHOWN}`);
  return rows.map((row) => ({
    buyerId: row.id,
    name: row.name,
    jobId: row.job_id,
    hasPin: row.has_pin,
    photoId: row.photo_id,
    limitCents: row.limit_cents === null ? null : cents(row.limit_cents),
    until: row.until,
  }));
}

/** What tills were promised on an order `p`, and is neither charged nor expired. */
const RESERVED_ON_ORDER = sql`
  select coalesce(sum(r.amount), 0) from books.reservations r join books.credit_decisions d on d.id = r.id
  where r.account_id = p.account_id and r.ended_at is null and r.expires_at > statement_timestamp()
    and d.charged_by::jsonb ->> 'orderId' = p.id::text`;

/** Those that weren't closed, by number; what is reserved on one is in use of it. */
export async function readOrders({ tx }: Books, accountId: string): Promise<PurchaseOrder[]> {
  const rows = await tx.execute<{
    id: string;
    number: string;
    amount: number;
    used: number;
    until: Day | null;
  }>(sql`
    select id, number, amount, (used + (${RESERVED_ON_ORDER}))::bigint as used, until from books.purchase_orders p
    where account_id = ${accountId}::uuid and closed_at is null order by number collate books.natural, id limit ${SHOWN}`);
  return rows.map((row) => ({
    orderId: row.id,
    number: row.number,
    amountCents: cents(row.amount),
    usedCents: cents(row.used),
    until: row.until,
  }));
}

/** Of the account, or of one job of its customer's. Counts from the next charge on. */
export async function setRule(books: Books, rule: RuleChange): Promise<{ accountId: string }> {
  const { accountId, jobId, buyersOnly, poRule, presetPo } = rule;
  await lockPlace(books, { accountId, jobId });
  await books.tx.execute(sql`
    insert into books.charging_rules (account_id, job_id, buyers_only, po_rule, preset_po, changed_by)
    values (${accountId}::uuid, ${jobId}::uuid, ${buyersOnly}, ${poRule}, ${poRule === "preset" ? presetPo : ""},
      ${books.userName})
    on conflict (org_id, account_id, job_id) do update set buyers_only = excluded.buyers_only,
      po_rule = excluded.po_rule, preset_po = excluded.preset_po, changed_by = excluded.changed_by,
      changed_at = clock_timestamp()`);
  return { accountId };
}

export async function addBuyer(books: Books, buyer: NewBuyer): Promise<{ buyerId: string }> {
  const { accountId, jobId, name, pin, mostCents, until } = buyer;
  const pinHash = pin === null ? "" : await hashPin(pin);
  await lockPlace(books, { accountId, jobId });
  const [made] = await books.tx.execute<{ id: string }>(sql`
    insert into books.buyers (account_id, job_id, name, pin_hash, limit_cents, until, added_by)
    values (${accountId}::uuid, ${jobId}::uuid, ${name}, ${pinHash}, ${mostCents}::bigint, ${until}::date,
      ${books.userName}) returning id`);
  if (!made) throw new Error("an insert returns its row");
  return { buyerId: made.id };
}

/** What they charged keeps their name; their picture goes with them. Refuses with "not-found". */
export async function removeBuyer(books: Books, buyerId: string): Promise<{ buyerId: string }> {
  const [removed] = await books.tx.execute(sql`
    update books.buyers set removed_at = clock_timestamp(), removed_by = ${books.userName}
    where id = ${buyerId}::uuid and removed_at is null returning 1`);
  if (!removed) throw new Refusal("not-found");
  await books.tx.execute(sql`
    update books.attachments set removed_by = ${books.userName}, removed_at = clock_timestamp()
    where buyer_id = ${buyerId}::uuid and removed_at is null`);
  return { buyerId };
}

/** Refuses a number that is open already with "number-taken". */
export async function addOrder(books: Books, order: NewOrder): Promise<{ orderId: string }> {
  const { accountId, number, amountCents, until } = order;
  await lockPlace(books, { accountId, jobId: null });
  const [made] = await books.tx.execute<{ id: string }>(sql`
    insert into books.purchase_orders (account_id, number, amount, until, added_by)
    values (${accountId}::uuid, ${number}, ${amountCents}::bigint, ${until}::date, ${books.userName}) returning id`);
  if (!made) throw new Error("an insert returns its row");
  return { orderId: made.id };
}

/** Nothing more is charged on it. Refuses with "not-found". */
export async function closeOrder(books: Books, orderId: string): Promise<{ orderId: string }> {
  const [closed] = await books.tx.execute(sql`
    update books.purchase_orders set closed_at = clock_timestamp(), closed_by = ${books.userName}
    where id = ${orderId}::uuid and closed_at is null returning 1`);
  if (!closed) throw new Refusal("not-found");
  return { orderId };
}

async function lockPlace(books: Books, { accountId, jobId }: { accountId: string; jobId: string | null }) {
  await lockActiveAccount(books, accountId);
  if (jobId !== null) await lockJobOf(books, { jobId, accountId });
}

/** Whether any of these accounts has a rule, a buyer or an open order: a merge would leave them behind. */
export async function saysWhoMayCharge({ tx }: Books, accounts: readonly { id: string }[]): Promise<boolean> {
  const ids = sql`any (${sql.param(accounts.map(({ id }) => id))}::uuid[])`;
  const [said] = await tx.execute<{ said: boolean }>(sql`
    select exists (select from books.charging_rules where account_id = ${ids} and (buyers_only or po_rule <> 'none'))
      or exists (select from books.buyers where account_id = ${ids} and removed_at is null)
      or exists (select from books.purchase_orders where account_id = ${ids} and closed_at is null) as said`);
  return said?.said ?? false;
}
