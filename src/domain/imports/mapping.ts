// Which column holds what: as somebody said, else as its heading says. Two columns that could hold the same are told apart
// by how plainly they name it; where they name it alike, nobody guesses.
import { movesMoney, type ImportKind } from "./fields.ts";
import { foldHeading } from "./fold.ts";
import { headingNames } from "./headings.ts";
import type { ImportPlan } from "./plan.ts";

export type Mapping = {
  /** A field's key by the column's place; "" was left alone by somebody, null is undecided. */
  fields: (string | null)[];
  /** Fields that two columns name alike: asked. */
  doubtful: { field: string; places: number[] }[];
};

export function mapColumns(headings: readonly string[], plan: ImportPlan): Mapping {
  const fields = headings.map((_, at) => plan.columns[at] ?? null);
  const taken = new Set(fields.filter((field) => field !== null && field !== ""));
  const twice = saidTwice(fields);
  for (const at of twice.flatMap(({ places }) => places)) fields[at] = null;
  const claims = claimsOf(plan.kind, headings, fields);
  numberBesideName(headings, claims, taken.has("customerNumber"));
  companyBesideName(headings, claims, taken.has("company"));
  if (movesMoney(plan.kind)) {
    onlyContact(claims, taken);
    onlyReference(headings, claims, taken);
    runningBalance(headings, claims);
  }
  const doubtful: Mapping["doubtful"] = [...twice];
  for (const [field, places] of claims) {
    if (taken.has(field)) continue;
    if (places.length === 0) continue;
    const best = Math.min(...places.map(({ rank }) => rank));
    const plainest = places.filter(({ rank }) => rank === best);
    const [first, ...others] = plainest;
    if (first && others.length === 0) fields[first.at] = field;
    else doubtful.push({ field, places: plainest.map(({ at }) => at) });
  }
  return { fields, doubtful };
}

/** Of two columns that somebody said hold the same, one is meant. */
function saidTwice(fields: readonly (string | null)[]): Mapping["doubtful"] {
  const places = Map.groupBy([...fields.keys()], (at) => fields[at] ?? "");
  return [...places].flatMap(([field, at]) => (field !== "" && at.length > 1 ? [{ field, places: at }] : []));
}

type Claims = Map<string, { at: number; rank: number }[]>;

/** "Customer" is their number where a second column has their name, as in SAP's lists. */
function numberBesideName(headings: readonly string[], claims: Claims, isTaken: boolean): void {
  const names = claims.get("customerName") ?? [];
  if (isTaken || claims.has("customerNumber") || names.length < 2) return;
  const plain = names.filter(({ at }) =>
    /^(?:customer|client|cliente|kunde)$/.test(foldHeading(headings[at] ?? "")),
  );
  const called = names.filter(({ at }) => /nam|nom|razon|raison|firma/.test(foldHeading(headings[at] ?? "")));
  if (plain.length === 0 || called.length === 0) return;
  claims.set("customerNumber", plain);
  claims.set(
    "customerName",
    names.filter((name) => !plain.includes(name)),
  );
}

/** "Company" is their company where a second column has the name that they go by, as CrewCost's "Display name" does. */
function companyBesideName(headings: readonly string[], claims: Claims, isTaken: boolean): void {
  const names = claims.get("customerName") ?? [];
  if (isTaken || names.length < 2) return;
  const isCompany = ({ at }: { at: number }) => COMPANY.test(foldHeading(headings[at] ?? ""));
  const companies = names.filter(isCompany);
  if (companies.length !== 1 || companies.length === names.length) return;
  claims.set("company", companies);
  claims.set(
    "customerName",
    names.filter((name) => !isCompany(name)),
  );
}

/** "Contact" is the customer where no other column is, as in Xero's lists. */
function onlyContact(claims: Claims, taken: ReadonlySet<string | null>): void {
  const contacts = claims.get("contact");
  const either = ["customerName", "customerNumber"];
  if (!contacts || either.some((field) => claims.has(field) || taken.has(field))) return;
  claims.delete("contact");
  claims.set("customerName", contacts);
}

/** "Ref" is the document's number where no other column is. */
function onlyReference(headings: readonly string[], claims: Claims, taken: ReadonlySet<string | null>): void {
  const memos = claims.get("memo") ?? [];
  const references = memos.filter(({ at }) => /^ref(?:erence)?$/.test(foldHeading(headings[at] ?? "")));
  if (references.length === 0 || claims.has("documentNumber") || taken.has("documentNumber")) return;
  claims.set("documentNumber", references);
  claims.set(
    "memo",
    memos.filter((memo) => !references.includes(memo)),
  );
}

/** Beside debits and credits a "Balance" is the account's after each of them, and not what is open. */
function runningBalance(headings: readonly string[], claims: Claims): void {
  const open = claims.get("openAmount");
  if (!open || !claims.has("debit") || !claims.has("credit")) return;
  const others = open.filter(({ at }) => !RUNNING.test(foldHeading(headings[at] ?? "")));
  claims.set("openAmount", others);
}

const RUNNING = /^(?:running)?(?:balance|saldo|solde)$/;
const COMPANY = /^(?:company|companyname|organi[sz]ation|firma|societe|empresa)$/;

function claimsOf(kind: ImportKind, headings: readonly string[], said: readonly (string | null)[]): Claims {
  const claims: Claims = new Map();
  for (const [at, heading] of headings.entries()) {
    if (said[at] !== null) continue;
    const named = headingNames(kind, heading);
    if (named) claims.set(named.field, [...(claims.get(named.field) ?? []), { at, rank: named.rank }]);
  }
  return claims;
}

/** What a file of this kind can't do without: groups of fields, of which one is enough; those that are missing. */
export const missingFields = (
  kind: ImportKind,
  fields: readonly (string | null)[],
): readonly (readonly string[])[] =>
  NEEDED[kind].filter((group) => !group.some((field) => fields.includes(field)));

const NEEDED: Record<ImportKind, readonly (readonly string[])[]> = {
  receivables: [["issuedOn"], ["amount", "openAmount", "debit", "credit", "lineAmount"]],
  payments: [["issuedOn"], ["amount"]],
  customers: [["customerName", "customerNumber"]],
  limits: [
    ["customerName", "customerNumber"],
    ["creditLimit", "limitIs"],
  ],
  contacts: [
    ["customerName", "customerNumber"],
    ["contactName", "contactEmail"],
  ],
  products: [["productName", "sku"]],
};
