// Which part of a list is shown: one click each, and the address says which.
import type { Route } from "next";
import { Link } from "./link.tsx";

type Props = { label: string; links: readonly { words: string; href: Route; on: boolean }[] };

export function FilterLinks({ label, links }: Props) {
  return (
    <nav aria-label={label} className="flex flex-wrap gap-1">
      {links.map(({ words, href, on }, at) => (
        <Link
          key={words}
          href={href}
          scroll={false}
          aria-current={on ? "true" : undefined}
          className={
            "inline-flex min-h-8 items-center rounded-control px-3 text-13 font-medium touch:min-h-11 touch:min-w-11 touch:justify-center hover:bg-hover " +
            (on ? "bg-accent-wash text-accent " : "text-soft ") +
            // Paper says which part it shows, where that isn't all of it.
            (on && at > 0 ? "print:px-0" : "print:hidden")
          }
        >
          {words}
        </Link>
      ))}
    </nav>
  );
}
