"use client";
// A small button in a row of a table or between fields: an icon with its words for those who can't see it.
import type { ReactNode } from "react";

type Props = { label: string; onClick: () => void; children: ReactNode };

export function IconButton({ label, onClick, children }: Props) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      onClick={onClick}
      className="grid size-9 place-items-center rounded-control text-soft hover:bg-hover hover:text-ink touch:size-11 [&_svg]:size-4"
    >
      {children}
    </button>
  );
}
