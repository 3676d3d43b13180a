// An invoice on paper, or a credit memo of one: whom it is for, what for, what it comes to, and how it is paid. As it was issued,
// with what has been paid on it since; pages are filled before they are drawn.
import { Document, Page, Text, View, renderToBuffer } from "@react-pdf/renderer";
import type { InvoicePaper } from "@/domain/invoices/invoice-paper.ts";
import { paperWords } from "@/domain/language/credit-memo-words.ts";
import type { InvoiceWords } from "@/domain/language/invoice-words.ts";
import { saidTerms } from "@/domain/values/said-terms.ts";
import { isolated } from "./bidi.ts";
import { End, Footer, endHeight, notesOf, styles, type Drawn, type EndNotes } from "./invoice-foot.tsx";
import { invoiceTable } from "./invoice-table.ts";
import { Lines } from "./lines.tsx";
import { lookOf } from "./look.tsx";
import { pagesOf, type Piece } from "./pages.ts";
import { PaperTable } from "./paper-table.tsx";
import { oneLine } from "./plain.ts";
import { Facts, FactList, From, Panel, To } from "./statement-head.tsx";
import { atMost, fitted } from "./text.ts";
import { colour, paperSize, sheet, size } from "./theme.ts";
import { typesetterFor } from "./typesetter.ts";
import { wordsFor } from "./words.ts";

/** `logo`: the PNG of its business's picture. */
export async function invoicePdf(invoice: InvoicePaper, logo: Uint8Array | null = null): Promise<Buffer> {
  const { business, currency } = invoice;
  const type = await typesetterFor(invoice, business.locale);
  const words = { ...wordsFor(business, currency), type };
  const say = paperWords(invoice);
  const look = lookOf(business.brand, logo);
  return renderToBuffer(<InvoiceDocument invoice={invoice} words={words} say={say} look={look} />);
}

function InvoiceDocument(drawn: Drawn) {
  const { invoice, words, say } = drawn;
  const paper = paperSize[invoice.business.paper];
  const width = paper.width - 2 * sheet.side;
  const top = besideOf(drawn).isEmpty ? PLAIN_TOP : sheet.bodyTop;
  const said = notesOf(drawn, width);
  const end = endHeight(said);
  const bottom = paper.height - sheet.bottom - sheet.footer;
  const room = { first: bottom - top, other: bottom - sheet.continuedTop, stub: end };
  const pages = pagesOf([invoiceTable(invoice, { words, say, width })], room);
  const { number, customer, issuedOn } = invoice;
  return (
    <Document
      title={say.title(oneLine(number), oneLine(customer.name))}
      author={oneLine(invoice.business.name)}
      creator="Onaccount"
      producer="Onaccount"
      language={words.tag}
      creationDate={new Date(`${issuedOn}T00:00:00Z`)}
    >
      {pages.map((pieces, index) => (
        <InvoicePage
          key={index}
          {...drawn}
          pieces={pieces}
          page={{ number: index + 1, of: pages.length }}
          top={top}
          said={said}
          end={end}
        />
      ))}
    </Document>
  );
}

/** Where the table begins when nothing stands between the address and it. */
const PLAIN_TOP = 268;
const BESIDE = { top: 254, width: 230 };

type PageProps = Drawn & {
  pieces: readonly Piece[];
  page: { number: number; of: number };
  top: number;
  said: EndNotes;
  end: number;
};

function InvoicePage({ pieces, page, top, said, end, ...drawn }: PageProps) {
  const { invoice, words } = drawn;
  const first = page.number === 1;
  const body = { position: "absolute", left: sheet.side, right: sheet.side } as const;
  return (
    <Page size={invoice.business.paper} wrap={false} style={styles.page}>
      <View style={paperSize[invoice.business.paper]}>
        {first ? <Head {...drawn} /> : <Running {...drawn} />}
        <View style={{ ...body, top: first ? top : sheet.continuedTop }}>
          {pieces.map((piece) => (
            <PaperTable key={piece.table.title} piece={piece} say={words.say} />
          ))}
        </View>
        {page.number === page.of ? <End {...drawn} said={said} height={end} /> : null}
        <Footer {...drawn} page={page} />
      </View>
    </Page>
  );
}

