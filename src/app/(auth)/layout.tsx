// The front door: one narrow column, the name above it.
import type { ReactNode } from "react";
import { Wordmark } from "./wordmark.tsx";

export default function FrontDoor({ children }: { children: ReactNode }) {
  return (
    <div className="mx-auto grid min-h-dvh w-full max-w-md content-start gap-8 px-4 py-8 desk:py-20">
      <header>
        <Wordmark />
      </header>
      <main>{children}</main>
    </div>
  );
}
