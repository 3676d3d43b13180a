// All invoices, or those that are unpaid, late, paid or void: one click each, and the rest of the question stays.
import { INVOICE_FILTERS, type InvoiceFilter } from "@/domain/invoice-state.ts";
import { Link } from "@/ui/link.tsx";
import { toInvoices, type Query } from "../../ways.ts";

type Props = { org: string; state: InvoiceFilter | undefined; kept: Query };

const PILL =
  "inline-flex min-h-8 items-center rounded-control px-3 text-13 font-medium touch:min-h-11 hover:bg-hover";

export function StatePills({ org, state, kept }: Props) {
  const pills: [InvoiceFilter | undefined, string][] = [
    [undefined, "All"],
    ...(Object.keys(INVOICE_FILTERS) as InvoiceFilter[]).map((each): [InvoiceFilter, string] => [
      each,
      INVOICE_FILTERS[each],
    ]),
  ];
  return (
    <nav aria-label="Invoices by status" className="mb-3 flex flex-wrap gap-1">
      {pills.map(([each, words]) => (
        <Link
          key={words}
          href={toInvoices(org, { ...kept, state: each })}
          scroll={false}
          aria-current={each === state ? "true" : undefined}
          className={`${PILL} ${each === state ? "bg-accent-wash text-accent" : "text-soft"}`}
        >
          {words}
        </Link>
      ))}
    </nav>
  );
}
