// What a file's bytes say as text. Which encoding it is, is decided over the whole file, never by a part of it: one letter
// read wrongly makes two customers of one, or one of two.
import { isUtf8 } from "node:buffer";
import { Refusal } from "@/domain/refusal.ts";

export type Text = { encoding: string; chunks: () => Iterable<string> };

type Encoding = { name: string; label: string; skip: number };

const STEP = 1 << 18;

export function textOf(bytes: Uint8Array): Text {
  const { name, label, skip } = encodingOf(bytes);
  return { encoding: name, chunks: () => decoded(bytes.subarray(skip), label) };
}

function encodingOf(bytes: Uint8Array): Encoding {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf && isUtf8(bytes))
    return { name: "UTF-8", label: "utf-8", skip: 3 };
  if (first === 0xff && second === 0xfe) return { name: "UTF-16", label: "utf-16le", skip: 2 };
  if (first === 0xfe && second === 0xff) return { name: "UTF-16", label: "utf-16be", skip: 2 };
  const wide = wideWithoutMark(bytes);
  if (wide) return { name: "UTF-16", label: wide, skip: 0 };
  if (bytes.includes(0)) throw new Refusal("file-unreadable", { reason: "It isn't a table of text." });
  if (isUtf8(bytes)) return { name: "UTF-8", label: "utf-8", skip: 0 };
  return { name: "Windows-1252", label: "windows-1252", skip: 0 };
}

/** Latin letters in two bytes have a NUL at every other place. */
function wideWithoutMark(bytes: Uint8Array): "utf-16le" | "utf-16be" | null {
  const sample = bytes.subarray(0, 4096);
  let [even, odd] = [0, 0];
  for (let at = 0; at < sample.length; at++) {
    if (sample[at] !== 0) continue;
    if (at % 2 === 0) even++;
    else odd++;
  }
  const most = sample.length / 2;
  if (odd > most * 0.5 && even < most * 0.05) return "utf-16le";
  if (even > most * 0.5 && odd < most * 0.05) return "utf-16be";
  return null;
}

function* decoded(bytes: Uint8Array, label: string): Iterable<string> {
  const decoder = new TextDecoder(label, { ignoreBOM: true });
  for (let from = 0; from < bytes.length; from += STEP) {
    const last = from + STEP >= bytes.length;
    // A copy: a decoder takes no memory that threads share.
    const text = decoder.decode(bytes.slice(from, from + STEP), { stream: !last });
    if (text.includes("\0")) throw new Refusal("file-unreadable", { reason: "It isn't a table of text." });
    yield label === "windows-1252" ? text.replace(UNMAPPED, windowsLetter) : text;
  }
}

/** Node's fast path takes Windows-1252 for Latin-1, in which these are unprintable (nodejs/node 56542). */
const UNMAPPED = /[\u0080-\u009f]/g;
const WINDOWS = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";
const windowsLetter = (letter: string) => WINDOWS.charAt(letter.charCodeAt(0) - 0x80);
