// Whether there is something to see in a text: zero-width signs, direction marks, blanks of other scripts and lone accents
// look like nothing in a list, on a paper and in a mail.

/** Blank by their look, though Unicode counts them among letters and signs: Hangul fillers, the empty Braille pattern. */
const NOTHING_TO_SEE = String.raw`\p{C}\p{Z}\p{M}\u115F\u1160\u2800\u3164\uFFA0`;
const VISIBLE = new RegExp(`[^${NOTHING_TO_SEE}]`, "u");

export const isVisible = (text: string): boolean => VISIBLE.test(text);

/** Text that Unicode knows and Postgres can hold: no NUL, and no half of a surrogate pair. */
export const isKeepable = (text: string): boolean => !text.includes("\0") && text.isWellFormed();
