// The number of an invoice or a receipt, or an Event ID, as the way to it. A plain link: a table has a hundred of them,
// and what runs in the browser for each would cost more than the table.
import type { Route } from "next";
import type { ReactNode } from "react";

type Props = { href: Route | null; strong?: boolean; label?: string; children: ReactNode };

export function PaperLink({ href, strong = false, label, children }: Props) {
  if (href === null) return <span className={strong ? "font-medium" : undefined}>{children}</span>;
  return (
    <a href={href} aria-label={label} className={`paper-link ${strong ? "font-medium" : "text-accent"}`}>
      {children}
    </a>
  );
}
