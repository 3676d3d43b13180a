// A deposit slip on paper: what is taken to the bank, payment by payment, and what of it is cash and checks. Pages are
// filled before they are drawn.
import { Document, Page, Text, View, renderToBuffer } from "@react-pdf/renderer";
import { depositWords, type DepositWords } from "@/domain/language/deposit-words.ts";
import { slipSums, type DepositPaper } from "@/domain/payments/deposit.ts";
import type { Cents } from "@/domain/values/money.ts";
import { isolated } from "./bidi.ts";
import { styles } from "./invoice-foot.tsx";
import { Lines } from "./lines.tsx";
import { PLAIN_LOOK } from "./look.tsx";
import { pagesOf } from "./pages.ts";
import { PaperTable } from "./paper-table.tsx";
import { oneLine } from "./plain.ts";
import { Facts, From, Panel } from "./statement-head.tsx";
import { laidOut, type DraftRow, type Table } from "./table.ts";
import { fitted, joined } from "./text.ts";
import { colour, paperSize, sheet, size } from "./theme.ts";
import { typesetterFor } from "./typesetter.ts";
import { wordsFor, type PaperWords } from "./words.ts";

type Drawn = { deposit: DepositPaper; words: PaperWords; say: DepositWords };

export async function depositPdf(deposit: DepositPaper): Promise<Buffer> {
  const { business, currency } = deposit;
  const type = await typesetterFor(deposit, business.locale);
  const words = { ...wordsFor(business, currency), type };
  return renderToBuffer(
    <DepositDocument deposit={deposit} words={words} say={depositWords(business.language)} />,
  );
}

/** Where the table begins, and what the lines to sign on take of the last page. */
const TOP = 262;
const SIGNED = 74;

function DepositDocument(drawn: Drawn) {
  const { deposit, words, say } = drawn;
  const { business, number, depositedOn } = deposit;
  const paper = paperSize[business.paper];
  const bottom = paper.height - sheet.bottom - sheet.footer;
  const room = { first: bottom - TOP, other: bottom - sheet.continuedTop, stub: SIGNED };
  const pages = pagesOf([tableOf(drawn, paper.width - 2 * sheet.side)], room);
  const body = { position: "absolute", left: sheet.side, right: sheet.side } as const;
  return (
    <Document
      title={`${say.slip} ${oneLine(number)}`}
      author={oneLine(business.name)}
      creator="Onaccount"
      producer="Onaccount"
      language={words.tag}
      creationDate={new Date(`${depositedOn}T00:00:00Z`)}
    >
      {pages.map((pieces, index) => (
        <Page key={index} size={business.paper} wrap={false} style={styles.page}>
          <View style={paper}>
            {index === 0 ? <Head {...drawn} /> : null}
            <View style={{ ...body, top: index === 0 ? TOP : sheet.continuedTop }}>
              {pieces.map((piece) => (
                <PaperTable key={piece.table.title} piece={piece} say={words.say} />
              ))}
            </View>
            {index === pages.length - 1 ? <Signed say={say} /> : null}
            <Footer {...drawn} page={{ number: index + 1, of: pages.length }} />
          </View>
        </Page>
      ))}
    </Document>
  );
}

function Head({ deposit, words, say }: Drawn) {
  const { business, bank, number, depositedOn, currency, amountCents, payments, memo, reversedOn } = deposit;
  const { type } = words;
  const facts = [
    [say.number, number],
    [say.dated, words.date(depositedOn)],
    [say.account, bank],
    [say.currency, currency],
  ] as const;
  const place = { width: 240, points: size.text, lines: 4 };
  return (
    <>
      <From business={{ ...business, phone: null, email: null }} type={type} look={PLAIN_LOOK} />
      <Facts title={say.slip} facts={facts} type={type} look={PLAIN_LOOK} />
      <View style={{ position: "absolute", top: sheet.addressTop, left: sheet.side, width: 250 }}>
        <Lines style={styles.line} lines={fitted(memo, place, type)} type={type} />
      </View>
      <Panel
        label={say.total}
        shown={words.amount(amountCents)}
        currency={currency}
        type={type}
        look={PLAIN_LOOK}
      >
        <Text style={{ fontSize: size.body, fontWeight: 500, color: reversedOn ? colour.late : colour.ink }}>
          {reversedOn ? say.reversed(words.date(reversedOn)) : say.counted(payments.length)}
        </Text>
      </Panel>
    </>
  );
}

function tableOf({ deposit, words, say }: Drawn, width: number): Table {
  const { cashCents, checksCents, othersCents, checks } = slipSums(deposit.payments);
  const sum = (name: string, of: Cents, tone: DraftRow["tone"] = "plain"): DraftRow[] =>
    of === 0 ? [] : [{ tone, cells: [name, "", "", words.amount(of)] }];
  const rows = deposit.payments.map(
    ({ customerName, customerNumber, number, reference, type, amountCents }): DraftRow => ({
      tone: "plain",
      cells: [
        joined([customerName, customerNumber], words.type),
        number ?? "",
        reference || type,
        words.amount(amountCents),
      ],
    }),
  );
  const parts = [
    ...sum(say.cash, cashCents, "edge"),
    ...sum(say.checks(checks), checksCents, "edge"),
    ...sum(say.others, othersCents, "edge"),
  ];
  const drafts = [
    { title: say.from, align: "left", wide: true },
    { title: say.payment, align: "left" },
    { title: say.reference, align: "left" },
    { title: say.amount, align: "right" },
  ] as const;
  return {
    title: say.payments,
    note: words.say.paper.allIn(deposit.currency),
    ...laidOut({
      drafts,
      rows: [...rows, ...parts, ...sum(say.total, deposit.amountCents, "total")],
      width,
      type: words.type,
    }),
  };
}

/** Two lines to sign on: who brings it, and the bank. */
function Signed({ say }: { say: DepositWords }) {
  const bottom = sheet.bottom + sheet.footer;
  return (
    <View style={{ ...styles.band, bottom, height: SIGNED, alignItems: "flex-end" }}>
      {[say.signed, say.stamped].map((words) => (
        <View
          key={words}
          style={{ width: 226, borderTopWidth: 0.75, borderColor: colour.strong, paddingTop: 4 }}
        >
          <Text style={styles.small}>{words}</Text>
        </View>
      ))}
    </View>
  );
}

function Footer({ deposit, words, say, page }: Drawn & { page: { number: number; of: number } }) {
  const told = `${isolated(deposit.business.name)} · ${say.slip} ${isolated(oneLine(deposit.number))}`;
  return (
    <View style={{ ...styles.band, bottom: sheet.bottom }}>
      <Lines
        style={styles.small}
        lines={fitted(told, { width: 380, points: size.small }, words.type)}
        type={words.type}
      />
      <Text style={styles.small}>{words.say.paper.pageOf(page.number, page.of)}</Text>
    </View>
  );
}
