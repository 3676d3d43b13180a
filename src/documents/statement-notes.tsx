// What a business says on its statements in words of its own: a message by how late the money is, in front of the tables,
// and its terms, above the slip; in front of both what it comes to where it is paid early.
import { View } from "@react-pdf/renderer";
import { finalDue, type Statement } from "@/domain/statements/statement.ts";
import { Lines } from "./lines.tsx";
import { wrapped } from "./text.ts";
import { colour, sheet, size } from "./theme.ts";
import type { Typesetter } from "./typesetter.ts";
import type { PaperWords } from "./words.ts";

const MESSAGE = { line: 13, gap: 9, lines: 5 };
const TERMS = { line: 10, gap: 7, lines: 10 };

/** Their lines, and what each takes of its page; nothing where nothing is said. */
export type Notes = { message: string[]; messageHeight: number; terms: string[]; termsHeight: number };

export function notesOf(statement: Statement, words: PaperWords, width: number): Notes {
  const { message = "", brand } = statement;
  const { type } = words;
  const early = finalDue(statement);
  const said = early
    ? `${words.say.finalDue(words.date(early.untilOn))}: ${words.amount(early.amountCents)} ${statement.currency}`
    : "";
  const place = { width, points: size.body };
  const ownLines = wrapped(message, place, type).slice(0, MESSAGE.lines);
  const messageLines = [...(said === "" ? [] : wrapped(said, place, type)), ...ownLines];
  const terms = wrapped(brand?.terms ?? "", { width, points: size.small }, type).slice(0, TERMS.lines);
  return {
    message: messageLines,
    messageHeight: heightOf(messageLines, MESSAGE),
    terms,
    termsHeight: heightOf(terms, TERMS),
  };
}

const heightOf = (lines: readonly string[], { line, gap }: { line: number; gap: number }): number =>
  lines.length === 0 ? 0 : lines.length * line + gap;

/** Beneath the aging strip, where the eye comes from what is owed. */
export function Message({ notes: { message }, type }: { notes: Notes; type: Typesetter }) {
  if (message.length === 0) return null;
  return (
    <View style={{ position: "absolute", top: sheet.bodyTop - 2, left: sheet.side, right: sheet.side }}>
      <Lines
        style={{ fontSize: size.body, fontWeight: 500, lineHeight: MESSAGE.line / size.body }}
        lines={message}
        type={type}
        tag="P"
      />
    </View>
  );
}

/** Above the slip that is torn off. */
export function Terms({ notes: { terms, termsHeight }, type }: { notes: Notes; type: Typesetter }) {
  if (terms.length === 0) return null;
  const style = { fontSize: size.small, color: colour.soft, lineHeight: TERMS.line / size.small };
  return (
    <View style={{ height: termsHeight }}>
      <Lines style={style} lines={terms} type={type} tag="P" />
    </View>
  );
}
