// A preview as a screen shows it: read a page of each table at a time, and what it says of all rows by sums, so that the
// statement of an account with 10,000 invoices makes nobody wait. It shows what `screenOf` would make of the whole.
import { assertSumsFoot, type StatementHead } from "@/domain/statements/statement.ts";
import {
  ROWS_ON_SCREEN,
  activityPage,
  placeOf,
  type ActivityPage,
  type StatementPages,
  type StatementScreen,
} from "@/domain/statements/statement-pages.ts";
import { minus } from "@/domain/values/money.ts";
import { readAccount } from "../ledger/accounts.ts";
import type { Moment } from "../ledger/as-of.ts";
import type { Books } from "../open.ts";
import { readActivity, readActivitySums, type Activity } from "../receivables/history.ts";
import { readUnpaid, readUnpaidSums } from "../receivables/unpaid.ts";
import {
  periodOf,
  readHead,
  statementItem,
  statementLine,
  type Letterhead,
  type PreviewRequest,
} from "./statement-head.ts";

/** A page past the end of its table is the last one. */
export async function previewScreen(
  books: Books,
  letterhead: Letterhead,
  { knownAt = null, pages, ...request }: PreviewRequest & { pages: StatementPages },
): Promise<StatementScreen> {
  const account = await readAccount(books, request.customer, request.currency);
  const { accountId } = account;
  const { moment, fromOn } = periodOf(books, { request, knownAt });
  const [head, open, listed] = await Promise.all([
    readHead(books, letterhead, { account, moment, fromOn }),
    readUnpaidSums(books, moment, accountId),
    readActivitySums(books, moment, { accountId, fromOn }),
  ]);
  const { amountCents, openCents } = open;
  assertSumsFoot(head, { activityCents: listed.activityCents, openCents });
  const place = placeOf(open.count, pages.items);
  const { openingCents } = head;
  const [items, activity] = await Promise.all([
    readUnpaid(books, moment, accountId, { skip: place.before, size: ROWS_ON_SCREEN }),
    readPage(books, moment, { accountId, fromOn, openingCents, head, ...placeOf(listed.count, pages.lines) }),
  ]);
  return {
    ...head,
    nextDueOn: open.firstDueOn,
    items: {
      ...place,
      rows: items.map((item) => statementItem(item, head)),
      totals: { amountCents, paidCents: minus(amountCents, openCents), openCents },
    },
    activity,
  };
}

type PageOf = Activity & ReturnType<typeof placeOf> & { head: StatementHead };

/** The line in front of a page is read with it: its balance is what is brought forward. */
async function readPage(
  books: Books,
  moment: Moment,
  { head, page, isLast, before, of, ...activity }: PageOf,
): Promise<ActivityPage> {
  const inFront = Math.min(before, 1);
  const part = { skip: before - inFront, size: ROWS_ON_SCREEN + inFront };
  const read = await readActivity(books, moment, { ...activity, part });
  const lines = read.map((line) => statementLine(line, head));
  const rows = lines.slice(inFront);
  return activityPage(head, { page, isLast, before, of, rows }, inFront ? lines[0] : undefined);
}
