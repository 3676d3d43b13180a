// Whether a stored statement still says what its value says. A file is read back as text and held against a new drawing
// of the same value: each name, address, number, day and amount must stand there as often. Words of the form itself
// aren't looked at, since forms change.
import { extractText, getDocumentProxy } from "unpdf";
import { day, isDay } from "@/domain/values/day.ts";
import { cents } from "@/domain/values/money.ts";
import type { Statement } from "@/domain/statements/statement.ts";
import { statementPdf } from "./statement-pdf.tsx";
import { printable } from "./text.ts";
import { typesetterFor } from "./typesetter.ts";
import { wordsFor, type PaperWords } from "./words.ts";

/** Words of the value that the file says less often than it should, as they should stand there; null: it can't be read. */
export async function wordsMissingFrom(pdf: Uint8Array, statement: Statement): Promise<string[] | null> {
  const there = await countWords(pdf).catch(() => null);
  if (!there) return null;
  const { business } = statement;
  const type = await typesetterFor(statement, business.locale);
  const said = new Set(wordsIn(statement, { ...wordsFor(business, statement.currency), type }));
  const due = await countWords(await statementPdf(statement));
  return [...due]
    .filter(([word, times]) => said.has(word) && (there.get(word) ?? 0) < times)
    .map(([word]) => word);
}

async function countWords(pdf: Uint8Array): Promise<Map<string, number>> {
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(pdf)), { mergePages: true });
  const counts = new Map<string, number>();
  for (const word of wordsOf(text)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

/** What says how a paper is drawn, and isn't printed itself. */
const UNSAID = new Set(["templateVersion", "slug", "locale", "language", "paper"]);

/** Every word that the value holds, however deep, as it is printed. */
function wordsIn(value: unknown, words: PaperWords, name = ""): string[] {
  if (typeof value === "string")
    return wordsOf(isDay(value) ? words.date(day(value)) : printable(value, words.type));
  if (typeof value === "number")
    return wordsOf(name.endsWith("Cents") ? words.balance(cents(value)) : String(value));
  if (value === null || typeof value !== "object") return [];
  return Object.entries(value)
    .filter(([key]) => !UNSAID.has(key))
    .flatMap(([key, each]) => wordsIn(each, words, key));
}

const wordsOf = (text: string): string[] => text.split(/\s+/u).filter((word) => word !== "");
