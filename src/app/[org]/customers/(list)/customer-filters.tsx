// Which customers the list shows, as links; what is searched and how it is sorted stays.
import { Link } from "@/ui/link.tsx";
import { toCustomers, type Query } from "../../_shell/links.ts";
import { SHOWS, type Show } from "./asked.ts";

type Props = { org: string; show: Show; kept: Query };

export function Shows({ org, show, kept }: Props) {
  return (
    <nav
      aria-label="Which customers"
      className="-mx-4 mb-3 overflow-x-auto px-4 [scrollbar-width:none] print:hidden"
    >
      <ul className="flex w-max gap-1.5 py-1">
        {(Object.keys(SHOWS) as Show[]).map((each) => (
          <li key={each}>
            <Link
              href={toCustomers(org, { ...kept, show: each === "all" ? undefined : each })}
              aria-current={each === show ? "page" : undefined}
              className={
                "inline-flex min-h-8 items-center rounded-control border px-2.5 text-13 touch:min-h-11 " +
                (each === show
                  ? "border-accent bg-accent-wash font-medium text-accent"
                  : "border-line bg-card text-soft hover:bg-hover")
              }
            >
              {SHOWS[each]}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
