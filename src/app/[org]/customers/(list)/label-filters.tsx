// Which label the list is narrowed to, as links, and the way to put labels on customers.
import type { Route } from "next";
import type { LabelName } from "@/domain/customers/label.ts";
import { FilterLinks } from "@/ui/filter-links.tsx";
import { Link } from "@/ui/link.tsx";

type Asked = { label?: string | undefined; pick?: "label" | undefined };

type Props = {
  labels: readonly LabelName[];
  label: string | undefined;
  /** The rows can be ticked now. */
  isPicking: boolean;
  mayPick: boolean;
  to: (asked: Asked) => Route;
};

export function LabelFilters({ labels, label, isPicking, mayPick, to }: Props) {
  const links = [
    { words: "Any label", href: to({ label: undefined }), on: label === undefined },
    ...labels.map(({ id, name }) => ({ words: name, href: to({ label: id }), on: id === label })),
  ];
  return (
    <div className="mb-3 flex flex-wrap items-center gap-x-4 gap-y-1">
      <FilterLinks label="With which label" links={links} />
      {mayPick ? (
        <Link
          href={to({ pick: isPicking ? undefined : "label" })}
          className="text-13 text-link touch-target print:hidden"
        >
          {isPicking ? "Done" : "Label customers"}
        </Link>
      ) : null}
    </div>
  );
}
