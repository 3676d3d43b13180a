// Text that a person wrote into one line: with something in it that can be seen. Zero-width signs, direction marks, blanks
// of other scripts and lone accents look like nothing in a list, on a paper and in a mail.
import { z } from "zod";

/** Blank by their look, though Unicode counts them among letters and signs: Hangul fillers, the empty Braille pattern. */
const NOTHING_TO_SEE = String.raw`\p{C}\p{Z}\p{M}\u115F\u1160\u2800\u3164\uFFA0`;
const VISIBLE = new RegExp(`[^${NOTHING_TO_SEE}]`, "u");

export const isVisible = (text: string): boolean => VISIBLE.test(text);

/** Trimmed; `wanted` is said where there is nothing to see. */
export const writtenText = (wanted: string) =>
  z.string().trim().refine(isVisible, { message: wanted, abort: true });
