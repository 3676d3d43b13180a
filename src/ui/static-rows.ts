// The rows of a long table, written straight as markup. A page of history has six hundred cells and none of them ever
// changes in the browser; as elements they cost the server most of its time and are sent twice. What a cell may hold is
// a closed list, and every text in it is escaped here and nowhere else.
import type { ColumnRole } from "./table.tsx";

export type StaticText = {
  text: string;
  /** What it leads to: a path of our own. */
  href?: string | undefined;
  /** Said instead of the text, where that alone says too little. */
  label?: string;
  variant?: "soft" | "accent" | "strong";
  /** It counts no more. */
  struck?: boolean;
  /** Small lines below. */
  under?: readonly StaticText[];
  /** A quiet word before the text: "credit 120.00". */
  before?: string;
  /** The machine's form of a day. */
  dateTime?: string;
};

export type StaticColumn<Row> = {
  key: string;
  head: string;
  place: ColumnRole;
  label?: string;
  numeric?: boolean;
  wraps?: boolean;
  rowHead?: boolean;
  cell: (row: Row) => StaticText | null;
};

const SIGNS: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

export const escaped = (text: string): string => text.replaceAll(/[&<>"']/g, (sign) => SIGNS[sign] ?? sign);

const LOOKS = { soft: "text-soft", accent: "text-accent", strong: "font-medium" } as const;

/** What can't be read aloud as it stands: no amount at all. */
const NOTHING = '<span aria-hidden="true">—</span><span class="sr-only">zero</span>';
export const NO_AMOUNT: StaticText = { text: "" };

export function staticRows<Row>(
  rows: readonly Row[],
  columns: readonly StaticColumn<Row>[],
  idOf: (row: Row) => string,
): string {
  const opened = columns.map((column) => ({ column, ...tagsOf(column) }));
  return rows
    .map((row) => {
      const cells = opened.map(({ column, open, close }) => {
        const cell = column.cell(row);
        return cell === null ? `${open} data-empty="">${close}` : `${open}>${contentOf(cell)}${close}`;
      });
      return `<tr id="${escaped(idOf(row))}" role="row">${cells.join("")}</tr>`;
    })
    .join("");
}

function tagsOf<Row>({ place, label, numeric, wraps, rowHead }: StaticColumn<Row>) {
  const name = rowHead ? "th" : "td";
  const variant = numeric ? ' class="num"' : wraps ? ' class="wraps"' : "";
  const said = label === undefined ? "" : ` data-label="${escaped(label)}"`;
  const role = rowHead ? 'role="rowheader" scope="row"' : 'role="cell"';
  return { open: `<${name} ${role}${variant} data-place="${place}"${said}`, close: `</${name}>` };
}

function contentOf(cell: StaticText): string {
  if (cell === NO_AMOUNT) return NOTHING;
  const { under = [] } = cell;
  const lines = under.map(
    (line) => `<span class="block text-12 font-normal text-soft">${wordsOf(line)}</span>`,
  );
  return wordsOf(cell) + lines.join("");
}

function wordsOf({ text, href, label, variant, before, dateTime, struck }: StaticText): string {
  const words = struck
    ? `<span class="${href ? "" : "text-soft "}line-through">${escaped(text)}</span>`
    : escaped(text);
  const quiet = before ? `<span class="text-soft">${escaped(before)}</span> ` : "";
  const dress = variant ? LOOKS[variant] : "";
  if (dateTime) return `${quiet}<time datetime="${escaped(dateTime)}">${words}</time>`;
  if (href) {
    const said = label ? ` aria-label="${escaped(label)}"` : "";
    return `${quiet}<a href="${escaped(href)}"${said} class="paper-link ${dress}">${words}</a>`;
  }
  return quiet + (dress ? `<span class="${dress}">${words}</span>` : words);
}
