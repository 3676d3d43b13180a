// One line of a delimited text as cells, by the rules of RFC 4180 read with patience: a quote counts only where a cell
// begins, and ends one only where the cell does, so that an inch mark is an inch mark.

/** `open`: a quoted cell goes on in the next line. */
export type Cut = { cells: string[]; open: boolean };

export function cutLine(line: string, delimiter: string): Cut {
  if (!line.includes('"')) return { cells: line.split(delimiter), open: false };
  const cells: string[] = [];
  let at = 0;
  for (;;) {
    const quoted = line.charCodeAt(at) === QUOTE;
    const end = quoted ? closingQuote(line, at + 1, delimiter) : line.indexOf(delimiter, at);
    if (quoted && end < 0) {
      cells.push(line.slice(at + 1));
      return { cells, open: true };
    }
    if (quoted) {
      cells.push(line.slice(at + 1, end).replaceAll('""', '"'));
      at = end + 1;
    } else {
      cells.push(line.slice(at, end < 0 ? line.length : end));
      at = end < 0 ? line.length : end;
    }
    if (at >= line.length) return { cells, open: false };
    at += delimiter.length;
  }
}

const QUOTE = 34;

/** Where a quoted cell ends: at a quote before a delimiter or at the end; two quotes are one that is meant. */
function closingQuote(line: string, from: number, delimiter: string): number {
  for (let at = line.indexOf('"', from); at >= 0; at = line.indexOf('"', at + 1)) {
    if (at + 1 === line.length || line.startsWith(delimiter, at + 1)) return at;
    if (line.charCodeAt(at + 1) === QUOTE) at++;
  }
  return -1;
}

/** A line whose quote is never closed: every quote in it is a letter like others. */
export const cutPlainly = (line: string, delimiter: string): string[] => line.split(delimiter);
