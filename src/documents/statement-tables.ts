// The two tables of a statement: what is open, with original, paid and open on each row (lessons.md 26), and what
// happened, from the balance brought forward to the closing balance.
import { sum } from "@/domain/values/money.ts";
import type { Statement } from "@/domain/statements/statement.ts";
import { laidOut, type Draft, type DraftRow, type Table } from "./table.ts";
import { joined } from "./text.ts";
import type { PaperWords } from "./words.ts";

const OPEN_ITEMS: readonly Draft[] = [
  { title: "Document", align: "left", wide: true },
  { title: "Dated", align: "left" },
  { title: "Due", align: "left" },
  { title: "Days past due", align: "right" },
  { title: "Original", align: "right" },
  { title: "Paid", align: "right" },
  { title: "Open", align: "right" },
];

export function openItemsTable(statement: Statement, words: PaperWords, width: number): Table {
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
  if (items.length > 0) rows.push({ tone: "total", cells: ["Total open", "", "", "", ...totals] });
  const note = items.length === 0 ? `Nothing was open on ${words.date(statement.asOf)}.` : "";
  return { title: "Open items", note, ...laidOut({ drafts: OPEN_ITEMS, rows, width, type: words.type }) };
}

const ACTIVITY: readonly Draft[] = [
  { title: "Date", align: "left" },
  { title: "Event", align: "left" },
  { title: "Description", align: "left", wide: true },
  { title: "Charge", align: "right" },
  { title: "Credit", align: "right" },
  { title: "Balance", align: "right" },
];

export function activityTable(statement: Statement, words: PaperWords, width: number): Table {
  const charges = sum(statement.lines.map((line) => line.chargeCents));
  const credits = sum(statement.lines.map((line) => line.creditCents));
  const rows: DraftRow[] = [
    {
      tone: "edge",
      cells: [
        words.date(statement.fromOn),
        "",
        "Opening balance",
        "",
        "",
        words.balance(statement.openingCents),
      ],
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
        "Closing balance",
        words.cell(charges),
        words.cell(credits),
        words.balance(statement.closingCents),
      ],
    },
  ];
  const period = `${words.date(statement.fromOn)} to ${words.date(statement.asOf)}`;
  const note = statement.lines.length === 0 ? `${period}: no activity` : period;
  return { title: "Account activity", note, ...laidOut({ drafts: ACTIVITY, rows, width, type: words.type }) };
}
