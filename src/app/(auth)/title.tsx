// What this page at the front door is for, and a sentence about it.
import type { ReactNode } from "react";

export function Title({ children, about }: { children: ReactNode; about?: ReactNode }) {
  return (
    <div className="mb-6 grid gap-1">
      <h1 className="text-28 font-semibold">{children}</h1>
      {about ? <p className="text-soft">{about}</p> : null}
    </div>
  );
}
