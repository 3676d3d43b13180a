// What a look at a file of receivables needs of it: figures, the first faults, and the numbers to be looked up in the books
// as text that goes to the database as it is. Small, whatever the file's size.
import { Refusal } from "../refusal.ts";
import type { ReceivablesFile, RowFault } from "./receivables-file.ts";
import { sum, type Cents } from "../values/money.ts";

/** So many faults are shown; their count is always told. */
export const FAULTS_SHOWN = 200;

export type FileFigures = { invoices: number; payments: number; totalCents: Cents; openCents: Cents };

export type FileOutline = {
  name: string;
  hash: Uint8Array;
  figures: FileFigures;
  faults: RowFault[];
  faultCount: number;
  /** JSON: [{"line":2,"number":"INV-1"}, …] */
  invoices: string;
  /** JSON: ["C-1", …], each once. */
  customers: string;
};

/** Refuses a file that comes to more than can be said with "sum-too-large". */
export function figuresOfFile({ rows }: Pick<ReceivablesFile, "rows">): FileFigures {
  const total = rows.reduce((all, row) => all + BigInt(row.amountCents), 0n);
  if (total > BigInt(Number.MAX_SAFE_INTEGER)) throw new Refusal("sum-too-large");
  const open = rows.filter((row) => row.settledOn === null);
  return {
    invoices: rows.length,
    payments: rows.length - open.length,
    totalCents: sum(rows.map((row) => row.amountCents)),
    openCents: sum(open.map((row) => row.amountCents)),
  };
}

export function outlineOf(file: ReceivablesFile & { name: string; hash: Uint8Array }): FileOutline {
  const { name, hash, rows, faults } = file;
  return {
    name,
    hash,
    figures: figuresOfFile(file),
    faults: faults.slice(0, FAULTS_SHOWN),
    faultCount: faults.length,
    invoices: JSON.stringify(rows.map(({ line, invoiceNumber }) => ({ line, number: invoiceNumber }))),
    customers: JSON.stringify([...new Set(rows.map((row) => row.customerNumber))]),
  };
}
