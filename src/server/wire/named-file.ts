// The name under which an answer is kept as a file: one `filename*`, in which nothing can break out of the header (faults
// E35), and which every browser of this decade reads.

/** The longest name that every file system takes, with room for what a browser adds to it. */
const LONGEST = 120;

/** `content-disposition` for a file that is to be saved, or looked at in its place. */
export function namedFile(how: "attachment" | "inline", name: string): string {
  const encoded = encodeURIComponent(name.toWellFormed()).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${how}; filename*=UTF-8''${encoded}`;
}

/** Words of ours and of theirs as the name of a file: letters, digits and little else. */
export const fileName = (words: string, ending: string): string =>
  `${words
    .toWellFormed()
    .replace(/[^\p{L}\p{M}\p{N} ._-]+/gu, "-")
    .slice(0, LONGEST)}.${ending}`;
