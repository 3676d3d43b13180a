// All invoices, or those that are unpaid, late, paid or void: one click each, and the rest of the question stays.
import type { Route } from "next";
import { INVOICE_FILTERS, type InvoiceFilter } from "@/domain/invoices/invoice-state.ts";
import { FilterLinks } from "@/ui/filter-links.tsx";

type Props = { state: InvoiceFilter | undefined; to: (state: InvoiceFilter | undefined) => Route };

export function StatePills({ state, to }: Props) {
  const states = Object.entries(INVOICE_FILTERS) as [InvoiceFilter, string][];
  const links = [[undefined, "All"] as const, ...states].map(([each, words]) => ({
    words,
    href: to(each),
    on: each === state,
  }));
  return (
    <div className="mb-3">
      <FilterLinks label="Invoices by status" links={links} />
    </div>
  );
}
