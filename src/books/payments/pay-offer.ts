// What there is to pay online from behind a link: of an account, or of one invoice. What may be kept for paying early is kept.
import { sql } from "drizzle-orm";
import { present } from "@/domain/assert.ts";
import { freeCreditOf } from "@/domain/ledger/earmark.ts";
import {
  planAll,
  planOnlinePayment,
  type PayableItem,
  type PayChoice,
  type PayPlan,
} from "@/domain/payments/online.ts";
import { keptEarly, type PayOffer } from "@/domain/payments/pay-offer.ts";
import { Refusal } from "@/domain/refusal.ts";
import { addDays, type Day } from "@/domain/values/day.ts";
import { ZERO, cents, larger, minus, type Cents } from "@/domain/values/money.ts";
import { offerOn, offerUnder } from "@/domain/values/terms.ts";
import { HAS_DISCOUNT, KEPT_BEFORE } from "../ledger/discounts.ts";
import type { Books } from "../open.ts";
import { LONGEST_OFFER } from "../receivables/unpaid.ts";
import { readOnlineSettings } from "./online-settings.ts";

/** So many can be chosen one by one, what was due first; the others are paid with "all". */
const CHOOSABLE = 50;

type OfferRow = {
  id: number;
  name: string;
  due_on: Day;
  open: number;
  payable: number;
  past_due: number;
  disputed: number;
  is_disputed: boolean;
  /** Of any of them, disputed or not. */
  has_terms: boolean;
};

/** null where nothing can be paid online: it is off, or nothing is left to pay and nothing is under way. */
export async function readPayOffer(books: Books, accountId: string): Promise<PayOffer | null> {
  const settings = await readOnlineSettings(books);
  if (!settings.inUse) return null;
  const [rows, credit, underWayCents] = await Promise.all([
    readOffered(books, accountId),
    readCredit(books, accountId),
    readUnderWay(books, accountId),
  ]);
  const first = rows[0] ?? { payable: 0, past_due: 0, disputed: 0, has_terms: false };
  const early = first.has_terms ? await readEarly(books, accountId, credit.freeCents) : null;
  const left = (open: number) => larger(ZERO, minus(cents(open), credit.freeCents));
  const payableCents = early?.all.payCents ?? left(first.payable);
  const isPayable = payableCents >= settings.smallestCents;
  if (!isPayable && underWayCents === ZERO) return null;
  return {
    allCents: isPayable ? payableCents : ZERO,
    underWayCents,
    pastDueCents: early?.pastDue.payCents ?? left(first.past_due),
    creditCents: early?.all.creditCents ?? minus(cents(first.payable), payableCents),
    kept: early && isPayable ? keptEarly(early.all, early.items) : null,
    setAsideCents: credit.earmarkedCents,
    disputedCents: cents(first.disputed),
    surcharge: settings.surcharge,
    smallestCents: settings.smallestCents,
    items: rows.flatMap((row) =>
      row.is_disputed
        ? []
        : [
            {
              itemId: row.id,
              name: row.name,
              dueOn: row.due_on,
              openCents: cents(row.open),
              offer: offerOn(
                early?.items.find(({ itemId }) => itemId === row.id)?.offer ?? null,
                books.today,
              ),
            },
          ],
    ),
  };
}

/** Where some of it is on terms with a discount, what there is to pay is planned in full. */
async function readEarly(books: Books, accountId: string, creditCents: Cents) {
  const { today } = books;
  const items = (await readPayable(books, accountId)).filter(
    ({ isDisputed, issuedOn }) => !isDisputed && issuedOn <= today,
  );
  const given = { creditCents, today };
  const pastDue = planAll(
    items.filter(({ dueOn }) => dueOn < today),
    given,
  );
  return { items, all: planAll(items, given), pastDue };
}

/** What of an invoice's item is on its way. */
const NOTHING_UNDER_WAY = { pay_cents: 0 };

