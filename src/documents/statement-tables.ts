// The two tables of a statement: what is open, with original, paid and open on each row (lessons.md 26), and what
// happened, from the balance brought forward to the closing balance.
import { sum } from "@/domain/values/money.ts";
import { listedCredits } from "@/domain/statements/build-statement.ts";
import { coversWords } from "@/domain/statements/covers-words.ts";
import { TABLES_OF } from "@/domain/statements/statement-pages.ts";
import type { Statement } from "@/domain/statements/statement.ts";
import { laidOut, type Draft, type DraftRow, type Table } from "./table.ts";
import { joined } from "./text.ts";
import type { PaperWords } from "./words.ts";

/** Those that its kind has; credit only where there is some. */
export function statementTables(statement: Statement, words: PaperWords, width: number): Table[] {
  const { items, credits, activity } = TABLES_OF[statement.kind];
  return [
    ...(items ? [openItemsTable(statement, words, width)] : []),
    ...(credits && listedCredits(statement).length > 0 ? [creditsTable(statement, words, width)] : []),
    ...(activity ? [activityTable(statement, words, width)] : []),
  ];
}

const itemColumns = ({ itemColumns: say }: PaperWords["say"]["paper"]): readonly Draft[] => [
  { title: say.document, align: "left", wide: true },
  { title: say.dated, align: "left" },
  { title: say.due, align: "left" },
  { title: say.daysLate, align: "right" },
  { title: say.original, align: "right" },
  { title: say.paid, align: "right" },
  { title: say.open, align: "right" },
];

function openItemsTable(statement: Statement, words: PaperWords, width: number): Table {
  const say = words.say.paper;
  const items = statement.openItems;
  const rows: DraftRow[] = items.map((item) => ({
    tone: "plain",
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
    sum(items.map((item) => item.amountCents)),
    sum(items.map((item) => item.paidCents)),
    statement.aging.totalCents,
  ].map(words.amount);
  if (items.length > 0) rows.push({ tone: "total", cells: [say.totalOpen, "", "", "", ...totals] });
  const note = items.length === 0 ? say.nothingOpen(words.date(statement.asOf)) : "";
  const table = laidOut({ drafts: itemColumns(say), rows, width, type: words.type });
  return { title: say.openItems, note, ...table };
}

/** The credit of an open item statement, above its sum. */
function creditsTable(statement: Statement, words: PaperWords, width: number): Table {
  const { activityColumns: say, unapplied } = words.say.paper;
  const drafts: readonly Draft[] = [
    { title: say.date, align: "left" },
    { title: say.event, align: "left" },
    { title: say.description, align: "left", wide: true },
    { title: say.credit, align: "right" },
  ];
  const rows = listedCredits(statement).map((credit): DraftRow => ({
    tone: "plain",
    cells: [
      words.date(credit.onDay),
      String(credit.eventId),
      joined([credit.description, credit.reference], words.type),
      words.amount(credit.openCents),
    ],
  }));
  const sum: DraftRow = {
    tone: "total",
    cells: [unapplied, "", "", words.amount(statement.aging.unappliedCents)],
  };
  return {
    title: unapplied,
    note: "",
    ...laidOut({ drafts, rows: [...rows, sum], width, type: words.type }),
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

function activityTable(statement: Statement, words: PaperWords, width: number): Table {
  const say = words.say.paper;
  const charges = sum(statement.lines.map((line) => line.chargeCents));
  const credits = sum(statement.lines.map((line) => line.creditCents));
  const rows: DraftRow[] = [
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
        words.cell(charges),
        words.cell(credits),
        words.balance(statement.closingCents),
      ],
    },
  ];
  const period = say.period(words.date(statement.fromOn), words.date(statement.asOf));
  const note = statement.lines.length === 0 ? say.noActivity(period) : period;
  const table = laidOut({ drafts: activityColumns(say), rows, width, type: words.type });
  return { title: say.activity, note, ...table };
}
