// The two tables of a statement: what is open, with original, paid and open on each row (lessons.md 26), and what
// happened, from the balance brought forward to the closing balance.
import { sumGross, type GrossSum } from "@/domain/values/money.ts";
import { listedCredits } from "@/domain/statements/build-statement.ts";
import { coversWords } from "@/domain/statements/covers-words.ts";
import { TABLES_OF } from "@/domain/statements/statement-pages.ts";
import { partOf } from "@/domain/statements/family-statement.ts";
import type { Statement, StatementAccount } from "@/domain/statements/statement.ts";
import { laidOut, widestRows, type Draft, type DraftRow, type Table } from "./table.ts";
import { fitted, joined } from "./text.ts";
import { size } from "./theme.ts";
import type { PaperWords } from "./words.ts";

/** Those that its kind has; of several accounts, what each owes, and then those of each. */
export function statementTables(statement: Statement, words: PaperWords, width: number): Table[] {
  const { accounts } = statement;
  if (!accounts) return tablesOf(statement, { words, width, beside: ALONE });
  const parts = accounts.map((account) => ({ account, part: partOf(statement, account) }));
  const has = TABLES_OF[statement.kind];
  const widestOf = (isThere: boolean, rowsOf: (part: Statement, words: PaperWords) => DraftRow[]) =>
    isThere
      ? widestRows(
          parts.flatMap(({ part }) => rowsOf(part, words)),
          words.type,
        )
      : [];
  const beside = {
    items: widestOf(has.items, itemRows),
    credits: widestOf(has.credits, creditRows),
    activity: widestOf(has.activity, activityRows),
  };
  return [
    accountsTable(statement, accounts, { words, width }),
    ...parts.flatMap(({ account, part }) =>
      tablesOf(part, { words, width, beside }).map((table) => ({
        ...table,
        title: titled(table.title, account, words),
      })),
    ),
  ];
}

/** Beside whose rows each table stands. */
type Beside = Readonly<Record<"items" | "credits" | "activity", readonly DraftRow[]>>;
const ALONE: Beside = { items: [], credits: [], activity: [] };
type Sheet = { words: PaperWords; width: number; beside: Beside };

const TITLE_WIDTH = 330;

/** "Open items · C-0042 Barre yard", as far as it fits beside its note. */
const titled = (title: string, { number, name }: StatementAccount, { type }: PaperWords): string =>
  fitted(
    joined([title, `${number} ${name}`], type),
    { width: TITLE_WIDTH, points: size.heading, weight: 600 },
    type,
  ).join(" ");

/** Each account with what it came from and what it owes, above what all of them do. */
function accountsTable(
  statement: Statement,
  accounts: readonly StatementAccount[],
  { words, width }: { words: PaperWords; width: number },
): Table {
  const say = words.say.paper;
  const drafts: readonly Draft[] = [
    { title: say.customer, align: "left", wide: true },
    { title: say.opening, align: "right" },
    { title: say.totalOpen, align: "right" },
    { title: say.unapplied, align: "right" },
    { title: say.closing, align: "right" },
  ];
  const cells = ({ openingCents, closingCents, aging }: Omit<StatementAccount, "number" | "name">) => [
    words.balance(openingCents),
    words.cell(aging.totalCents),
    words.cell(aging.unappliedCents),
    words.balance(closingCents),
  ];
  const rows = accounts.map((account): DraftRow => ({
    tone: "plain",
    cells: [joined([account.number, account.name], words.type), ...cells(account)],
  }));
  const total: DraftRow = { tone: "total", cells: [say.total, ...cells(statement)] };
  const table = laidOut({ drafts, rows: [...rows, total], width, type: words.type });
  return { title: say.accounts, note: "", ...table };
}

/** Credit only where there is some. */
function tablesOf(statement: Statement, on: Sheet): Table[] {
  const { items, credits, activity } = TABLES_OF[statement.kind];
  return [
    ...(items ? [openItemsTable(statement, on)] : []),
    ...(credits && listedCredits(statement).length > 0 ? [creditsTable(statement, on)] : []),
    ...(activity ? [activityTable(statement, on)] : []),
  ];
}

/** The cell of a sum that is more than can be added up stays empty: what is owed stands beside it. */
const said = (total: GrossSum, write: PaperWords["amount"]): string => (total === null ? "" : write(total));

const itemColumns = ({ itemColumns: say }: PaperWords["say"]["paper"]): readonly Draft[] => [
  { title: say.document, align: "left", wide: true },
  { title: say.dated, align: "left" },
  { title: say.due, align: "left" },
  { title: say.daysLate, align: "right" },
  { title: say.original, align: "right" },
  { title: say.paid, align: "right" },
  { title: say.open, align: "right" },
];

