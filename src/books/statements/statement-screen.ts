// A preview as a screen shows it: read a page of each table at a time, and what it says of all rows by sums, so that the
// statement of an account with 10,000 invoices makes nobody wait. It shows what `screenOf` would make of the whole.
import { assertSumsFoot, type StatementHead } from "@/domain/statements/statement.ts";
import {
  ROWS_ON_SCREEN,
  TABLES_OF,
  activityPage,
  creditsPage,
  placeOf,
  type ActivityPage,
  type CreditsPage,
  type ItemsPage,
  type StatementPages,
  type StatementScreen,
} from "@/domain/statements/statement-pages.ts";
import type { Day } from "@/domain/values/day.ts";
import { minus, minusGross } from "@/domain/values/money.ts";
import { readAccount } from "../ledger/accounts.ts";
import type { Moment } from "../ledger/as-of.ts";
import type { Books } from "../open.ts";
import { readActivity, readActivitySums } from "../receivables/history.ts";
import { readUnpaid, readUnpaidSums, type UnpaidSums } from "../receivables/unpaid.ts";
import { familyAccounts } from "./family-facts.ts";
import { familyScreen } from "./family-screen.ts";
import { countOpenCredits, creditOf, readCovers, readOpenCredits } from "./statement-credit.ts";
import {
  DEFAULT_KIND,
  periodOf,
  readHead,
  statementCredit,
  statementItem,
  statementLine,
  type Letterhead,
  type PreviewRequest,
} from "./statement-head.ts";

type ScreenRequest = PreviewRequest & { pages: StatementPages };

/** A page past the end of its table is the last one. */
export async function previewScreen(
  books: Books,
  letterhead: Letterhead,
  { knownAt = null, pages, ...request }: ScreenRequest,
): Promise<StatementScreen> {
  const account = await readAccount(books, request.customer, request.currency);
  const { accountId } = account;
  const { kind = DEFAULT_KIND } = request;
  const { moment, fromOn } = periodOf(books, { request, knownAt });
  const has = TABLES_OF[kind];
  const [head, open, listed] = await Promise.all([
    readHead(books, letterhead, { account, kind, moment, fromOn }),
    readUnpaidSums(books, moment, accountId),
    has.activity ? readActivitySums(books, moment, { accountId, fromOn }) : null,
  ]);
  if (request.family) {
    const ids = await familyAccounts(books, account);
    const asked = { own: head, kind, moment, fromOn, ids, pages };
    const family = ids.length > 1 ? await familyScreen(books, asked) : null;
    if (family) return family;
  }
  assertSumsFoot(head, {
    activityCents: listed?.activityCents ?? minus(open.openCents, head.aging.unappliedCents),
    openCents: open.openCents,
  });
  const of = { books, moment, accountId, head };
  const [items, credits, activity] = await Promise.all([
    has.items ? readItems(of, open, pages.items) : null,
    has.credits ? readCredits(of) : null,
    listed ? readLines(of, fromOn, placeOf(listed.count, pages.lines)) : null,
  ]);
  return { ...head, nextDueOn: open.firstDueOn, items, credits, activity };
}

type Of = { books: Books; moment: Moment; accountId: string; head: StatementHead };

async function readItems(
  { books, moment, accountId, head }: Of,
  { count, amountCents, openCents }: UnpaidSums,
  asked: number,
): Promise<ItemsPage> {
  const place = placeOf(count, asked);
  const items = await readUnpaid(books, moment, accountId, { skip: place.before, size: ROWS_ON_SCREEN });
  return {
    ...place,
    rows: items.map((item) => statementItem(item, head)),
    totals: { amountCents, paidCents: minusGross(amountCents, openCents), openCents },
  };
}

async function readCredits({ books, moment, accountId, head }: Of): Promise<CreditsPage> {
  const asked = { accountIds: [accountId], part: { skip: 0, size: ROWS_ON_SCREEN } };
  const [rows, count] = await Promise.all([
    readOpenCredits(books, moment, asked),
    countOpenCredits(books, moment, accountId),
  ]);
  const credits = (rows.get(accountId) ?? []).map((credit) => statementCredit(credit, head));
  return creditsPage(head, credits, count);
}

/** The line in front of a page is read with it: its balance is what is brought forward. */
async function readLines(
  { books, moment, accountId, head }: Of,
  fromOn: Day,
  place: ReturnType<typeof placeOf>,
): Promise<ActivityPage> {
  const inFront = Math.min(place.before, 1);
  const part = { skip: place.before - inFront, size: ROWS_ON_SCREEN + inFront };
  const { openingCents } = head;
  const read = await readActivity(books, moment, { accountId, fromOn, openingCents, part });
  const creditIds = read.flatMap((line) => creditOf(line) ?? []);
  const covers = await readCovers(books, moment, { accountIds: [accountId], creditIds });
  const lines = read.map((line) => statementLine(line, { ...head, covers: covers.get(line.eventId) }));
  const rows = lines.slice(inFront);
  return activityPage(head, { ...place, rows }, inFront ? lines[0] : undefined);
}
