// The browsers in which somebody signed in before: a signed cookie says whose they are. Tries from there are counted
// apart, so that nobody can lock a person out of their own browser by guessing elsewhere (OWASP: device cookies). The
// cookie opens nothing by itself, and tells nobody an address.
import { randomBytes } from "node:crypto";
import { ourCookie } from "./cookie.ts";
import { everSigned, isSigned, signed } from "./signed.ts";

/** `people`: marks of the addresses that signed in here, the last one first. */
export type KnownBrowser = { id: string; people: readonly string[] };

/** A desk that many share keeps the last few. */
const MOST_PEOPLE = 8;

const MARK = 16;
const markOf = (email: string): string => signed("known-person", email.toLowerCase()).slice(0, MARK);
const marksOf = (email: string): string[] =>
  everSigned("known-person", email.toLowerCase()).map((each) => each.slice(0, MARK));

export const isKnownTo = (browser: KnownBrowser | null, email: string): browser is KnownBrowser =>
  marksOf(email).some((mark) => browser?.people.includes(mark));

/** What the cookie holds: `id.marks.signature`. */
export function writtenBrowser({ id, people }: KnownBrowser): string {
  const text = `${id}.${people.join("~")}`;
  return `${text}.${signed("known-browser", text)}`;
}

/** null for what we didn't sign. */
export function readBrowser(value: string | undefined): KnownBrowser | null {
  const [, text, id, marks, signature] =
    /^(([\w-]{16})\.([\w~-]{0,200}))\.([\w-]{43})$/.exec(value ?? "") ?? [];
  if (text === undefined || id === undefined || marks === undefined || signature === undefined) return null;
  return isSigned("known-browser", text, signature) ? { id, people: marks.split("~") } : null;
}

/** The browser that sent these headers, if somebody signed in there before. */
export function browserIn(headers: Headers): KnownBrowser | null {
  const { name } = ourCookie("known");
  const sent = (headers.get("cookie") ?? "").split(/;\s*/).find((each) => each.startsWith(`${name}=`));
  return readBrowser(sent?.slice(name.length + 1));
}

/** The browser once this person has signed in there, too. */
export function withPerson(browser: KnownBrowser | null, email: string): KnownBrowser {
  const mark = markOf(email);
  const marks = new Set(marksOf(email));
  const others = browser?.people.filter((each) => !marks.has(each)) ?? [];
  return {
    id: browser?.id ?? randomBytes(12).toString("base64url"),
    people: [mark, ...others].slice(0, MOST_PEOPLE),
  };
}