/** The due day and how late it is: what the page marks of an overdue invoice, too. */
const WHEN_DUE = [2, 3];
/** Papers of before keep their looks. */
const MARKED_SINCE = 5;

function itemRows(statement: Statement, words: PaperWords): DraftRow[] {
  const items = statement.openItems;
  if (items.length === 0) return [];
  const marks = statement.templateVersion >= MARKED_SINCE;
  const rows = items.map((item): DraftRow => ({
    tone: "plain",
    ...(marks && item.daysPastDue > 0 && { late: WHEN_DUE }),
    cells: [
      joined([item.number, item.job], words.type),
      words.date(item.issuedOn),
      words.date(item.dueOn),
      item.daysPastDue > 0 ? String(item.daysPastDue) : "—",
      words.amount(item.amountCents),
      words.cell(item.paidCents),
      words.amount(item.openCents),
    ],
  }));
  const totals = [
    sumGross(items.map((item) => item.amountCents)),
    sumGross(items.map((item) => item.paidCents)),
    statement.aging.totalCents,
  ].map((total) => said(total, words.amount));
  return [...rows, { tone: "total", cells: [words.say.paper.totalOpen, "", "", "", ...totals] }];
}

function openItemsTable(statement: Statement, { words, width, beside }: Sheet): Table {
  const say = words.say.paper;
  const rows = itemRows(statement, words);
  const note = rows.length === 0 ? say.nothingOpen(words.date(statement.asOf)) : "";
  const drafts = itemColumns(say);
  return {
    title: say.openItems,
    note,
    ...laidOut({ drafts, rows, width, type: words.type, beside: beside.items }),
  };
}

/** The credit of an open item statement, above its sum. */
function creditRows(statement: Statement, words: PaperWords): DraftRow[] {
  const rows = listedCredits(statement).map((credit): DraftRow => ({
    tone: "plain",
    cells: [
      words.date(credit.onDay),
      String(credit.eventId),
      joined([credit.description, credit.reference], words.type),
      words.amount(credit.openCents),
    ],
  }));
  const { unapplied } = words.say.paper;
  return [
    ...rows,
    { tone: "total", cells: [unapplied, "", "", words.amount(statement.aging.unappliedCents)] },
  ];
}

function creditsTable(statement: Statement, { words, width, beside }: Sheet): Table {
  const { activityColumns: say, unapplied } = words.say.paper;
  const drafts: readonly Draft[] = [
    { title: say.date, align: "left" },
    { title: say.event, align: "left" },
    { title: say.description, align: "left", wide: true },
    { title: say.credit, align: "right" },
  ];
  const rows = creditRows(statement, words);
  return {
    title: unapplied,
    note: "",
    ...laidOut({ drafts, rows, width, type: words.type, beside: beside.credits }),
  };
}

/** What a payment covered takes more room than a name. */
const COVERED_LINES = 4;

const activityColumns = ({ activityColumns: say }: PaperWords["say"]["paper"]): readonly Draft[] => [
  { title: say.date, align: "left" },
  { title: say.event, align: "left" },
  { title: say.description, align: "left", wide: true, lines: COVERED_LINES },
  { title: say.charge, align: "right" },
  { title: say.credit, align: "right" },
  { title: say.balance, align: "right" },
];

function activityRows(statement: Statement, words: PaperWords): DraftRow[] {
  const say = words.say.paper;
  const charges = sumGross(statement.lines.map((line) => line.chargeCents));
  const credits = sumGross(statement.lines.map((line) => line.creditCents));
  return [
    {
      tone: "edge",
      cells: [words.date(statement.fromOn), "", say.opening, "", "", words.balance(statement.openingCents)],
    },
    ...statement.lines.map((line): DraftRow => ({
      tone: "plain",
      cells: [
        words.date(line.onDay),
        String(line.eventId),
        joined([line.description, line.reference, coversWords(line, words)], words.type),
        words.cell(line.chargeCents),
        words.cell(line.creditCents),
        words.balance(line.balanceCents),
      ],
    })),
    {
      tone: "total",
      cells: [
        words.date(statement.asOf),
        "",
        say.closing,
        said(charges, words.cell),
        said(credits, words.cell),
        words.balance(statement.closingCents),
      ],
    },
  ];
}

function activityTable(statement: Statement, { words, width, beside }: Sheet): Table {
  const say = words.say.paper;
  const rows = activityRows(statement, words);
  const period = say.period(words.date(statement.fromOn), words.date(statement.asOf));
  const note = statement.lines.length === 0 ? say.noActivity(period) : period;
  const drafts = activityColumns(say);
  return {
    title: say.activity,
    note,
    ...laidOut({ drafts, rows, width, type: words.type, beside: beside.activity }),
  };
}
