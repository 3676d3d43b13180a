// A parent's statement as a screen shows it: a page of each table, read from the accounts that it lies in, which stand one after the
// other. It shows what `screenOf` would make of the whole.
import { sumOfAging } from "@/domain/statements/family-statement.ts";
import { setForPaper } from "@/domain/statements/build-statement.ts";
import {
  assertSumsFoot,
  type StatementHead,
  type StatementLine,
  type StatementOpenItem,
} from "@/domain/statements/statement.ts";
import {
  ROWS_ON_SCREEN,
  TABLES_OF,
  activityPage,
  creditsPage,
  placeOf,
  type StatementPages,
  type StatementScreen,
} from "@/domain/statements/statement-pages.ts";
import type { StatementKind } from "@/domain/statements/kinds.ts";
import { earlier, type Day } from "@/domain/values/day.ts";
import { ZERO, minus, minusGross, plus, sum, sumGross } from "@/domain/values/money.ts";
import { offersTogether } from "@/domain/values/terms.ts";
import type { Moment } from "../ledger/as-of.ts";
import type { Books } from "../open.ts";
import { readPaperSettings } from "../paper-settings.ts";
import { readEarly } from "../receivables/early.ts";
import { readActivity } from "../receivables/history.ts";
import { readUnpaid } from "../receivables/unpaid.ts";
import { readFamilySums, type FamilySums } from "./family-sums.ts";
import { creditOf, readCovers, readOpenCredits } from "./statement-credit.ts";
import { statementCredit, statementItem, statementLine } from "./statement-head.ts";

/** `own`: the head of the parent's own statement. */
type Asked = {
  own: StatementHead;
  kind: StatementKind;
  moment: Moment;
  fromOn: Day;
  /** The parent's first. */
  ids: readonly string[];
  pages: StatementPages;
};

/** null where it is of the parent alone: nothing is on any branch, and nothing was. */
export async function familyScreen(books: Books, asked: Asked): Promise<StatementScreen | null> {
  const { own, kind, moment, fromOn, ids, pages } = asked;
  const [first, ...branches] = await readFamilySums(books, moment, { kind, ids, fromOn });
  const members = first ? [first, ...branches.filter(hasAnything)] : [];
  if (members.length < 2) return null;
  const head = await headOf(books, own, { moment, members });
  const openCents = sum(members.map(({ items }) => items.openCents));
  const moved = sum(members.map(({ activity }) => activity.activityCents));
  const has = TABLES_OF[kind];
  assertSumsFoot(head, {
    activityCents: has.activity ? moved : minus(openCents, head.aging.unappliedCents),
    openCents,
  });
  const of: Of = { books, moment, fromOn, head, members };
  const [items, credits, activity] = await Promise.all([
    has.items ? readItems(of, pages.items) : null,
    has.credits ? readCredits(of) : null,
    has.activity ? readLines(of, pages.lines) : null,
  ]);
  const nextDueOn = members.reduce<Day | null>(
    (due, { items: { firstDueOn } }) => (due && firstDueOn ? earlier(due, firstDueOn) : (due ?? firstDueOn)),
    null,
  );
  return { ...head, nextDueOn, items, credits, activity };
}

const hasAnything = ({ account, items, activity }: FamilySums): boolean =>
  items.count > 0 ||
  activity.count > 0 ||
  [
    account.openingCents,
    account.closingCents,
    account.aging.unappliedCents,
    account.aging.retainedCents,
  ].some((amount) => amount !== 0);

type Members = { moment: Moment; members: readonly FamilySums[] };

async function headOf(
  books: Books,
  own: StatementHead,
  { moment, members }: Members,
): Promise<StatementHead> {
  const [paper, kept] = await Promise.all([
    readPaperSettings(books),
    readEarly(
      books,
      moment,
      members.map(({ accountId }) => accountId),
    ),
  ]);
  const accounts = members.map(({ account }) => account);
  const aging = sumOfAging(accounts);
  const early = offersTogether([...kept.values()]);
  const { early: _own, ...rest } = own;
  return {
    ...rest,
    ...setForPaper(paper, own.customer, aging),
    openingCents: sum(accounts.map((each) => each.openingCents)),
    closingCents: sum(accounts.map((each) => each.closingCents)),
    aging,
    ...(early ? { early } : {}),
    accounts,
  };
}

type Of = {
  books: Books;
  moment: Moment;
  fromOn: Day;
  head: StatementHead;
  members: readonly FamilySums[];
};

/** The parts of each account's rows that lie within so many, from a row on. */
function partsOf(
  members: readonly FamilySums[],
  count: (of: FamilySums) => number,
  { before, size }: { before: number; size: number },
) {
  let passed = 0;
  return members.flatMap((member) => {
    const start = passed;
    passed += count(member);
    const [from, to] = [Math.max(before, start), Math.min(before + size, passed)];
    return from < to ? [{ member, part: { skip: from - start, size: to - from } }] : [];
  });
}

async function readItems({ books, moment, head, members }: Of, asked: number) {
  const place = placeOf(
    members.reduce((all, { items }) => all + items.count, 0),
    asked,
  );
  const parts = partsOf(members, ({ items }) => items.count, { before: place.before, size: ROWS_ON_SCREEN });
  const rows: StatementOpenItem[] = [];
  for (const { member, part } of parts)
    for (const item of await readUnpaid(books, moment, member.accountId, part))
      rows.push({ ...statementItem(item, head), account: member.account.number });
  const amountCents = sumGross(members.map((member) => member.items.amountCents));
  const openCents = sum(members.map((member) => member.items.openCents));
  return {
    ...place,
    rows,
    totals: { amountCents, paidCents: minusGross(amountCents, openCents), openCents },
  };
}

async function readCredits({ books, moment, head, members }: Of) {
  const place = { before: 0, size: ROWS_ON_SCREEN };
  const rows = [];
  for (const { member, part } of partsOf(members, ({ credits }) => credits, place)) {
    const read = await readOpenCredits(books, moment, { accountIds: [member.accountId], part });
    rows.push(...(read.get(member.accountId) ?? []).map((credit) => statementCredit(credit, head)));
  }
  return creditsPage(
    head,
    rows,
    members.reduce((all, { credits }) => all + credits, 0),
  );
}

/** The line in front of a page is read with it: its balance is what is brought forward. */
async function readLines({ books, moment, fromOn, head, members }: Of, asked: number) {
  const place = placeOf(
    members.reduce((all, { activity }) => all + activity.count, 0),
    asked,
  );
  const inFront = Math.min(place.before, 1);
  const window = { before: place.before - inFront, size: ROWS_ON_SCREEN + inFront };
  const lines: StatementLine[] = [];
  for (const { member, part } of partsOf(members, ({ activity }) => activity.count, window)) {
    const { accountId, account } = member;
    const earlierMoved = members
      .slice(0, members.indexOf(member))
      .reduce((all, { activity }) => plus(all, activity.activityCents), ZERO);
    const openingCents = plus(head.openingCents, earlierMoved);
    const read = await readActivity(books, moment, { accountId, fromOn, openingCents, part });
    const creditIds = read.flatMap((line) => creditOf(line) ?? []);
    const covers = await readCovers(books, moment, { accountIds: [accountId], creditIds });
    for (const line of read)
      lines.push({
        ...statementLine(line, { ...head, covers: covers.get(line.eventId) }),
        account: account.number,
      });
  }
  return activityPage(head, { ...place, rows: lines.slice(inFront) }, inFront ? lines[0] : undefined);
}
