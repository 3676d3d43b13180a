// What a file says of customers that are there, and that this import leaves as the books have it: told, since a cell that
// is read and not used would be a silent loss.
import { ZERO } from "@/domain/values/money.ts";
import type { FileCustomer } from "@/domain/imports/entries.ts";
import { ofKnownCustomers, type ImportKind } from "@/domain/imports/fields.ts";
import type { FaultGroup } from "@/domain/imports/look.ts";

const ROWS_NAMED = 20;

export function unchangedCustomers(kind: ImportKind, known: readonly FileCustomer[]): FaultGroup[] {
  // Nothing else is said of them.
  if (ofKnownCustomers(kind)) return [];
  const groups: [FileCustomer[], string][] =
    kind === "customers"
      ? [
          [
            known.filter(({ limitCents }) => limitCents !== null),
            "These customers are in your books already: their credit limit stays as it is. Import it as credit limits to change it.",
          ],
          [
            known.filter(({ openingCents }) => openingCents !== null && openingCents !== ZERO),
            "These customers are in your books already: their opening balance stays out.",
          ],
          [
            known.filter(({ contact, memo, taxNumber }) => contact !== "" || memo !== "" || taxNumber !== ""),
            "These customers are in your books already: their contacts, memo and tax number stay as they are. Import contacts on their own to change them.",
          ],
        ]
      : [
          [
            known.filter(
              (customer) => DETAILS.some((field) => customer[field] !== "") || customer.limitCents !== null,
            ),
            "These customers are in your books already: their particulars stay as they are. Import them as customers to change them.",
          ],
        ];
  return groups.flatMap(([customers, says]) => {
    const rows = customers.slice(0, ROWS_NAMED).map(({ row }) => row);
    return customers.length === 0 ? [] : [{ column: "", says, count: customers.length, rows, answer: null }];
  });
}

const DETAILS = ["contact", "email", "phone", "street", "city", "memo", "taxNumber"] as const;
