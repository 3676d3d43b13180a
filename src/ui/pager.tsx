// Paging by key, not by page number: "Older" starts where this page ended, so a million rows cost no more than fifty,
// and rows that arrive meanwhile shift nothing. Back is the browser's.
import { ChevronLeft, ChevronRight, ChevronsLeft } from "lucide-react";
import type { Route } from "next";
import type { ReactNode } from "react";
import { ButtonLink } from "./button-link.tsx";

type Props = {
  /** What is being paged, for screen readers. */
  label: string;
  count: ReactNode;
  first: { href: Route; label: string } | null;
  /** One page back, where a list can be read both ways. */
  newer?: { href: Route; label: string } | null;
  next: { href: Route; label: string } | null;
};

export function Pager({ label, count, first, newer = null, next }: Props) {
  return (
    <nav aria-label={label} className="mt-3 flex flex-wrap items-center gap-2 print:hidden">
      <p className="mr-auto text-13 text-soft">{count}</p>
      {first ? (
        <ButtonLink href={first.href}>
          <ChevronsLeft aria-hidden="true" />
          {first.label}
        </ButtonLink>
      ) : null}
      {newer ? (
        <ButtonLink href={newer.href}>
          <ChevronLeft aria-hidden="true" />
          {newer.label}
        </ButtonLink>
      ) : null}
      {next ? (
        <ButtonLink href={next.href}>
          {next.label}
          <ChevronRight aria-hidden="true" />
        </ButtonLink>
      ) : null}
    </nav>
  );
}
