// All invoices, or those that are unpaid, late, paid or void: one click each, and the rest of the question stays.
import { INVOICE_FILTERS, type InvoiceFilter } from "@/domain/invoices/invoice-state.ts";
import { FilterLinks } from "@/ui/filter-links.tsx";
import { toInvoices, type Query } from "../../_shell/links.ts";

type Props = { org: string; state: InvoiceFilter | undefined; kept: Query };

export function StatePills({ org, state, kept }: Props) {
  const states = Object.entries(INVOICE_FILTERS) as [InvoiceFilter, string][];
  const links = [[undefined, "All"] as const, ...states].map(([each, words]) => ({
    words,
    href: toInvoices(org, { ...kept, state: each }),
    on: each === state,
  }));
  return (
    <div className="mb-3">
      <FilterLinks label="Invoices by status" links={links} />
    </div>
  );
}
