// Which label the list is narrowed to, as links, and the way to put labels on customers.
import type { Route } from "next";
import type { LabelName } from "@/domain/customers/label.ts";
import { FilterLinks } from "@/ui/filter-links.tsx";
import { Link } from "@/ui/link.tsx";

/** `pick`: the way to tick rows, or to be done with it; null for who may not. */
type Props = {
  labels: readonly LabelName[];
  label: string | undefined;
  to: (label: string | undefined) => Route;
  pick: { href: Route; isPicking: boolean } | null;
};

export function LabelFilters({ labels, label, to, pick }: Props) {
  const links = [
    { words: "Any label", href: to(undefined), on: label === undefined },
    ...labels.map(({ id, name }) => ({ words: name, href: to(id), on: id === label })),
  ];
  return (
    <div className="mb-3 flex flex-wrap items-center gap-x-4 gap-y-1">
      <FilterLinks label="With which label" links={links} />
      {pick ? (
        <Link href={pick.href} className="text-13 text-link touch-target print:hidden">
          {pick.isPicking ? "Done" : "Label customers"}
        </Link>
      ) : null}
    </div>
  );
}
