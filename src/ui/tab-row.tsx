"use client";
// The sides of one thing, as links in a row. It scrolls by itself on a phone, with the side one is on in sight.
import { useEffect, useRef } from "react";
import type { Route } from "next";
import { Link } from "./link.tsx";

type Props = {
  /** What they are sides of, for screen readers. */
  label: string;
  tabs: readonly { words: string; href: Route; isHere: boolean }[];
};

export function TabRow({ label, tabs }: Props) {
  const row = useRef<HTMLUListElement>(null);
  const here = tabs.find(({ isHere }) => isHere)?.words;

  useEffect(() => {
    const current = row.current?.querySelector<HTMLElement>("[aria-current]");
    if (row.current && current) row.current.scrollLeft = current.offsetLeft - 48;
  }, [here]);

  return (
    <nav aria-label={label} className="-mx-4 mb-5 desk:mx-0 print:hidden">
      <ul
        ref={row}
        className="relative flex gap-1 overflow-x-auto border-b border-line px-2 [scrollbar-width:none] desk:px-0"
      >
        {tabs.map(({ words, href, isHere }) => (
          <li key={words} className="shrink-0">
            <Link
              href={href}
              aria-current={isHere ? "page" : undefined}
              className={
                "inline-flex min-h-9 min-w-11 items-center justify-center px-2.5 -outline-offset-2 touch:min-h-11 hover:text-ink " +
                (isHere ? "font-medium text-ink shadow-[inset_0_-2px_var(--color-accent)]" : "text-soft")
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
