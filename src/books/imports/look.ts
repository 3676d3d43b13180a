// What the books add to a look at a file: who of its customers is there, which rows are there already or contradict what is
// there, and whether this very file was imported before.
import { FaultBook } from "@/domain/imports/faults.ts";
import { ofKnownCustomers } from "@/domain/imports/fields.ts";
import { foldName } from "@/domain/imports/fold.ts";
import type { FaultGroup, FileLook, ImportLook, ImportQuestion } from "@/domain/imports/look.ts";
import { openingsOf } from "@/domain/imports/openings.ts";
import type { FileEntries } from "@/domain/imports/entries.ts";
import type { Books } from "../open.ts";
import type { Fault } from "./already-there.ts";
import { readImport } from "./bring-in.ts";
import { lookAtLabels, withoutRows } from "./labels.ts";
import { matchCustomers, type CustomerMatch, type Near } from "./match-customers.ts";
import { renamedQuestion, setAside } from "./renamed.ts";
import { sortFile, type Headings } from "./sort-file.ts";
import { unchangedCustomers } from "./unchanged-customers.ts";

const MOST_NEAR = 200;

export type LookedAt = { look: ImportLook; faults: readonly Fault[] };

export async function lookInBooks(
  books: Books,
  hash: Uint8Array,
  { look, entries: read, faults }: { look: FileLook; entries: FileEntries; faults: readonly Fault[] },
): Promise<LookedAt> {
  const { plan } = look;
  const already = await readImport(books, { hash, plan });
  const match = await matchCustomers(books, read.customers, plan.customers);
  const headings = headingsFor(look);
  const { contrary, renamed } = match;
  const { entries: ofThem, faults: others } = setAside(read, { contrary, column: headings.customer });
  const labels = await lookAtLabels(books, ofThem.customers, { column: headings.labels, known: match.known });
  const entries = withoutRows(ofThem, labels.faults);
  // What this very file brought in is there, of course.
  const sorted = already
    ? { alreadyThere: 0, faults: [] }
    : await sortFile(books, { kind: plan.kind, entries }, { match, headings });
  const taken = new FaultBook();
  for (const fault of [...others, ...sorted.faults]) taken.add({ ...fault, kind: "taken" });
  for (const fault of labels.faults) taken.add({ ...fault, answer: leftAlone(look, "labels") });
  const ofLabels = labels.faults.map(({ row, column, says }) => ({ row, column, says }));
  const all = [...faults, ...others, ...sorted.faults, ...ofLabels].sort((a, b) => a.row - b.row);
  const asked = match.near.filter(({ candidates }) => candidates.length > 0);
  const question = asked.length > 0 ? [nearQuestion(asked, plan.customers)] : [];
  const numbers = renamed.length > 0 ? [renamedQuestion(renamed, plan.customers)] : [];
  return {
    look: {
      ...look,
      questions: [...look.questions, ...question, ...numbers],
      warnings: [
        ...look.warnings,
        ...unchangedCustomers(
          look.kind,
          entries.customers.filter(({ key }) => match.known.get(key)?.again === false),
        ),
        ...labels.warnings,
      ],
      newLabels: labels.newLabels,
      faults: [...look.faults, ...taken.groups],
      faultCount: look.faultCount + taken.count,
      ...customersIn(look, entries, match),
      near: (ofKnownCustomers(plan.kind) ? asked : match.near).slice(0, MOST_NEAR),
      alreadyThere: sorted.alreadyThere,
      already,
    },
    faults: all,
  };
}

/** Who is new and who isn't; only new ones bring what they owe along. */
function customersIn(
  { kind, figures }: FileLook,
  { customers }: FileEntries,
  { known, unknown }: CustomerMatch,
) {
  if (ofKnownCustomers(kind)) return { newCustomers: 0, matchedCustomers: known.size };
  if (kind !== "customers") return { newCustomers: unknown.length, matchedCustomers: known.size };
  const fresh = customers.filter(({ key }) => known.get(key)?.again !== false);
  return {
    newCustomers: fresh.length,
    matchedCustomers: customers.length - fresh.length,
    figures: { ...figures, ...openingsOf(fresh) },
  };
}

/** What mends a column that holds something else than was thought. */
function leftAlone({ columns, plan }: FileLook, of: string): FaultGroup["answer"] {
  const at = columns.find(({ field }) => field === of)?.at;
  return at === undefined
    ? null
    : { label: "Leave the column alone", patch: { columns: { ...plan.columns, [at]: "" } } };
}

/** What the file calls what a fault is told by. */
function headingsFor({ columns }: FileLook): Headings & { labels: string } {
  const called = (...fields: string[]) =>
    columns.find(({ field }) => field !== null && fields.includes(field))?.heading ?? "";
  return {
    documentNumber: called("documentNumber"),
    customer: called("customerNumber", "customerName"),
    contact: called("contactEmail", "contactName"),
    labels: called("labels"),
  };
}

function nearQuestion(near: readonly Near[], said: Readonly<Record<string, string>>): ImportQuestion {
  const answered = (numberOf: (each: Near) => string) => ({
    customers: { ...said, ...Object.fromEntries(near.map((each) => [each.key, numberOf(each)])) },
  });
  const [first] = near;
  const example = `“${first?.name ?? ""}” and “${first?.candidates[0]?.name ?? ""}”`;
  const says =
    near.length === 1
      ? `One name is near to a customer of yours: ${example}.`
      : `${near.length} names are near to customers of yours, such as ${example}.`;
  return {
    key: "customers",
    says,
    options: [
      {
        label: "They are the same",
        patch: answered(({ candidates }) => candidates[0]?.number ?? ""),
        option: "--customers same",
      },
      { label: "They are others", patch: answered(() => ""), option: "--customers new" },
    ],
  };
}

/** The folded headings of a file: by them its plan is remembered. */
export const headingsOf = ({ columns }: Pick<FileLook, "columns">): string =>
  columns
    .map(({ heading }) => foldName(heading))
    .join("\n")
    .slice(0, 4_000);
