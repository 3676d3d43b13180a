// Says that something is being done, and keeps moving while it is; said once to a screen reader.
import type { ReactNode } from "react";

export function Working({ children }: { children: ReactNode }) {
  return (
    <p role="status" className="flex items-center gap-3 text-soft">
      <span
        aria-hidden="true"
        className="relative block h-1 w-24 shrink-0 overflow-hidden rounded-bar bg-line"
      >
        <span className="absolute inset-0 animate-pulse bg-accent" />
      </span>
      {children}
    </p>
  );
}
