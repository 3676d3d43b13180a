// What of a file is in the books already, by its kind, and what of it the books refuse: told by a look, and asked once more
// when it is brought in.
import type { FileCustomer, FileEntries } from "@/domain/imports/entries.ts";
import { quoted } from "@/domain/imports/faults.ts";
import { ofKnownCustomers, type ImportKind } from "@/domain/imports/fields.ts";
import type { Books } from "../open.ts";
import { sortOut, type Fault } from "./already-there.ts";
import { sortContacts } from "./contacts.ts";
import { sortLimits } from "./limits.ts";
import type { CustomerMatch } from "./match-customers.ts";

/** The file's own headings. */
export type Headings = { documentNumber: string; customer: string; contact: string };

export async function sortFile(
  books: Books,
  { kind, entries }: { kind: ImportKind; entries: FileEntries },
  { match, headings }: { match: CustomerMatch; headings: Headings },
): Promise<{ alreadyThere: number; faults: Fault[] }> {
  const { known } = match;
  const strangers = strangersIn(kind, entries, { match, column: headings.customer });
  switch (kind) {
    case "receivables":
    case "payments":
      return sortOut(books, entries.entries, { known, column: headings.documentNumber });
    case "limits": {
      const { alreadyThere, faults } = await sortLimits(books, entries, { known, column: headings.customer });
      return { alreadyThere, faults: [...strangers, ...faults] };
    }
    case "contacts": {
      const { alreadyThere, faults } = await sortContacts(books, entries, {
        known,
        column: headings.contact,
      });
      return { alreadyThere, faults: [...strangers, ...faults] };
    }
    case "customers":
    case "products":
      return { alreadyThere: 0, faults: [] };
  }
}

/** Each row of somebody who isn't there, where the file can't add them. */
export function strangersIn(
  kind: ImportKind,
  { limits, contacts }: FileEntries,
  { match, column }: { match: Pick<CustomerMatch, "unknown">; column: string },
): Fault[] {
  if (!ofKnownCustomers(kind)) return [];
  const unknown = new Map(match.unknown.map((customer) => [customer.key, customer]));
  return [...limits, ...contacts].flatMap(({ row, customer }): Fault[] => {
    const stranger = unknown.get(customer);
    return stranger ? [{ row, column, says: `No such customer: ${quoted(calledIn(stranger))}.` }] : [];
  });
}

const calledIn = ({ number, name }: FileCustomer): string => [number, name].filter(Boolean).join(" ");
