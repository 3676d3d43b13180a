// Which customers the list shows, as links; what is searched and how it is sorted stays.
import type { Route } from "next";
import { CUSTOMER_FILTERS, type CustomerFilter } from "@/domain/customers/customer-list.ts";
import { FilterLinks } from "@/ui/filter-links.tsx";

type Props = {
  show: CustomerFilter | undefined;
  to: (show: CustomerFilter | undefined) => Route;
};

export function CustomerFilters({ show, to }: Props) {
  const filters = Object.entries(CUSTOMER_FILTERS) as [CustomerFilter, string][];
  const links = [[undefined, "All"] as const, ...filters].map(([each, words]) => ({
    words,
    href: to(each),
    on: each === show,
  }));
  return (
    <div className="mb-3">
      <FilterLinks label="Which customers" links={links} />
    </div>
  );
}
