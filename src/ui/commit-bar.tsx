// Where a form is longer than the screen and nothing stands beside it: what it comes to and the button that does it, in
// reach at the bottom, whatever is scrolled to. On wide screens the column beside the form has both.
import type { ReactNode } from "react";

export function CommitBar({ sums, children }: { sums: readonly [string, string][]; children: ReactNode }) {
  return (
    <div className="sticky bottom-[calc(3.5rem+env(safe-area-inset-bottom))] z-20 -mx-4 flex flex-wrap items-center justify-between gap-x-5 gap-y-2 border-t border-line bg-raised px-4 py-2.5 shadow-raised desk:bottom-0 desk:mx-0 wide:hidden print:hidden">
      <dl className="flex flex-wrap gap-x-5 gap-y-1 text-13">
        {sums.map(([name, value]) => (
          <div key={name} className="flex gap-1.5">
            <dt className="text-soft">{name}</dt>
            <dd className="font-semibold tabular-nums">{value}</dd>
          </div>
        ))}
      </dl>
      {children}
    </div>
  );
}
