// The ⓘ beside a figure: opens what the figure is made of, or shuts it again.
import type { Route } from "next";
import { Link } from "@/ui/link.tsx";

type Props = { of: string; href: Route; isOpen: boolean };

export function DerivationLink({ of, href, isOpen }: Props) {
  return (
    <Link
      href={href}
      scroll={false}
      aria-label={isOpen ? `Close what makes up ${of}` : `What makes up ${of}`}
      aria-current={isOpen ? "true" : undefined}
      className="-my-2 ml-0.5 inline-grid size-8 place-items-center rounded-control align-middle text-faint hover:bg-hover hover:text-ink aria-[current]:text-accent touch-target touch:-my-3.5 touch:size-11 print:hidden"
    >
      <span
        aria-hidden="true"
        className="grid size-3.5 place-items-center rounded-full border border-current text-[0.625rem] leading-none font-semibold"
      >
        i
      </span>
    </Link>
  );
}
