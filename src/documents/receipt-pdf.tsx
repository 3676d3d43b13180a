// A receipt on paper: on an 80 mm roll, which is as long as it needs to be, or on a sheet. The customer's copy says what
// is owed now, the merchant's has a line to sign on.
import { Document, Page, View, renderToBuffer } from "@react-pdf/renderer";
import type { ReceiptPage } from "@/domain/receipts/receipt-page.ts";
import type { Brand } from "@/domain/values/brand.ts";
import { FAMILY } from "./fonts.ts";
import { Lines } from "./lines.tsx";
import { LOGO_GAP, Logo, PLAIN_LOOK, lookOf, type Picture } from "./look.tsx";
import { oneLine } from "./plain.ts";
import { blocksOf, nameOf, type Block, COPIES, type Copies, type Row, type Scale } from "./receipt-blocks.ts";
import { colour, paperSize, sheet } from "./theme.ts";
import { Strokes } from "./strokes.tsx";
import { typesetterFor, type Typesetter } from "./typesetter.ts";
import { wordsFor, type PaperWords } from "./words.ts";

export const RECEIPT_PAPERS = ["80mm", "letter", "a4"] as const;
export type ReceiptPaper = (typeof RECEIPT_PAPERS)[number];

export type ReceiptPrint = { paper: ReceiptPaper; copy: Copies; locale: string; zone: string };

const MILLIMETRE = 72 / 25.4;
/** A PDF's page is at most 14,400 points long, some five metres. */
const ROLL = { width: 80 * MILLIMETRE, side: 4 * MILLIMETRE, end: 6 * MILLIMETRE, longest: 14_300 };
const ROLL_SCALE: Scale = {
  width: ROLL.width - 2 * ROLL.side,
  small: 7.5,
  text: 9,
  strong: 12,
  title: 13,
};
/** On a sheet it keeps a column that the eye can follow from the name to its sum. */
const SHEET_SCALE: Scale = { width: 380, small: 8.5, text: 10.5, strong: 14, title: 17 };

/** On a sheet with its business's picture; a roll is of a printer that has its own. */
export async function receiptPdf(
  receipt: ReceiptPage,
  print: ReceiptPrint,
  { brand, logo }: { brand?: Brand; logo: Uint8Array | null } = { logo: null },
): Promise<Buffer> {
  const type = await typesetterFor(receipt, print.locale);
  const { language } = receipt.business;
  const words = { ...wordsFor({ locale: print.locale, language }, receipt.currency), type };
  const { picture } = print.paper === "80mm" ? PLAIN_LOOK : lookOf(brand, logo);
  return renderToBuffer(<ReceiptDocument receipt={receipt} print={print} words={words} picture={picture} />);
}

type Props = { receipt: ReceiptPage; print: ReceiptPrint; words: PaperWords; picture: Picture | null };

function ReceiptDocument({ receipt, print, words, picture }: Props) {
  const { paper, copy, zone } = print;
  const roll = paper === "80mm";
  const room = roll ? ROLL.longest - 2 * ROLL.end : sizeOf(paper).height - sheet.top - sheet.side;
  const pages = COPIES[copy].flatMap((each) => {
    const blocks = blocksOf({ receipt, copy: each, words, zone }, roll ? ROLL_SCALE : SHEET_SCALE);
    const sheets = sheetsOf(blocks, room - (picture ? picture.height + LOGO_GAP : 0));
    return sheets.map((rows, at) => ({ rows: rows.flat(), picture: at === 0 ? picture : null }));
  });
  return (
    <Document
      title={`${nameOf(receipt)} ${oneLine(receipt.number)}`}
      author={oneLine(receipt.business.name)}
      creator="Onaccount"
      producer="Onaccount"
      language={words.tag}
      creationDate={new Date(`${receipt.issuedOn}T00:00:00Z`)}
    >
      {pages.map((page, index) => (
        <ReceiptPage key={index} rows={page.rows} paper={paper} type={words.type} picture={page.picture} />
      ))}
    </Document>
  );
}

const sizeOf = (paper: Exclude<ReceiptPaper, "80mm">) => paperSize[paper === "a4" ? "A4" : "LETTER"];
const heightOf = (rows: Block) => rows.reduce((height, row) => height + row.height, 0);

/** Filled one after the other; what belongs together isn't torn apart. */
function sheetsOf(blocks: readonly Block[], room: number): Block[][] {
  const pages: Block[][] = [[]];
  let left = room;
  for (const block of blocks) {
    const height = heightOf(block);
    if (height > left && pages.at(-1)?.length) {
      pages.push([]);
      left = room;
    }
    pages.at(-1)?.push(block);
    left -= height;
  }
  return pages;
}

type PageProps = { rows: Block; paper: ReceiptPaper; type: Typesetter; picture: Picture | null };

function ReceiptPage({ rows, paper, type, picture }: PageProps) {
  const roll = paper === "80mm";
  // Rounding in the layout must not push the last row onto a second page.
  const size = roll ? { width: ROLL.width, height: heightOf(rows) + 2 * ROLL.end + 2 } : sizeOf(paper);
  const scale = roll ? ROLL_SCALE : SHEET_SCALE;
  const side = (size.width - scale.width) / 2;
  return (
    <Page
      size={size}
      wrap={false}
      style={{ fontFamily: FAMILY, color: colour.ink, backgroundColor: colour.paper }}
    >
      <View style={{ width: size.width, height: size.height }}>
        <View
          style={{ position: "absolute", top: roll ? ROLL.end : sheet.top, left: side, width: scale.width }}
        >
          {picture ? (
            <View style={{ alignItems: "center" }}>
              <Logo picture={picture} of="" />
            </View>
          ) : null}
          {rows.map((row, index) => (
            <PaperRow key={index} row={row} type={type} />
          ))}
        </View>
      </View>
    </Page>
  );
}

function PaperRow({ row, type: setter }: { row: Row; type: Typesetter }) {
  if (row.kind === "space") return <View style={{ height: row.height }} />;
  if (row.kind === "signature" && row.path !== null) return <Strokes path={row.path} height={row.height} />;
  if (row.kind !== "text") {
    const line = { borderBottomWidth: 0.6, borderColor: row.kind === "rule" ? colour.strong : colour.ink };
    const place = row.kind === "rule" ? row.height / 2 : row.height - 4;
    return (
      <View style={{ height: row.height }}>
        <View style={{ height: place, ...line }} />
      </View>
    );
  }
  const { left, right, type, centred } = row;
  const text = { fontSize: type.points, fontWeight: type.weight, lineHeight: 1 };
  const ink = { color: type.soft ? colour.soft : colour.ink };
  return (
    <View
      style={{
        height: row.height,
        flexDirection: "row",
        justifyContent: centred ? "center" : "space-between",
      }}
    >
      <Lines style={{ ...text, ...ink }} lines={[left]} type={setter} />
      {right === "" ? null : <Lines style={{ ...text, ...ink }} lines={[right]} type={setter} />}
    </View>
  );
}
