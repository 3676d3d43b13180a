// The aging report as a PDF: the rows that the page shows, all of them, at the same day and the same instant of knowing.
import { notFound } from "next/navigation";
import type { z } from "zod";
import type { Moment } from "@/books/ledger/as-of.ts";
import { readBooksAtLeisure, type Books } from "@/books/open.ts";
import { listAging, type AgingRow } from "@/books/receivables/aging-report.ts";
import { readLedgerNet } from "@/books/receivables/ledger-net.ts";
import { readUnpaidUpTo } from "@/books/receivables/unpaid.ts";
import { readBusiness } from "@/books/statements/statement-head.ts";
import type { QueryOf } from "@/domain/lists/list-query.ts";
import type { agingList } from "@/domain/receivables/aging-list.ts";
import {
  AGED_INVOICES_ON_PAPER,
  AGED_ON_PAPER,
  type AgedInvoice,
  type AgingPaper,
} from "@/domain/receivables/aging-paper.ts";
import { Refusal } from "@/domain/refusal.ts";
import { tenantOf, type Insider } from "./actor.ts";
import { apiFor, contextFor } from "./api.ts";
import { readAndRun } from "./heavy/run-heavy.ts";
import { answerPaper } from "./paper-answer.ts";
import { type AtMoment, momentOf, parseKnownAtParam } from "./moment-query.ts";

type Asked = QueryOf<typeof agingList> & z.input<z.ZodObject<typeof AtMoment>>;

const PAGE = 1_000;

export async function answerAgingFile(org: string, asked: Asked, signal: AbortSignal): Promise<Response> {
  // Whoever may not read it hears so from the page's own door.
  const first = await (await apiFor(org)).reports.aging(asked);
  const { member } = await contextFor(org);
  if (!member) notFound();
  return answerPaper(async () => {
    if (first.accounts > AGED_ON_PAPER) throw new Refusal("too-much-work");
    const drawn = await readAndRun(tenantOf(member), "aging-pdf", () => readPaper(member, asked), { signal });
    return { pdf: drawn.answer, name: `${member.orgName} aging ${first.asOf}`, download: false };
  });
}

async function readPaper(member: Insider, asked: Asked): Promise<AgingPaper> {
  const knownAt = await parseKnownAtParam(asked);
  return readBooksAtLeisure(member, async (books) => {
    const moment = momentOf(asked, { books, knownAt });
    const { language, paper } = await readBusiness(books);
    const rows: AgingRow[] = [];
    let page = await listAging(books, moment, { ...asked, size: PAGE });
    for (rows.push(...page.rows); page.next !== null; rows.push(...page.rows))
      page = await listAging(books, moment, { ...asked, cursor: page.next, size: PAGE });
    const invoices = await readInvoices(books, moment, rows);
    return {
      business: { name: member.orgName, locale: member.locale, language, paper },
      currency: member.currency,
      asOf: moment.asOf,
      knownAt: moment.knownAt,
      zone: member.zone,
      rows: rows.map(({ accountId, number, name, aging }) => ({
        number,
        name,
        aging,
        invoices: invoices?.get(accountId) ?? [],
      })),
      withoutInvoices: invoices === null,
      totals: page.found,
      ledger: await readLedgerNet(books, moment),
    };
  });
}

/** By account, the longest due first; null where they are too many for a paper. */
async function readInvoices(
  books: Books,
  moment: Moment,
  rows: readonly AgingRow[],
): Promise<Map<string, AgedInvoice[]> | null> {
  const all = new Map<string, AgedInvoice[]>();
  let left = AGED_INVOICES_ON_PAPER;
  for (let from = 0; from < rows.length; from += PAGE) {
    const accountIds = rows.slice(from, from + PAGE).map(({ accountId }) => accountId);
    const some = await readUnpaidUpTo(books, moment, { accountIds, most: left });
    if (some === null) return null;
    for (const [accountId, unpaid] of some) {
      left -= unpaid.length;
      const told = unpaid.map(({ number, dueOn, daysPastDue, openCents }) => ({
        number,
        dueOn,
        daysPastDue,
        openCents,
      }));
      all.set(accountId, told);
    }
  }
  return all;
}
