// A page of the customers with what each owed at a moment: as their accounts say it (account-page), with those of who was
// merged into them. Terms and who is archived are today's.
import { sql, type SQL } from "drizzle-orm";
import { customerList, type CustomerFilter } from "@/domain/customers/customer-list.ts";
import { openCreditsAt, openItemsAt, type Moment } from "../ledger/as-of.ts";
import { seek } from "../lists/list-order.ts";
import type { Books } from "../open.ts";
import { KEYS, OWN_KEYS, listed, namedOn, type CustomerQuery } from "./customer-columns.ts";
import type { Figures } from "./customer-filters.ts";

const BALANCE = sql`coalesce(b.open_items, 0)`;
const CREDIT = sql`coalesce(b.open_credit, 0)`;
const OVERDUE = sql`coalesce(b.overdue, 0)`;
const THEN: Figures = { balance: BALANCE, credit: CREDIT, overdue: OVERDUE };
const FIGURES = sql`${BALANCE} as open_items, ${CREDIT} as open_credit, ${OVERDUE} as overdue`;

/** What is shown by what was owed. */
const BY_FIGURES: ReadonlySet<CustomerFilter> = new Set(["balance", "overdue", "over-limit"]);

export function customersThen(
  books: Books,
  at: Moment,
  { size, ...query }: CustomerQuery & { size: number },
): SQL {
  const { sort, direction } = customerList.orderOf(query);
  const place = { direction, cursor: query.cursor };
  const { show } = query;
  if (sort === "balance" || sort === "overdue" || (show && BY_FIGURES.has(show))) {
    const { columns, after, order } = seek(KEYS[sort], place);
    return sql`
      select shown.*, ${columns} from (
        select ${namedOn(books.today)}, ${FIGURES}
        from books.customers c join books.accounts a on a.customer_id = c.id and a.currency = ${books.currency}
        left join (${ofEverybody(books, at)}) b on b.account_id = a.id
        where ${listed(books, query, THEN)}) shown
      where ${after} order by ${order} limit ${size + 1}`;
  }
  // In the order of an index, and only what the page's rows owed is added up.
  const { columns, after, order } = seek(OWN_KEYS[sort], place);
  return sql`
    select page.*, ${FIGURES} from (
      select ${namedOn(books.today)}, c.merged_into, ${columns}
      from books.customers c join books.accounts a on a.customer_id = c.id and a.currency = ${books.currency}
      where ${listed(books, query)} and ${after} order by ${order} limit ${size + 1}) page
    left join lateral (${summed(books, at, ofOne(books))}) b on true
    order by ${seek(KEYS[sort], place).order}`;
}

/**
 * Of the page's customer: their account, and those of who was merged into them. Who was merged away has nothing of their own:
 * it is in the other's row, as their account's page leads to the other's.
 */
const ofOne = ({ currency }: Books): SQL => sql`
  r.account_id = any (array(
    select f.id from books.accounts f
    where page.merged_into is null and f.customer_id = any (books.merged_family(page.customer_id)) and f.currency = ${currency}))`;

const summed = (books: Books, at: Moment, where: SQL): SQL => sql`
  select sum(owed)::bigint as open_items, sum(overdue)::bigint as overdue, sum(credit)::bigint as open_credit
  from (${openAt(books, at, where)}) s`;

/** By the account under which it is listed today. */
const ofEverybody = (books: Books, at: Moment): SQL => sql`
  select listed_as as account_id, sum(owed)::bigint as open_items, sum(overdue)::bigint as overdue, sum(credit)::bigint as open_credit
  from (
    select s.*, case when m.merged_into is null then x.id else (
      select y.id from books.accounts y where y.customer_id = books.survivor(m.id) and y.currency = x.currency) end as listed_as
    from (
      select account_id, sum(owed) as owed, sum(overdue) as overdue, sum(credit) as credit
      from (${openAt(books, at, sql`r.currency = ${books.currency}`)}) each group by account_id) s
    join books.accounts x on x.id = s.account_id join books.customers m on m.id = x.customer_id) s
  group by listed_as`;

const openAt = (books: Books, at: Moment, where: SQL): SQL => sql`
  select i.account_id, i.open_then as owed, case when i.due_on < ${at.asOf}::date then i.open_then else 0 end as overdue, 0 as credit
  from ${openItemsAt(books, at, where)} i
  union all
  select k.account_id, 0, 0, k.open_then from ${openCreditsAt(books, at, where)} k`;
