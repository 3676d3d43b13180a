// The customers of a file and those of the books: by number in any case, else by their folded name. A name that is only
// near to one in the books is somebody's to decide, once for all its rows.
import type { FileCustomer } from "./entries.ts";
import { foldName, nearName } from "./fold.ts";
import type { ImportLook } from "./look.ts";

export type KnownCustomer = { customerId: string; number: string; name: string };

export type MatchedCustomers = {
  /** The books' customer by the file's key. */
  known: Map<string, KnownCustomer>;
  fresh: FileCustomer[];
  near: ImportLook["near"];
};

const MOST_CANDIDATES = 5;

/** `answers`: by folded name, the number of the customer that is meant, or "" for a new one. */
export function matchCustomers(
  customers: readonly FileCustomer[],
  books: readonly KnownCustomer[],
  answers: Readonly<Record<string, string>>,
): MatchedCustomers {
  const byNumber = new Map(books.map((each) => [each.number.toUpperCase(), each]));
  const byName = groupBy(books, ({ name }) => foldName(name));
  const byNear = groupBy(books, ({ name }) => nearName(name));
  const matched: MatchedCustomers = { known: new Map(), fresh: [], near: [] };
  for (const customer of customers) {
    const found = customer.number === null ? undefined : byNumber.get(customer.number.toUpperCase());
    if (found) matched.known.set(customer.key, found);
    else if (customer.number !== null || customer.name === null) matched.fresh.push(customer);
    else byItsName(customer, customer.name);
  }
  return matched;

  function byItsName(customer: FileCustomer, name: string): void {
    const folded = foldName(name);
    const answer = answers[folded];
    const chosen = answer === undefined ? undefined : byNumber.get(answer.toUpperCase());
    if (chosen) return void matched.known.set(customer.key, chosen);
    // A single column of customers may hold their numbers.
    const exact = byName.get(folded) ?? [];
    const only = byNumber.get(name.toUpperCase()) ?? (exact.length === 1 ? exact[0] : undefined);
    if (only && answer === undefined) return void matched.known.set(customer.key, only);
    const candidates = exact.length > 1 ? exact : (byNear.get(nearName(name)) ?? []);
    if (answer === "" || candidates.length === 0) return void matched.fresh.push(customer);
    const named = candidates
      .slice(0, MOST_CANDIDATES)
      .map(({ number, name: called }) => ({ number, name: called }));
    matched.near.push({ name, key: folded, candidates: named });
  }
}

function groupBy<Each>(all: readonly Each[], keyOf: (each: Each) => string): Map<string, Each[]> {
  const groups = new Map<string, Each[]>();
  for (const each of all) {
    const key = keyOf(each);
    const group = groups.get(key);
    if (group) group.push(each);
    else groups.set(key, [each]);
  }
  return groups;
}
