// Where a page of a list begins: behind the last row of the page before, told by what that row is ordered by and by what
// breaks a tie. Every list writes it the same way, so that a million rows cost no more to page through than fifty.
import { z } from "zod";
import { cents } from "../values/money.ts";

/** Longer than the longest name, and no address is as long as that. */
export const Cursor = z.string().max(2000);

export const writeCursor = (...place: readonly (string | number)[]): string =>
  place.map((part) => toBase64Url(String(part))).join(".");

/** The shapes of a place's parts, in their order. Null for a stale or mangled link: it begins at the first page. */
export function readCursor<const Place extends readonly z.ZodType[]>(
  cursor: string | undefined,
  place: Place,
): { -readonly [Part in keyof Place]: z.output<Place[Part]> } | null {
  const texts = (cursor ?? "").split(".").map(fromBase64Url);
  if (texts.length !== place.length) return null;
  const parts = place.map((shape, at) => z.safeParse(shape, texts[at]));
  return parts.every((part) => part.success)
    ? (parts.map((part) => part.data) as { -readonly [Part in keyof Place]: z.output<Place[Part]> })
    : null;
}

/** An amount as one of those parts. */
export const CentsPart = z
  .string()
  .regex(/^-?\d{1,15}$/)
  .transform((text) => cents(Number(text)));

const toBase64Url = (text: string): string =>
  btoa(String.fromCodePoint(...new TextEncoder().encode(text)))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");

/** null where it isn't such text, or holds what no database keeps. */
function fromBase64Url(encoded: string): string | null {
  if (!z.base64url().safeParse(encoded).success) return null;
  const bytes = atob(encoded.replaceAll("-", "+").replaceAll("_", "/"));
  const text = new TextDecoder().decode(Uint8Array.from(bytes, (byte) => byte.codePointAt(0) ?? 0));
  return text.includes("\0") ? null : text;
}
