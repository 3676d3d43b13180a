// The customers given credit: what each may owe, how much of it is in use and how much is left, by name or by amount,
// and the totals over all of them (product.md A10).
import { sql, type SQL } from "drizzle-orm";
import { z } from "zod";
import {
  canCharge,
  creditTermsOf,
  usedOfLimit,
  type AccountFigures,
  type CanCharge,
  type CreditLimit,
  type CreditStatus,
} from "@/domain/ledger/account.ts";
import { cents, minus, type Cents } from "@/domain/values/money.ts";
import { CREDIT_COLUMNS, USED, keptTermsOf, type CreditRow } from "../ledger/credit-terms.ts";
import type { Books } from "../open.ts";

export const CREDIT_SORTS = ["name", "limit", "used", "left"] as const;
export const CREDIT_SHOWS = ["all", "over", "stopped"] as const;

export type CreditQuery = {
  search?: string | undefined;
  /** "over": more in use than the limit; "stopped": on hold, charged off, closed or not allowed to charge. */
  show: (typeof CREDIT_SHOWS)[number];
  sort: (typeof CREDIT_SORTS)[number];
  direction: "asc" | "desc";
  cursor?: string | undefined;
};

export type CreditCustomer = {
  customerId: string;
  number: string;
  name: string;
  currency: string;
  status: CreditStatus;
  heldForAge: boolean;
  chargingAllowed: boolean;
  limit: CreditLimit;
  balanceCents: Cents;
  usedCents: Cents;
  canCharge: CanCharge;
};

const PAGE = 50;

const NUMBERS: Record<Exclude<CreditQuery["sort"], "name">, SQL> = {
  // What has no upper limit comes before every amount, and what has none after.
  limit: sql`case when unlimited then 9e15::bigint else coalesce(limit_now, -1) end`,
  used: sql`used`,
  left: sql`case when status <> 'good' or held_for_age or not charging_allowed or not has_address then 0
    when unlimited then 9e15::bigint else greatest(coalesce(limit_now, 0) - used, 0) end`,
};
const NAME = sql`lower(name) collate "und-x-icu"`;
const keyOf = (sort: CreditQuery["sort"]): SQL => (sort === "name" ? NAME : NUMBERS[sort]);

type Row = CreditRow & {
  customer_id: string;
  number: string;
  name: string;
  currency: string;
  open_items: number;
  open_credit: number;
  earmarked: number;
  reserved: number;
  retained: number;
  sort_key: string;
};

/** One page in the business's currency. Given credit is who may charge, or has a limit. */
export async function listCreditCustomers(
  books: Books,
  query: CreditQuery,
  size = PAGE,
): Promise<{ rows: CreditCustomer[]; next: string | null }> {
  const down = query.direction === "desc";
  const href = down ? sql`desc` : sql`asc`;
  const key = keyOf(query.sort);
  const rows = await books.tx.execute<Row>(sql`
    select credited.*, (${key})::text as sort_key from (${credited(books, query)}) credited ${after(query, down)}
    order by ${key} ${href}, customer_id ${href} limit ${size + 1}`);
  const page = rows.slice(0, size);
  const last = rows.length > size ? page.at(-1) : undefined;
  return {
    rows: page.map((row) => customerOf(books, row)),
    next: last ? `${last.customer_id}.${Buffer.from(last.sort_key).toString("base64url")}` : null,
  };
}

export type CreditTotals = {
  count: number;
  limitCents: Cents;
  unlimited: number;
  balanceCents: Cents;
  usedCents: Cents;
  availableCents: Cents;
  over: number;
};

/** Over all that match. Who has no upper limit is counted, not added. */
export async function totalCreditCustomers(books: Books, query: CreditQuery): Promise<CreditTotals> {
  const [row] = await books.tx.execute<
    Record<"count" | "unlimited" | "lim" | "balance" | "used" | "rest" | "over", number>
  >(sql`
    select count(*)::int as count, (count(*) filter (where unlimited))::int as unlimited,
      coalesce(sum(limit_now) filter (where not unlimited), 0)::bigint as lim,
      coalesce(sum(open_items), 0)::bigint as balance, coalesce(sum(used), 0)::bigint as used,
      coalesce(sum(${NUMBERS.left}) filter (where not unlimited), 0)::bigint as rest,
      (count(*) filter (where not unlimited and used > limit_now))::int as over
    from (${credited(books, query)}) credited`);
  if (!row) throw new Error("an aggregate has one row");
  return {
    count: row.count,
    unlimited: row.unlimited,
    over: row.over,
    limitCents: cents(row.lim),
    balanceCents: cents(row.balance),
    usedCents: cents(row.used),
    availableCents: cents(row.rest),
  };
}

function credited({ today, currency }: Books, { search, show }: CreditQuery): SQL {
  const words = (search ?? "").trim().split(/\s+/).filter(Boolean).slice(0, 8);
  const found = words.map((word) => {
    const pattern = word.replace(/[\\%_]/g, (sign) => `\\${sign}`);
    return sql`and c.search like '%' || books.search_text(${pattern}) || '%'`;
  });
  const shown = {
    all: sql`true`,
    over: sql`not unlimited and used > limit_now`,
    stopped: sql`status <> 'good' or held_for_age or not charging_allowed`,
  }[show];
  return sql`
    select * from (
      select c.id as customer_id, c.number, c.name, a.currency, ${CREDIT_COLUMNS}, a.open_items, a.open_credit, a.earmarked,
        a.reserved, a.retained, ${USED} as used,
        greatest(a.limit_cents, case when a.temporary_until >= ${today}::date then a.temporary_limit_cents end) as limit_now
      from books.accounts a join books.customers c on c.id = a.customer_id
      where a.currency = ${currency} and c.archived_at is null and c.merged_into is null
        and (a.charging_allowed or a.unlimited or a.limit_cents is not null) ${sql.join(found, sql` `)}) given
    where ${shown}`;
}

function after(query: CreditQuery, down: boolean): SQL {
  const match = /^([0-9a-f-]{36})\.([A-Za-z0-9_-]*)$/.exec(query.cursor ?? "");
  const id = z.uuid().safeParse(match?.[1]);
  const key = Buffer.from(match?.[2] ?? "", "base64url")
    .toString("utf8")
    .replaceAll("\0", "");
  const isName = query.sort === "name";
  if (!id.success || (!isName && !/^-?\d{1,16}$/.test(key))) return sql``;
  const type = isName ? sql`text` : sql`bigint`;
  return sql`where (${keyOf(query.sort)}, customer_id) ${down ? sql`<` : sql`>`} (${key}::${type}, ${id.data}::uuid)`;
}

function customerOf({ today }: Books, row: Row): CreditCustomer {
  const terms = creditTermsOf(keptTermsOf(row), today);
  const [balanceCents, openCreditCents] = [cents(row.open_items), cents(row.open_credit)];
  const figures: AccountFigures = {
    balanceCents,
    openCreditCents,
    earmarkedCents: cents(row.earmarked),
    reservedCents: cents(row.reserved),
    retainedCents: cents(row.retained),
    netCents: minus(balanceCents, openCreditCents),
    countEarmarked: row.count_earmarked,
  };
  return {
    customerId: row.customer_id,
    number: row.number,
    name: row.name,
    currency: row.currency,
    status: terms.status,
    heldForAge: terms.heldForAge,
    chargingAllowed: terms.chargingAllowed,
    limit: terms.limit,
    balanceCents,
    usedCents: usedOfLimit(figures),
    canCharge: canCharge(figures, terms),
  };
}
