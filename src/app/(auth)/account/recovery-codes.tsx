"use client";
// Recovery codes, the one time that they are shown.
import { useEffect, useRef } from "react";
import { Button } from "@/ui/button.tsx";
import { Link } from "@/ui/link.tsx";

export function RecoveryCodes({ codes }: { codes: readonly string[] }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <div className="grid gap-4 rounded-card border border-line bg-card p-4">
      <h2 ref={heading} tabIndex={-1} className="font-semibold outline-none">
        Your recovery codes
      </h2>
      <p>Each lets you in once without the app. Print them or write them down: they aren’t shown again.</p>
      <ul className="grid grid-cols-1 gap-1 font-mono text-14 desk:grid-cols-2">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div className="flex flex-wrap items-center gap-4 print:hidden">
        <Button onClick={() => window.print()}>Print</Button>
        <Link href="/account" className="font-medium text-link">
          I have kept them
        </Link>
      </div>
    </div>
  );
}
