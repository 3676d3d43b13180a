// What a statement says above its tables, and how a row of each is worded: shared by the whole of it and by a screen.
import { sql } from "drizzle-orm";
import { printedAddress } from "@/domain/customers/address.ts";
import { eventWords } from "@/domain/language/event-words.ts";
import type { Language } from "@/domain/language/language.ts";
import type { HistoryLine, UnpaidInvoice } from "@/domain/receivables/account-page.ts";
import { Refusal } from "@/domain/refusal.ts";
import type { StatementHead, StatementLine, StatementOpenItem } from "@/domain/statements/statement.ts";
import type { StatementRequest } from "@/domain/statements/statement-input.ts";
import { addDays, monthOf, type Day } from "@/domain/values/day.ts";
import { saidTerms } from "@/domain/values/said-terms.ts";
import { minus } from "@/domain/values/money.ts";
import type { Account } from "../ledger/accounts.ts";
import type { Moment } from "../ledger/as-of.ts";
import { readAccountAging } from "../receivables/aging.ts";
import { readNet } from "../receivables/history.ts";
import type { Books } from "../open.ts";

/** The business as its papers name it; comes from the directory, which the books can't see. */
export type Letterhead = { name: string; slug: string; locale: string; country: string };

/** Left out, or null, `knownAt` means as it is known now. */
export type PreviewRequest = StatementRequest & { knownAt?: Moment["knownAt"] };

export type Drawing = { account: Account; request: StatementRequest } & Pick<Moment, "knownAt">;
type Period = { moment: Moment; fromOn: Day };

/** Refused when its last day is still to come, or comes before its first. */
export function periodOf(books: Books, { request, knownAt }: Omit<Drawing, "account">): Period {
  if (request.asOf > books.today) throw new Refusal("date-in-future");
  const fromOn = request.fromOn ?? monthOf(request.asOf);
  if (fromOn > request.asOf) throw new Refusal("range-backwards");
  return { moment: { asOf: request.asOf, knownAt }, fromOn };
}

export async function readHead(
  books: Books,
  letterhead: Letterhead,
  { account, moment, fromOn }: Pick<Drawing, "account"> & Period,
): Promise<StatementHead> {
  const { accountId } = account;
  const [business, closingCents, openingCents, aging] = await Promise.all([
    readBusiness(books),
    readNet(books, moment, accountId),
    readNet(books, { ...moment, asOf: addDays(fromOn, -1) }, accountId),
    readAccountAging(books, moment, accountId),
  ]);
  const { openInvoices: _count, invoicedCents: _invoiced, ...buckets } = aging;
  return {
    templateVersion: 1,
    business: { ...business, name: letterhead.name, slug: letterhead.slug, locale: letterhead.locale },
    customer: {
      name: account.name,
      number: account.customerNumber,
      addressLines: printedAddress(account.address, letterhead.country),
      email: account.email,
      phone: account.phone,
      terms: saidTerms(account.terms, { language: business.language, locale: letterhead.locale }),
    },
    currency: account.currency,
    number: null,
    fromOn,
    asOf: moment.asOf,
    openingCents,
    closingCents,
    aging: buckets,
  };
}

async function readBusiness({ tx }: Books) {
  const [row] = await tx.execute<{
    address_lines: string[];
    phone: string | null;
    email: string | null;
    paper: "A4" | "LETTER";
    language: Language;
  }>(sql`select address_lines, phone, email, paper, language from books.settings`);
  if (!row) throw new Error("a business has settings");
  const { phone, email, paper, language } = row;
  return { addressLines: row.address_lines, phone, email, paper, language };
}

type Worded = { business: { language: Language } };

export function statementLine(line: HistoryLine, { business }: Worded): StatementLine {
  const type = eventWords(line.type, business.language);
  return {
    onDay: line.effectiveOn,
    eventId: line.eventId,
    description: line.invoiceNumber ? `${type} ${line.invoiceNumber}` : type,
    reference: line.customerNote,
    chargeCents: line.chargeCents,
    creditCents: line.creditCents,
    balanceCents: line.balanceCents,
  };
}

export const statementItem = (item: UnpaidInvoice, { business }: Worded): StatementOpenItem => ({
  number: item.invoiceId === null ? eventWords(item.number, business.language) : item.number,
  issuedOn: item.issuedOn,
  dueOn: item.dueOn,
  daysPastDue: item.daysPastDue,
  amountCents: item.amountCents,
  paidCents: minus(item.amountCents, item.openCents),
  openCents: item.openCents,
});