function Head(drawn: Drawn) {
  const { invoice, words, say, look } = drawn;
  const { business, customer, number, issuedOn, dueOn, currency, openCents, totalCents, isVoid, credits } =
    invoice;
  const { type } = words;
  const [name = customer.name, ...addressLines] = invoice.billingAddress;
  const facts = [
    [say.number, number],
    [say.dated, words.date(issuedOn)],
    [say.due, credits === null ? words.date(dueOn) : ""],
    [say.terms, invoice.terms === "" ? "" : saidTerms(invoice.terms, business)],
    [say.customer, customer.number],
  ] as const;
  const isOpen = openCents > 0 && !isVoid && credits === null;
  const told = isVoid ? say.void : isOpen ? `${say.due} ${words.date(dueOn)}` : saidBeside(invoice, say);
  return (
    <>
      <From business={business} type={type} look={look} />
      <Facts title={say.invoice} facts={facts} type={type} look={look} />
      <To customer={{ name, addressLines }} type={type} />
      <Panel
        label={isOpen ? say.toPay : say.total}
        shown={words.amount(isOpen ? openCents : totalCents)}
        currency={currency}
        type={type}
        look={look}
      >
        <Text style={{ fontSize: size.body, fontWeight: 500, color: isVoid ? colour.late : colour.ink }}>
          {told}
        </Text>
      </Panel>
      <Beside {...drawn} />
    </>
  );
}

const saidBeside = ({ credits }: InvoicePaper, say: InvoiceWords): string =>
  credits === null ? say.settledInFull : say.credits(isolated(credits));

/** What stands between the address and the table: where the work was done, and what it is told by. */
function besideOf({ invoice, say }: Drawn) {
  const { serviceAddress, job, poNumber, buyer, salesperson, corrects } = invoice;
  const facts = [
    [say.job, job ? `${job.number} ${job.name}` : ""],
    [say.po, poNumber],
    [say.orderedBy, buyer],
    [say.salesperson, salesperson],
  ] as const;
  const isEmpty =
    serviceAddress.length === 0 && corrects === null && facts.every(([, value]) => value === "");
  return { facts, isEmpty };
}

function Beside(drawn: Drawn) {
  const { invoice, words, say } = drawn;
  const { type } = words;
  const { facts } = besideOf(drawn);
  const { serviceAddress, corrects } = invoice;
  const place = { width: BESIDE.width, points: size.text };
  return (
    <>
      {serviceAddress.length > 0 ? (
        <View style={{ position: "absolute", top: BESIDE.top, left: sheet.side, width: BESIDE.width }}>
          <Text style={styles.small}>{say.service}</Text>
          {atMost(serviceAddress, 4).map((line, index) => (
            <Lines key={index} style={styles.line} lines={fitted(line, place, type)} type={type} />
          ))}
        </View>
      ) : null}
      <View style={{ position: "absolute", top: BESIDE.top, right: sheet.side, width: 226 }}>
        <FactList facts={facts} type={type} />
        {corrects ? (
          <Lines
            style={styles.line}
            lines={fitted(say.instead(isolated(corrects)), place, type)}
            type={type}
          />
        ) : null}
      </View>
    </>
  );
}

function Running({ invoice, words, say }: Drawn) {
  const { type } = words;
  const told = say.running(isolated(invoice.number), isolated(invoice.customer.name));
  const name = fitted(invoice.business.name, { width: 180, points: size.text, weight: 600 }, type);
  return (
    <View
      style={{ ...styles.band, top: 34, paddingBottom: 5, borderBottomWidth: 0.5, borderColor: colour.line }}
    >
      <Lines style={{ fontSize: size.text, fontWeight: 600 }} lines={name} type={type} />
      <Lines
        style={styles.small}
        lines={fitted(told, { width: 290, points: size.small }, type)}
        type={type}
      />
    </View>
  );
}
