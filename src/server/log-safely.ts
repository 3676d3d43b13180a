// What may be written down of errors and of words that came from outside: of a database's error the query and the
// constraint but no value, of a link that it was one.
import { inspect } from "node:util";

/** As long as a token of ours (tokens.ts), or longer. */
const TOKEN_LIKE = /(?<![\w-])[\w-]{43,}/g;

/** What stands behind these opens something, however long it is: a link, and the hook that tells of bounces. */
const OPENING = /^(.*?\/(?:s|api\/mail\/bounces)\/)(.*)$/is;

/** A path as it may be written down: without its query, and without the token of a link in any spelling of it. */
export function safePath(url: string): string {
  const path = url.split(/[?#]/, 1)[0] ?? "";
  const plain = decoded(path)
    .replaceAll("\\", "/")
    .replace(/\/(\.?\/)+/g, "/");
  const [, before, rest] = OPENING.exec(plain) ?? [];
  if (before !== undefined && rest !== undefined) {
    // What follows the token is one of our own few words, or part of what somebody mangled.
    const word = /^[^/]+(\/[a-z]{1,12}(\.[a-z]{1,4})?)$/.exec(rest)?.[1] ?? "";
    return `${before.toLowerCase().replace(TOKEN_LIKE, "…")}…${word}`.slice(0, 300);
  }
  const blotted = plain.replace(TOKEN_LIKE, "…");
  return (blotted === plain ? path : blotted).slice(0, 300);
}

/** Every %41 as the letter it stands for, however often it was encoded; what is no such thing stays. */
function decoded(path: string): string {
  const once = path.replace(/%([0-7][\da-f])/gi, (_sign, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  return once === path ? path : decoded(once);
}

/** Words that somebody else wrote, such as Next of a path it could not serve. */
export function safeText(text: string): string {
  return text
    .replace(/^\s*params: .*$(\n(?! +at ).*$)*/gm, "")
    .replace(TOKEN_LIKE, "…")
    .replace(/((?:\/|\\|%2f)(?:s|%73|%53|mail\/+bounces)(?:\/|\\|%2f)+)[^\s/?#"')]+/gi, "$1…")
    .slice(0, 4000);
}

type Told = Record<string, unknown> & { type: string; message: string; stack?: string };

/** What else of an error is a fact about us, and not about whom we serve. */
const FACTS = ["code", "severity", "constraint_name", "table_name", "schema_name", "routine", "digest"];
const DEEPEST = 5;

/** pino's serializer of `err`: only what is listed here is ever written. */
export function safeError(error: unknown, depth = 0): Told {
  if (!(error instanceof Error)) return { type: typeof error, message: safeText(String(error)) };
  const facts = FACTS.flatMap((name) => {
    const value: unknown = Reflect.get(error, name);
    return typeof value === "string" ? [[name, safeText(value)] as const] : [];
  });
  const message = safeMessage(error);
  return {
    type: error.name,
    message,
    stack: [`${error.name}: ${message}`, ...frames(error)].join("\n"),
    ...Object.fromEntries(facts),
    ...(error.cause !== undefined && depth < DEEPEST && { cause: safeError(error.cause, depth + 1) }),
  };
}

function safeMessage(error: Error): string {
  // drizzle writes the values behind the query, in lines of their own.
  const message = error.message.split(/\nparams: /, 1)[0] ?? "";
  const code: unknown = Reflect.get(error, "code");
  // Class 22 of PostgreSQL, "data exception", quotes what could not be read.
  const quotes = typeof code === "string" && /^22[\dA-Z]{3}$/.test(code);
  return safeText(quotes ? message.replace(/"[^]*"/, '"…"') : message);
}

/** Where it happened, without the message that stands before it in the stack. */
function frames({ message, stack = "" }: Error): string[] {
  const after = stack.slice(stack.indexOf(message) + message.length);
  return after.split("\n").filter((line) => line.startsWith("    at "));
}

/** What a program prints, in one text: errors as above, and whatever else as an inspector shows it. */
export const safeWords = (words: readonly unknown[]): string =>
  words.map((word) => (word instanceof Error ? (safeError(word).stack ?? "") : shown(word))).join(" ");

function shown(word: unknown): string {
  if (typeof word === "string") return safeText(word);
  // An object may hold an error with all its values, so its depths stay in the dark.
  return safeText(inspect(word, { depth: 0, breakLength: Number.POSITIVE_INFINITY }));
}
