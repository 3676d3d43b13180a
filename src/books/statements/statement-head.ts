// What a statement says above its tables, and how a row of each is worded: shared by the whole of it and by a screen.
import { sql } from "drizzle-orm";
import { printedAddress } from "@/domain/customers/address.ts";
import { eventWords } from "@/domain/language/event-words.ts";
import type { Language } from "@/domain/language/language.ts";
import { documentWords } from "@/domain/language/document-words.ts";
import type { UnpaidInvoice } from "@/domain/receivables/account-page.ts";
import { Refusal } from "@/domain/refusal.ts";
import { setForPaper, type StatementCredit } from "@/domain/statements/build-statement.ts";
import type { StatementHead, StatementLine, StatementOpenItem } from "@/domain/statements/statement.ts";
import type { StatementKind } from "@/domain/statements/kinds.ts";
import type { StatementRequest } from "@/domain/statements/statement-input.ts";
import { monthOf, type Day } from "@/domain/values/day.ts";
import { saidTerms } from "@/domain/values/said-terms.ts";
import { ZERO, minus } from "@/domain/values/money.ts";
import type { Account } from "../ledger/accounts.ts";
import type { Moment } from "../ledger/as-of.ts";
import { readAccountAging } from "../receivables/aging.ts";
import { readEarly } from "../receivables/early.ts";
import { readNet, readNetBefore, type ActivityLine } from "../receivables/history.ts";
import type { Books } from "../open.ts";
import { readPaperSettings } from "../paper-settings.ts";
import type { OpenCredit } from "./statement-credit.ts";

/** The business as its papers name it; comes from the directory, which the books can't see. */
export type Letterhead = { name: string; slug: string; locale: string; country: string };

/** Left out, or null, `knownAt` means as it is known now. */
export type PreviewRequest = StatementRequest & { knownAt?: Moment["knownAt"] };

export type Drawing = { account: Account; request: StatementRequest } & Pick<Moment, "knownAt">;
type Period = { moment: Moment; fromOn: Day };

export const DEFAULT_KIND: StatementKind = "balance-forward";

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
  { account, kind, moment, fromOn }: Pick<Drawing, "account"> & { kind: StatementKind } & Period,
): Promise<StatementHead> {
  const { accountId } = account;
  const [business, paper, closingCents, openingCents, aging, early] = await Promise.all([
    readBusiness(books),
    readPaperSettings(books),
    readNet(books, moment, accountId),
    readNetBefore(books, { ...moment, asOf: fromOn }, accountId),
    readAccountAging(books, moment, accountId),
    readEarly(books, moment, [accountId]),
  ]);
  const kept = early.get(accountId);
  const { openInvoices: _count, invoicedCents: _invoiced, ...buckets } = aging;
  return {
    templateVersion: 5,
    kind,
    ...setForPaper(paper, { number: account.customerNumber }, buckets),
    ...(kept ? { early: kept } : {}),
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
    openingCents: kind === "open-item" ? ZERO : openingCents,
    closingCents,
    aging: buckets,
  };
}

export async function readBusiness({ tx }: Books) {
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

export function statementLine(
  line: ActivityLine,
  { business, covers = [] }: Worded & { covers?: StatementLine["covers"] | undefined },
): StatementLine {
  const type = eventWords(line.type, business.language);
  const said = line.invoiceNumber ? `${type} ${line.invoiceNumber}` : type;
  return {
    onDay: line.effectiveOn,
    eventId: line.eventId,
    description: line.isVoided ? documentWords(business.language).voided(said) : said,
    reference: line.customerNote,
    covers,
    chargeCents: line.chargeCents,
    creditCents: line.creditCents,
    balanceCents: line.balanceCents,
  };
}

export const statementItem = (item: UnpaidInvoice, { business }: Worded): StatementOpenItem => ({
  eventId: item.itemId,
  number: item.invoiceId === null ? eventWords(item.number, business.language) : item.number,
  job: item.job,
  issuedOn: item.issuedOn,
  dueOn: item.dueOn,
  daysPastDue: item.daysPastDue,
  amountCents: item.amountCents,
  paidCents: minus(item.amountCents, item.openCents),
  openCents: item.openCents,
});

export function statementCredit(credit: OpenCredit, { business }: Worded): StatementCredit {
  const type = eventWords(credit.label, business.language);
  return {
    onDay: credit.onDay,
    eventId: credit.eventId,
    description: credit.memoNumber ? `${type} ${credit.memoNumber}` : type,
    reference: credit.customerNote,
    openCents: credit.openCents,
  };
}
