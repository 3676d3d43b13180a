// What statements are drawn up from, read for a hundred accounts as for one: a fixed number of queries, of one snapshot.
import { sql } from "drizzle-orm";
import { present } from "@/domain/assert.ts";
import { printedAddress } from "@/domain/customers/address.ts";
import type { StatementFacts } from "@/domain/statements/build-statement.ts";
import type { StatementKind } from "@/domain/statements/kinds.ts";
import type { Language } from "@/domain/language/language.ts";
import { saidTerms } from "@/domain/values/said-terms.ts";
import type { Day } from "@/domain/values/day.ts";
import { ZERO, cents, type Cents } from "@/domain/values/money.ts";
import { ADDRESS_COLUMNS, addressOfRow, type AddressRow } from "../ledger/address-row.ts";
import { counted, type Moment } from "../ledger/as-of.ts";
import { isOf } from "../ledger/merged-accounts.ts";
import type { Books } from "../open.ts";
import { readPaperSettings } from "../paper-settings.ts";
import { readEarly } from "../receivables/early.ts";
import { readActivities, readNets, readNetsBefore } from "../receivables/history.ts";
import { readUnpaidOf } from "../receivables/unpaid.ts";
import { creditOf, readCovers, readOpenCredits } from "./statement-credit.ts";
import {
  readBusiness,
  statementCredit,
  statementItem,
  statementLine,
  type Letterhead,
} from "./statement-head.ts";

export type FactsRequest = {
  kind: StatementKind;
  moment: Moment;
  fromOn: Day;
  accountIds: readonly string[];
};

/** By account, with the last event that is in it; an account that isn't there isn't in the answer. */
export type FactsOf = Map<string, { facts: StatementFacts; headSeq: number | null }>;

export async function readStatementFacts(
  books: Books,
  letterhead: Letterhead,
  { kind, moment, fromOn, accountIds: ids }: FactsRequest,
): Promise<FactsOf> {
  const [settings, paper, accounts, closing, opening, retained, unpaid, credits, early] = await Promise.all([
    readBusiness(books),
    readPaperSettings(books),
    readAccounts(books, ids),
    readNets(books, moment, ids),
    readNetsBefore(books, { ...moment, asOf: fromOn }, ids),
    readRetained(books, moment, ids),
    readUnpaidOf(books, moment, ids),
    readOpenCredits(books, moment, { accountIds: ids }),
    readEarly(books, moment, ids),
  ]);
  const { name, slug, locale } = letterhead;
  const business = { ...settings, name, slug, locale };
  const activities =
    kind === "open-item" ? NO_ACTIVITY : await readActivities(books, moment, { fromOn, openings: opening });
  const creditIds = [...activities.values()].flat().flatMap((line) => creditOf(line) ?? []);
  const covers = await readCovers(books, moment, { accountIds: ids, creditIds });
  const factsOf = (row: AccountRow): StatementFacts => ({
    business,
    customer: customerOf(row, { ...letterhead, language: settings.language }),
    currency: row.currency,
    paper,
    fromOn,
    asOf: moment.asOf,
    openingCents: present(opening.get(row.id), "an account has a balance"),
    closingCents: present(closing.get(row.id), "an account has a balance"),
    retainedCents: retained.get(row.id) ?? ZERO,
    activity: (activities.get(row.id) ?? []).map((line) =>
      statementLine(line, { business, covers: covers.get(line.eventId) }),
    ),
    openItems: (unpaid.get(row.id) ?? []).map((item) => statementItem(item, { business })),
    early: early.get(row.id),
    openCredits: (credits.get(row.id) ?? []).map((credit) => statementCredit(credit, { business })),
  });
  return new Map(accounts.map((row) => [row.id, { headSeq: row.last_seq, facts: factsOf(row) }]));
}

const NO_ACTIVITY: Awaited<ReturnType<typeof readActivities>> = new Map();

type AccountRow = AddressRow & {
  id: string;
  currency: string;
  last_seq: number | null;
  number: string;
  name: string;
  email: string | null;
  phone: string | null;
  terms: string;
};

function readAccounts({ tx }: Books, ids: readonly string[]): Promise<AccountRow[]> {
  return tx.execute<AccountRow>(sql`
    select a.id, a.currency, a.last_seq, c.number, c.name, c.email, c.phone, c.terms, ${ADDRESS_COLUMNS}
    from books.accounts a join books.customers c on c.id = a.customer_id where ${isOf(sql`a.id`, ids)}`);
}

type Reader = { language: Language; locale: string; country: string };

const customerOf = (row: AccountRow, { language, locale, country }: Reader): StatementFacts["customer"] => ({
  name: row.name,
  number: row.number,
  addressLines: printedAddress(addressOfRow(row), country),
  email: row.email,
  phone: row.phone,
  terms: saidTerms(row.terms, { language, locale }),
});

export async function readRetained(
  { tx }: Books,
  moment: Moment,
  ids: readonly string[],
): Promise<Map<string, Cents>> {
  const rows = await tx.execute<{ id: string; held: number }>(sql`
    select r.account_id as id, sum(r.amount)::bigint as held from books.retainage r
    where ${isOf(sql`r.account_id`, ids)} and ${counted(moment, sql`r.effective_on`, sql`r.recorded_at`)}
    group by r.account_id`);
  return new Map(rows.map(({ id, held }) => [id, cents(held)]));
}
