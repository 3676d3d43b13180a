// The two tables of a statement: what is open, with original, paid and open on each row (lessons.md 26), and what
// happened, from the balance brought forward to the closing balance.
import { sum } from "@/domain/values/money.ts";
import type { Statement } from "@/domain/statements/statement.ts";
import { laidOut, type Draft, type DraftRow, type Table } from "./table.ts";
import { joined } from "./text.ts";
import type { PaperWords } from "./words.ts";

const itemColumns = ({ itemColumns: say }: PaperWords["say"]["paper"]): readonly Draft[] => [
  { title: say.document, align: "left", wide: true },
  { title: say.dated, align: "left" },
  { title: say.due, align: "left" },
  { title: say.daysLate, align: "right" },
  { title: say.original, align: "right" },
  { title: say.paid, align: "right" },
  { title: say.open, align: "right" },
];

export function openItemsTable(statement: Statement, words: PaperWords, width: number): Table {
  const say = words.say.paper;
  const items = statement.openItems;
  const rows: DraftRow[] = items.map((item) => ({
    tone: "plain",
    cells: [
      item.number,
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

const activityColumns = ({ activityColumns: say }: PaperWords["say"]["paper"]): readonly Draft[] => [
  { title: say.date, align: "left" },
  { title: say.event, align: "left" },
  { title: say.description, align: "left", wide: true },
  { title: say.charge, align: "right" },
  { title: say.credit, align: "right" },
  { title: say.balance, align: "right" },
];

export function activityTable(statement: Statement, words: PaperWords, width: number): Table {
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
        joined([line.description, line.reference], words.type),
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
