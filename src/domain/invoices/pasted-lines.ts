// Rows of a spreadsheet, pasted as the lines of an invoice. Every row becomes a line as it stands; what can't be read is said by
// the line's own box, so that nothing is lost and nothing is guessed.
import { blankLine, type DraftLine } from "./draft.ts";

type Column = "description" | "quantity" | "unit" | "unitPrice" | "discount";

/** By how many columns there are, where no heading names them. */
const BY_WIDTH: readonly (readonly Column[])[] = [
  ["description"],
  ["description", "unitPrice"],
  ["description", "quantity", "unitPrice"],
  ["description", "quantity", "unit", "unitPrice"],
  ["description", "quantity", "unit", "unitPrice", "discount"],
];

const HEADINGS: Readonly<Record<string, Column>> = {
  description: "description",
  item: "description",
  product: "description",
  service: "description",
  quantity: "quantity",
  qty: "quantity",
  unit: "unit",
  uom: "unit",
  "unit of measure": "unit",
  price: "unitPrice",
  "unit price": "unitPrice",
  rate: "unitPrice",
  discount: "discount",
};

/** Several rows, or several cells of one: more than a text for one box. */
export const isRows = (text: string): boolean => /\t|\r?\n[^\r\n]*\S/.test(text.trim());

export function pastedLines(text: string): DraftLine[] {
  const [first = [], ...others] = cellsOf(text).filter((cells) => cells.some((cell) => cell !== ""));
  const named = first.map((cell) => HEADINGS[cell.toLowerCase()] ?? null);
  const hasHeading = named.includes("description") && named.filter((name) => name !== null).length > 1;
  const rows = hasHeading ? others : [first, ...others];
  const widest = Math.max(1, ...rows.map((cells) => cells.length));
  const columns = hasHeading ? named : (BY_WIDTH[Math.min(widest, BY_WIDTH.length) - 1] ?? []);
  return rows.filter((cells) => cells.length > 0).map((cells) => lineOf(cells, columns));
}

function lineOf(cells: readonly string[], columns: readonly (Column | null)[]): DraftLine {
  const line = blankLine("item");
  const typed: Partial<Record<Column, string>> = {};
  columns.forEach((column, at) => {
    const cell = cells[at] ?? "";
    if (column !== null && cell !== "") typed[column] = isNumber(column) ? withoutSigns(cell) : cell;
  });
  return {
    ...line,
    ...typed,
    description: (typed.description ?? "").slice(0, 500),
    unit: (typed.unit ?? "").slice(0, 20),
  };
}

const isNumber = (column: Column) => column !== "description" && column !== "unit";

/** "$ 1,234.50" as a person would type it; cut where no box could hold it. */
const withoutSigns = (cell: string): string =>
  cell
    .replace(/\p{Sc}|\b[A-Z]{3}\b/gu, "")
    .trim()
    .slice(0, 40);

/** Cells between tabs; one in quotes holds tabs, line ends and doubled quotes, as spreadsheets write them. */
function cellsOf(text: string): string[][] {
  const rows: string[][] = [[]];
  const cell = /(?:"((?:[^"]|"")*)"|([^\t\r\n]*))(\t|\r\n|\n|\r|$)/gy;
  for (let match = cell.exec(text); match; match = cell.exec(text)) {
    const [, quoted, plain = "", end = ""] = match;
    const said =
      quoted === undefined ? plain : quoted.replaceAll('""', '"').replaceAll(/\s*[\r\n]+\s*/g, " ");
    rows.at(-1)?.push(said.trim());
    if (end === "") break;
    if (end !== "\t") rows.push([]);
  }
  return rows;
}