/**
 * Of an invoice, wherever its debt is now. null where nothing of it can be paid online: it is off, nothing is left to pay, or it is
 * disputed, and nothing is under way.
 */
export async function readInvoiceOffer(books: Books, invoiceId: string): Promise<PayOffer | null> {
  const settings = await readOnlineSettings(books);
  const debt = settings.inUse ? await findDebt(books, invoiceId) : null;
  if (debt === null) return null;
  const { accountId, itemId } = debt;
  const [items, credit, [underWay = NOTHING_UNDER_WAY]] = await Promise.all([
    readPayable(books, accountId, itemId),
    readCredit(books, accountId),
    books.tx.execute<typeof NOTHING_UNDER_WAY>(
      sql`select pay_cents from (${UNDER_WAY(accountId)}) u where item_id = ${itemId}`,
    ),
  ]);
  const plan = planAll(
    items.filter(({ isDisputed }) => !isDisputed),
    { creditCents: credit.freeCents, today: books.today },
  );
  const isPayable = plan.payCents >= settings.smallestCents;
  if (!isPayable && underWay.pay_cents === 0) return null;
  return {
    allCents: isPayable ? plan.payCents : ZERO,
    underWayCents: cents(underWay.pay_cents),
    pastDueCents: ZERO,
    creditCents: isPayable ? plan.creditCents : ZERO,
    kept: isPayable ? keptEarly(plan, items) : null,
    // Of the whole account: whoever has one invoice's link isn't told of it.
    setAsideCents: ZERO,
    disputedCents: ZERO,
    surcharge: settings.surcharge,
    smallestCents: settings.smallestCents,
    items: [],
  };
}

type Debt = { accountId: string; currency: string; itemId: number };

/** The one open item of an invoice; null where nothing of it is open. A merge moved it to the account that stays. */
async function findDebt({ tx, today }: Books, invoiceId: string): Promise<Debt | null> {
  const [row] = await tx.execute<{ account_id: string; currency: string; id: number }>(sql`
    select i.account_id, a.currency, i.id from books.items i join books.accounts a on a.id = i.account_id
    where i.id = any (array(select event_number from books.invoices where id = ${invoiceId}::uuid
        union all select id from books.items where kind = 'transfer-in' and document_id = ${invoiceId}::uuid))
      and i.amount - i.applied - i.reversed > 0 and i.effective_on <= ${today}::date
    order by i.id desc limit 1`);
  return row ? { accountId: row.account_id, currency: row.currency, itemId: row.id } : null;
}

/** Refuses with "nothing-owed" where nothing of it is open. */
export async function payableDebt(books: Books, invoiceId: string): Promise<Debt> {
  const debt = await findDebt(books, invoiceId);
  if (debt === null) throw new Refusal("nothing-owed");
  return debt;
}

/** By an item: what of it a payment is meant for that the payer is done with and whose money isn't there yet. */
const UNDER_WAY = (accountId: string) => sql`
  select (p ->> 'itemId')::bigint as item_id,
    sum((p ->> 'payCents')::bigint + (p ->> 'creditCents')::bigint + coalesce((p ->> 'discountCents')::bigint, 0))::bigint as cents,
    sum((p ->> 'payCents')::bigint)::bigint as pay_cents, sum((p ->> 'creditCents')::bigint)::bigint as credit_cents
  from books.online_payments o cross join lateral json_array_elements(o.planned::json) p
  where o.account_id = ${accountId}::uuid and o.state = 'started' and o.intent_id is not null group by 1`;

const OPEN = sql`greatest(i.amount - i.applied - i.reversed - coalesce(u.cents, 0), 0)`;

async function readUnderWay({ tx }: Books, accountId: string): Promise<Cents> {
  const [row] = await tx.execute<{ cents: number }>(sql`
    select coalesce(sum(amount), 0)::bigint as cents from books.online_payments
    where account_id = ${accountId}::uuid and state = 'started' and intent_id is not null`);
  return cents(row?.cents ?? 0);
}

