// A statement on paper, from the frozen value alone: the same value gives the same bytes, so a stored copy can be
// checked against a new print. Pages are filled before they are drawn (pages.ts), and nothing is fetched.
import { Document, Page, Text, View, renderToBuffer, type Styles } from "@react-pdf/renderer";
import type { Day } from "@/domain/values/day.ts";
import { verifyWords } from "@/domain/language/verify-words.ts";
import { codeOf, sealOf } from "@/domain/statements/seal.ts";
import { assertFoots, Statement } from "@/domain/statements/statement.ts";
import { AgingStrip } from "./aging-strip.tsx";
import { isolated } from "./bidi.ts";
import { FAMILY } from "./fonts.ts";
import { Lines } from "./lines.tsx";
import { pagesOf, type Piece } from "./pages.ts";
import { paperFile } from "./paper-file.ts";
import { PaperTable } from "./paper-table.tsx";
import { lookOf, type Look } from "./look.tsx";
import { RemittanceStub, STUB_HEIGHT } from "./remittance-stub.tsx";
import { StatementHead, statementName } from "./statement-head.tsx";
import { Message, notesOf, type Notes } from "./statement-notes.tsx";
import { attachedAfter, attachmentsOf } from "./statement-attachments.ts";
import { statementTables } from "./statement-tables.ts";
import { oneLine } from "./plain.ts";
import type { Tagging } from "./tags.ts";
import { fitted } from "./text.ts";
import { colour, paperSize, sheet, size } from "./theme.ts";
import { typesetterFor } from "./typesetter.ts";
import { wordsFor, type PaperWords } from "./words.ts";

/** `frozen`: its text as it was stored. `verifyAt`: where its reader verifies it. */
export type IssuedToDraw = { frozen: string; verifyAt: string; logo: Uint8Array | null };

/** The paper of an issued one carries the same bytes as were stored, and the code that they make. */
export function issuedStatementPdf({ logo, ...sealed }: IssuedToDraw): Promise<Buffer> {
  const statement = Statement.parse(JSON.parse(sealed.frozen));
  return draw(statement, { logo, sealed: statement.proof ? sealed : null });
}

/**
 * Of one that isn't issued, or was before they could be verified. `logo`: the PNG of its brand's picture, which lies apart; without
 * it the business is named in letters alone.
 */
export const statementPdf = (statement: Statement, logo: Uint8Array | null = null): Promise<Buffer> =>
  draw(statement, { logo, sealed: null });

type Beside = { logo: Uint8Array | null; sealed: Omit<IssuedToDraw, "logo"> | null };

async function draw(statement: Statement, { logo, sealed }: Beside): Promise<Buffer> {
  assertFoots(statement);
  const { business } = statement;
  const type = await typesetterFor(statement, business.locale);
  const words = { ...wordsFor(business, statement.currency), type };
  const look = lookOf(statement.brand, logo);
  const tagging: Tagging = { tags: null };
  const verify =
    sealed && verifyWords(business.language).onPaper(sealed.verifyAt, codeOf(sealOf(sealed.frozen)));
  const document = (
    <StatementDocument statement={statement} words={words} look={look} tagging={tagging} verify={verify} />
  );
  switch (statement.templateVersion) {
    case 1:
      return renderToBuffer(document);
    case 2:
      return Buffer.from(await attachedAfter(statement, await renderToBuffer(document)));
    case 3:
      return paperFile(document, attachmentsOf(statement, sealed?.frozen));
    case 4:
    case 5:
      return paperFile(document, attachmentsOf(statement, sealed?.frozen), tagging);
  }
}

/** `verify`: where, and by which code, a reader can verify it. */
type Drawn = {
  statement: Statement;
  words: PaperWords;
  look: Look;
  tagging: Tagging;
  verify: string | null;
};

