// A number of the file that stands for somebody of a clearly different name in the books: asked once for all, since it may be
// a customer who is called otherwise now, or another program's number that is only alike.
import type { FileCustomer, FileEntries } from "@/domain/imports/entries.ts";
import type { RowFault } from "@/domain/imports/faults.ts";
import { foldName, nearName } from "@/domain/imports/fold.ts";
import type { ImportQuestion } from "@/domain/imports/look.ts";

/** `key`: by which the plan has its answer; no folded name has a line's end in it. */
export type Renamed = { key: string; number: string; ours: string; theirs: string };

/** Null where the names are the same, or near. `names`: all that the customer is called in the books. */
export function renamedIn(
  { number, name }: FileCustomer,
  there: { name: string; names?: readonly string[] },
): Renamed | null {
  if (number === null || name === null || foldName(name) === foldName(number)) return null;
  const { name: ours, names = [ours] } = there;
  // Who has no name in the books is called by their number.
  if (foldName(ours) === foldName(number)) return null;
  if (names.some((each) => each !== "" && nearName(each) === nearName(name))) return null;
  return {
    key: `#${number.toUpperCase()}\n${foldName(name)}`.slice(0, 200),
    number,
    ours,
    theirs: name,
  };
}

const NAMED = 5;
const told = ({ number, ours, theirs }: Renamed) =>
  `${number} is ${ours} in your books and ${theirs} in the file`;

export function renamedQuestion(
  renamed: readonly Renamed[],
  said: Readonly<Record<string, string>>,
): ImportQuestion {
  const answered = (answerOf: (each: Renamed) => string) => ({
    customers: { ...said, ...Object.fromEntries(renamed.map((each) => [each.key, answerOf(each)])) },
  });
  const first = renamed.slice(0, NAMED).map(told).join("; ");
  const more = renamed.length > NAMED ? `; and ${renamed.length - NAMED} more` : "";
  return {
    key: "numbers",
    says:
      renamed.length === 1
        ? `Number ${first}.`
        : `${renamed.length} numbers have another name in your books: ${first}${more}.`,
    options: [
      {
        label: "They are the same customers",
        patch: answered(({ number }) => number),
        option: "--numbers same",
      },
      {
        label: "They are others: their rows are errors",
        patch: answered(() => ""),
        option: "--numbers other",
      },
    ],
  };
}

type SetAside = { entries: FileEntries; faults: RowFault[] };

/** Takes the rows of those out who aren't the customer with their number, each as a fault. */
export function setAside(
  entries: FileEntries,
  { contrary, column }: { contrary: ReadonlyMap<string, Renamed>; column: string },
): SetAside {
  if (contrary.size === 0) return { entries, faults: [] };
  const faults: RowFault[] = [];
  const kept = <Row extends { row: number }>(rows: readonly Row[], keyOf: (row: Row) => string) =>
    rows.filter((row) => {
      const other = contrary.get(keyOf(row));
      if (other) faults.push({ row: row.row, column, says: `${told(other)}.` });
      return !other;
    });
  const ofCustomer = ({ customer }: { customer: string }) => customer;
  const rows = {
    entries: kept(entries.entries, ofCustomer),
    limits: kept(entries.limits, ofCustomer),
    contacts: kept(entries.contacts, ofCustomer),
  };
  const isList = entries.entries.length + entries.limits.length + entries.contacts.length === 0;
  const customers = isList
    ? kept(entries.customers, ({ key }) => key)
    : entries.customers.filter(({ key }) => !contrary.has(key));
  return { entries: { ...entries, ...rows, customers }, faults };
}