async function readOffered({ tx, today }: Books, accountId: string): Promise<OfferRow[]> {
  return tx.execute<OfferRow>(sql`
    select o.*, coalesce(sum(open) filter (where not is_disputed) over (), 0)::bigint as payable,
      coalesce(sum(open) filter (where not is_disputed and due_on < ${today}::date) over (), 0)::bigint as past_due,
      coalesce(sum(open) filter (where is_disputed) over (), 0)::bigint as disputed,
      bool_or(by_terms) over () as has_terms
    from (
      select i.id, coalesce(v.number, e.label) as name, i.due_on, ${OPEN} as open,
        coalesce(v.disputed, false) as is_disputed, coalesce(${HAS_DISCOUNT} and i.issued_on > ${addDays(today, -LONGEST_OFFER)}::date, false) as by_terms
      from books.items i join books.events e on e.number = i.id left join books.invoices v on v.id = i.document_id
        left join (${UNDER_WAY(accountId)}) u on u.item_id = i.id
      where i.account_id = ${accountId}::uuid and ${OPEN} > 0 and i.effective_on <= ${today}::date) o
    order by is_disputed, due_on, name collate books.natural, id limit ${CHOOSABLE}`);
}

async function readCredit({ tx }: Books, accountId: string) {
  const [row] = await tx.execute<{ open_credit: number; earmarked: number; used: number }>(sql`
    select open_credit, earmarked,
      (select coalesce(sum(u.credit_cents), 0) from (${UNDER_WAY(accountId)}) u)::bigint as used
    from books.accounts where id = ${accountId}::uuid`);
  const { open_credit: open, earmarked, used } = present(row, "the account is there");
  const free = freeCreditOf({ openCreditCents: cents(open), earmarkedCents: cents(earmarked) });
  return { freeCents: larger(ZERO, minus(free, cents(used))), earmarkedCents: cents(earmarked) };
}

/** What can be used of it: the rest is set aside. */
export const readFreeCredit = async (books: Books, accountId: string): Promise<Cents> =>
  (await readCredit(books, accountId)).freeCents;

/** All that is open of an account, or that one item. */
export async function readPayable(
  { tx }: Books,
  accountId: string,
  itemId: number | null = null,
): Promise<PayableItem[]> {
  const rows = await tx.execute<{
    id: number;
    number: string;
    effective_on: Day;
    issued_on: Day;
    due_on: Day;
    open: number;
    is_disputed: boolean;
    terms: string;
    subtotal: number;
  }>(sql`
    select i.id, coalesce(v.number, '') as number, i.effective_on, i.issued_on, i.due_on, ${OPEN} as open,
      coalesce(v.disputed, false) as is_disputed, coalesce(v.subtotal, 0) as subtotal,
      case when ${HAS_DISCOUNT} and not ${KEPT_BEFORE} then v.terms else '' end as terms
    from books.items i left join books.invoices v on v.id = i.document_id
      left join (${UNDER_WAY(accountId)}) u on u.item_id = i.id
    where i.account_id = ${accountId}::uuid and ${OPEN} > 0
      and (${itemId}::bigint is null or i.id = ${itemId}::bigint)`);
  return rows.map((row) => ({
    itemId: row.id,
    number: row.number,
    issuedOn: row.effective_on,
    dueOn: row.due_on,
    openCents: cents(row.open),
    isDisputed: row.is_disputed,
    offer: offerUnder(row.terms, {
      issuedOn: row.issued_on,
      subtotalCents: cents(row.subtotal),
      openCents: cents(row.open),
    }),
  }));
}

/** What a choice comes to as things stand now. Refuses as `planOnlinePayment` does. */
export async function planNow(books: Books, accountId: string, choice: PayChoice): Promise<PayPlan> {
  const [items, creditCents] = await Promise.all([
    readPayable(books, accountId),
    readFreeCredit(books, accountId),
  ]);
  return planOnlinePayment(choice, { items, creditCents, today: books.today });
}
