"use client";
// A way from an explanation to the rows it speaks of, on the same page: it shuts the explanation behind itself.
import type { ReactNode } from "react";

export function ExplainLink({ to, children }: { to: `#${string}`; children: ReactNode }) {
  return (
    <a
      href={to}
      onClick={(event) => event.currentTarget.closest<HTMLElement>("[popover]")?.hidePopover()}
      className="justify-self-start py-1 text-accent underline underline-offset-2"
    >
      {children}
    </a>
  );
}
