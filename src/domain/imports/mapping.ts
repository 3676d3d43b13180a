// Which column holds what: as somebody said, else as its heading says. Two columns that could hold the same are told apart
// by how plainly they name it; where they name it alike, nobody guesses.
import { fieldsOf, type ImportKind } from "./fields.ts";
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
  const claims = claimsOf(plan.kind, headings, fields);
  const doubtful: Mapping["doubtful"] = [];
  for (const [field, places] of claims) {
    if (taken.has(field)) continue;
    const best = Math.min(...places.map(({ rank }) => rank));
    const plainest = places.filter(({ rank }) => rank === best);
    const [first, ...others] = plainest;
    if (first && others.length === 0) fields[first.at] = field;
    else doubtful.push({ field, places: plainest.map(({ at }) => at) });
  }
  return { fields, doubtful };
}

function claimsOf(kind: ImportKind, headings: readonly string[], said: readonly (string | null)[]) {
  const claims = new Map<string, { at: number; rank: number }[]>();
  for (const [at, heading] of headings.entries()) {
    if (said[at] !== null) continue;
    const named = headingNames(kind, heading);
    if (named) claims.set(named.field, [...(claims.get(named.field) ?? []), { at, rank: named.rank }]);
  }
  return claims;
}

/** What a file of this kind can't do without, as groups of which one is enough; each missing group by its names. */
export function missingFields(kind: ImportKind, fields: readonly (string | null)[]): string[] {
  const names = fieldsOf(kind);
  return NEEDED[kind]
    .filter((group) => !group.some((field) => fields.includes(field)))
    .map((group) => group.map((field) => names[field]?.name ?? field).join(" or "));
}

const NEEDED: Record<ImportKind, readonly (readonly string[])[]> = {
  receivables: [["customerNumber", "customerName"], ["issuedOn"], ["amount", "openAmount", "debit"]],
  customers: [["customerName", "customerNumber"]],
  products: [["productName", "sku"]],
};
