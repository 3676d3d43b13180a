// The first sheet of a printed run: what lies behind it, so that whoever stands at the printer can count.
import { Document, Page, Text, View, renderToBuffer, type Styles } from "@react-pdf/renderer";
import type { RunCover } from "@/domain/statements/run.ts";
import { isolated } from "./bidi.ts";
import { Lines } from "./lines.tsx";
import { oneLine } from "./plain.ts";
import { FactList } from "./statement-head.tsx";
import { FAMILY } from "./fonts.ts";
import { fitted } from "./text.ts";
import { colour, paperSize, sheet, size } from "./theme.ts";
import { typesetterFor } from "./typesetter.ts";
import { wordsFor } from "./words.ts";

const styles = {
  page: { fontFamily: FAMILY, fontSize: size.text, color: colour.ink, backgroundColor: colour.paper },
  body: { position: "absolute", top: sheet.addressTop, left: sheet.side, right: sheet.side },
  title: { fontSize: size.title, fontWeight: 600, marginBottom: 12 },
} satisfies Styles;

export async function runCoverPdf(cover: RunCover): Promise<Buffer> {
  const { business, currency } = cover;
  const type = await typesetterFor(cover, business.locale);
  const words = { ...wordsFor(business, currency), type };
  const { run: say } = words.say;
  const facts = [
    [say.business, business.name],
    [say.kind, words.say.kinds[cover.kind]],
    [words.say.paper.asOf, words.date(cover.asOf)],
    [say.statements, say.part(cover.first, cover.last, cover.of)],
    [say.numbers, cover.numbers],
    [say.pages, String(cover.pages)],
    [say.sum, `${words.balance(cover.closingCents)} ${currency}`],
  ] as const;
  const note = { width: 400, points: size.text, lines: 3 };
  return renderToBuffer(
    <Document
      title={`${say.title} ${oneLine(business.name)}`}
      author={oneLine(business.name)}
      creator="Onaccount"
      producer="Onaccount"
      language={words.tag}
      creationDate={new Date(`${cover.asOf}T00:00:00Z`)}
    >
      <Page size={business.paper} wrap={false} style={styles.page}>
        <View style={paperSize[business.paper]}>
          <View style={styles.body}>
            <Text style={styles.title}>{say.title}</Text>
            <FactList facts={facts} type={type} />
            <View style={{ marginTop: 14 }}>
              <Lines
                lines={fitted(isolated(say.note), note, type)}
                type={type}
                style={{ fontSize: size.text, color: colour.soft }}
              />
            </View>
          </View>
        </View>
      </Page>
    </Document>,
  );
}
