// What stands around the pages of an application for credit, and what is said where there is none.
import type { ReactNode } from "react";
import type { NotOpen } from "./read-open.ts";

export function ApplyFrame({ title, children }: { title: string; children: ReactNode }) {
  return (
    <main className="mx-auto w-full max-w-2xl px-4 py-8 desk:py-14">
      <h1 className="mb-2 text-20 font-semibold wrap-anywhere">{title}</h1>
      {children}
    </main>
  );
}

export function NothingHere({ why }: { why: NotOpen }) {
  return (
    <ApplyFrame title={why === "busy" ? "Too many at once" : "This link doesn’t open anything"}>
      <p className="text-soft">
        {why === "busy"
          ? "Wait a minute, then open the link again."
          : "It may have been closed or replaced. Ask the business that gave it to you for a new one."}
      </p>
    </ApplyFrame>
  );
}
