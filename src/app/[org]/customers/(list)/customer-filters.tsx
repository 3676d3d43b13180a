// Which customers the list shows, as links; what is searched and how it is sorted stays.
import type { Route } from "next";
import { CUSTOMER_FILTERS, type CustomerFilter } from "@/domain/customers/customer-list.ts";
import { Link } from "@/ui/link.tsx";

type Props = {
  show: CustomerFilter | undefined;
  to: (show: CustomerFilter | undefined) => Route;
};

export function CustomerFilters({ show, to }: Props) {
  const filters = Object.entries(CUSTOMER_FILTERS) as [CustomerFilter, string][];
  return (
    <nav
      aria-label="Which customers"
      className="-mx-4 mb-3 overflow-x-auto px-4 [scrollbar-width:none] print:hidden"
    >
      <ul className="flex w-max gap-1.5 py-1">
        {[[undefined, "All"] as const, ...filters].map(([each, words]) => (
          <li key={words}>
            <Link
              href={to(each)}
              aria-current={each === show ? "page" : undefined}
              className={
                "inline-flex min-h-8 items-center rounded-control border px-2.5 text-13 touch:min-h-11 " +
                (each === show
                  ? "border-accent bg-accent-wash font-medium text-accent"
                  : "border-line bg-card text-soft hover:bg-hover")
              }
            >
              {words}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