function StatementDocument({ statement, words, look, tagging, verify }: Drawn) {
  const { business, customer } = statement;
  const paper = paperSize[business.paper];
  const width = paper.width - 2 * sheet.side;
  const tables = statementTables(statement, words, width);
  const bottom = paper.height - sheet.bottom - sheet.footer;
  const notes = notesOf(statement, words, width);
  const room = {
    first: bottom - sheet.bodyTop - notes.messageHeight,
    other: bottom - sheet.continuedTop,
    stub: STUB_HEIGHT + notes.termsHeight,
  };
  const pages = pagesOf(tables, room);
  return (
    <Document
      title={words.say.paper.title(statementName(statement, words), oneLine(customer.name))}
      author={oneLine(business.name)}
      creator="Onaccount"
      producer="Onaccount"
      language={words.tag}
      creationDate={midnightOf(statement.asOf)}
    >
      {pages.map((pieces, index) => (
        <StatementPage
          key={index}
          statement={statement}
          words={words}
          look={look}
          tagging={tagging}
          verify={verify}
          notes={notes}
          pieces={pieces}
          page={{ number: index + 1, of: pages.length }}
        />
      ))}
    </Document>
  );
}

/** The paper's own day, not the clock's: a second print of the same statement is the same file. */
const midnightOf = (of: Day) => new Date(`${of}T00:00:00Z`);

const styles = {
  page: {
    fontFamily: FAMILY,
    fontSize: size.text,
    color: colour.ink,
    backgroundColor: colour.paper,
  },
  running: {
    position: "absolute",
    top: 34,
    left: sheet.side,
    right: sheet.side,
    flexDirection: "row",
    justifyContent: "space-between",
    paddingBottom: 5,
    borderBottomWidth: 0.5,
    borderColor: colour.line,
  },
  footer: {
    position: "absolute",
    bottom: sheet.bottom,
    left: sheet.side,
    right: sheet.side,
    flexDirection: "row",
    justifyContent: "space-between",
  },
  small: { fontSize: size.small, color: colour.soft },
} satisfies Styles;

type PageProps = Drawn & {
  notes: Notes;
  pieces: readonly Piece[];
  page: { number: number; of: number };
};

function StatementPage({ statement, words, look, tagging, verify, notes, pieces, page }: PageProps) {
  const first = page.number === 1;
  const body = { position: "absolute", left: sheet.side, right: sheet.side } as const;
  return (
    // The pages are filled already: `wrap` off spares a second layout, and the frame gives the page its height.
    <Page size={statement.business.paper} wrap={false} style={styles.page}>
      <View style={paperSize[statement.business.paper]}>
        {first ? (
          <>
            <StatementHead statement={statement} words={words} look={look} />
            <AgingStrip statement={statement} words={words} />
            <Message notes={notes} type={words.type} />
          </>
        ) : (
          <RunningHead statement={statement} words={words} />
        )}
        <View style={{ ...body, top: first ? sheet.bodyTop + notes.messageHeight : sheet.continuedTop }}>
          {pieces.map((piece) => (
            <PaperTable key={piece.table.title} piece={piece} say={words.say} tagging={tagging} />
          ))}
        </View>
        {page.number === page.of && (
          <RemittanceStub
            statement={statement}
            words={words}
            notes={notes}
            verify={verify}
            alone={pieces.length === 0}
          />
        )}
        <Footer statement={statement} words={words} page={page} />
      </View>
    </Page>
  );
}

function RunningHead({ statement, words }: { statement: Statement; words: PaperWords }) {
  const { business, customer } = statement;
  const { type, say } = words;
  const told = say.paper.running(
    isolated(customer.name),
    isolated(customer.number),
    words.date(statement.asOf),
  );
  return (
    <View style={styles.running}>
      <Lines
        style={{ fontSize: size.text, fontWeight: 600 }}
        lines={fitted(business.name, { width: 180, points: size.text, weight: 600 }, type)}
        type={type}
      />
      <Lines
        style={styles.small}
        lines={fitted(told, { width: 290, points: size.small }, type)}
        type={type}
      />
    </View>
  );
}

function Footer({
  statement,
  words,
  page,
}: {
  statement: Statement;
  words: PaperWords;
  page: { number: number; of: number };
}) {
  const { type, say } = words;
  const told = [
    isolated(statement.business.name),
    statementName(statement, words),
    say.paper.allIn(statement.currency),
  ].join(" · ");
  return (
    <View style={styles.footer}>
      <Lines
        style={styles.small}
        lines={fitted(told, { width: 380, points: size.small }, type)}
        type={type}
      />
      <Text style={styles.small}>{say.paper.pageOf(page.number, page.of)}</Text>
    </View>
  );
}
