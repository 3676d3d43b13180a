// The aging report on paper, across: a row a customer, the largest debt first, each with its invoices beneath, and the totals
// of all at its end. It is of
// the business's own side, in English as its screens are, with amounts and days as the business writes them.
import { Document, Page, Text, View, renderToBuffer, type Styles } from "@react-pdf/renderer";
import { BUCKETS, BUCKET_LABELS, bucketOf } from "@/domain/ledger/aging.ts";
import type { AgedInvoice, AgingPaper } from "@/domain/receivables/aging-paper.ts";
import { postedLaterWords } from "@/domain/receivables/posted-later.ts";
import { formatInstant } from "@/domain/values/instant.ts";
import { negative } from "@/domain/values/money.ts";
import { FAMILY } from "./fonts.ts";
import { Lines } from "./lines.tsx";
import { pagesOf } from "./pages.ts";
import { PaperTable } from "./paper-table.tsx";
import { oneLine } from "./plain.ts";
import { laidOut, type Draft, type DraftRow, type Table } from "./table.ts";
import { fitted, joined } from "./text.ts";
import { colour, paperSize, sheet, size } from "./theme.ts";
import { typesetterFor } from "./typesetter.ts";
import { wordsFor, type PaperWords } from "./words.ts";

const TOP = 88;
/** What is said of the books above the table, each line of it moving the table down. */
const SAID = { width: 640, points: size.text, lines: 4 };
const SAID_LINE = size.text * 1.3;

const styles = {
  page: { fontFamily: FAMILY, fontSize: size.text, color: colour.ink, backgroundColor: colour.paper },
  head: { position: "absolute", top: sheet.top, left: sheet.side, right: sheet.side },
  title: { fontSize: size.name, fontWeight: 600, lineHeight: 1.2, marginBottom: 3 },
  footer: {
    position: "absolute",
    bottom: sheet.bottom,
    left: sheet.side,
    right: sheet.side,
    flexDirection: "row",
    justifyContent: "space-between",
  },
  small: { fontSize: size.small, color: colour.soft },
} as const satisfies Styles;

export async function agingPdf(report: AgingPaper): Promise<Buffer> {
  const { business, currency, asOf } = report;
  const type = await typesetterFor(report, business.locale);
  const words = { ...wordsFor({ ...business, language: "en" as const }, currency), type };
  const { width: height, height: width } = paperSize[business.paper];
  const bottom = height - sheet.bottom - sheet.footer;
  const table = tableOf(report, words, width - 2 * sheet.side);
  const books = booksWords(report, words);
  const top = TOP + books.length * SAID_LINE;
  const pages = pagesOf([table], { first: bottom - top, other: bottom - sheet.continuedTop, stub: 0 });
  const when = `As of ${words.date(asOf)}${knownWords(report)}, by due date, in ${currency}`;
  return renderToBuffer(
    <Document
      title={`Aging of ${oneLine(business.name)} as of ${asOf}`}
      author={oneLine(business.name)}
      creator="Onaccount"
      producer="Onaccount"
      language="en"
      creationDate={new Date(`${asOf}T00:00:00Z`)}
    >
      {pages.map((pieces, index) => (
        <Page key={index} size={business.paper} orientation="landscape" wrap={false} style={styles.page}>
          <View style={{ width, height }}>
            {index === 0 ? <Head name={business.name} when={when} books={books} words={words} /> : null}
            <View
              style={{
                position: "absolute",
                left: sheet.side,
                right: sheet.side,
                top: index === 0 ? top : sheet.continuedTop - 20,
              }}
            >
              {pieces.map((piece) => (
                <PaperTable key={piece.table.title} piece={piece} say={words.say} />
              ))}
            </View>
            <View style={styles.footer}>
              <Lines
                style={styles.small}
                lines={fitted(joined([business.name, when], type), { width: 500, points: size.small }, type)}
                type={type}
              />
              <Text style={styles.small}>{words.say.paper.pageOf(index + 1, pages.length)}</Text>
            </View>
          </View>
        </Page>
      ))}
    </Document>,
  );
}

const knownWords = ({ knownAt, zone, business }: AgingPaper): string =>
  knownAt === null ? "" : `, as it was known ${formatInstant(knownAt, business.locale, zone)}`;

/** What lies between it and the books of its period; no line where nothing does. */
function booksWords({ ledger, asOf, business }: AgingPaper, { amount, type }: PaperWords): string[] {
  const said = postedLaterWords(ledger, asOf, { locale: business.locale, write: amount });
  if (said === "") return [];
  return fitted(
    `The ledger’s receivable less customer credit is ${amount(ledger.netCents)}. ${said}`,
    SAID,
    type,
  );
}

type HeadProps = { name: string; when: string; books: readonly string[]; words: PaperWords };

function Head({ name, when, books, words: { type } }: HeadProps) {
  return (
    <View style={styles.head}>
      <Lines
        style={styles.title}
        lines={fitted(`Aging: ${name}`, { width: 560, points: size.name, weight: 600 }, type)}
        type={type}
      />
      <Text style={{ color: colour.soft }}>{when}</Text>
      {books.length > 0 ? (
        <Lines style={{ fontSize: size.text, color: colour.soft }} lines={books} type={type} />
      ) : null}
    </View>
  );
}

const COLUMNS: readonly Draft[] = [
  { title: "Customer", align: "left", wide: true },
  { title: "Number", align: "left" },
  ...BUCKETS.map((bucket): Draft => ({ title: BUCKET_LABELS[bucket], align: "right", alike: true })),
  { title: "Total", align: "right" },
  { title: "Unapplied", align: "right" },
  { title: "Net", align: "right" },
];

function tableOf({ rows, totals, withoutInvoices }: AgingPaper, words: PaperWords, width: number): Table {
  const cells = (aging: AgingPaper["totals"]): string[] => [
    ...BUCKETS.map((bucket) => words.cell(aging[bucket])),
    words.amount(aging.totalCents),
    aging.unappliedCents === 0 ? "—" : words.amount(negative(aging.unappliedCents)),
    words.balance(aging.netCents),
  ];
  const lines = rows.flatMap(({ name, number, aging, invoices }): DraftRow[] => [
    { tone: invoices.length > 0 ? "edge" : "plain", cells: [name, number, ...cells(aging)] },
    ...invoices.map((invoice) => invoiceRow(invoice, words)),
  ]);
  const all: DraftRow = { tone: "total", cells: ["Total", "", ...cells(totals)] };
  const table = laidOut({ drafts: COLUMNS, rows: [...lines, all], width, type: words.type });
  const left = withoutInvoices ? ", without their invoices, which are too many for a paper" : "";
  const note = rows.length === 0 ? "Nobody owes anything on that day." : `days past due${left}`;
  return { title: "By customer", note, ...table };
}

/** Beneath its customer: what is open of it, in the column of its age. */
function invoiceRow({ number, dueOn, daysPastDue, openCents }: AgedInvoice, words: PaperWords): DraftRow {
  const aged = bucketOf(daysPastDue);
  return {
    tone: "plain",
    cells: [
      joined([number, `due ${words.date(dueOn)}`], words.type),
      "",
      ...BUCKETS.map((bucket) => (bucket === aged ? words.amount(openCents) : "")),
      "",
      "",
      "",
    ],
  };
}
