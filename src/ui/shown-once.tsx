"use client";
// A secret that was just made: shown this once, to be copied, and kept nowhere.
import { Copy } from "lucide-react";
import { useRef } from "react";
import { Button } from "./button.tsx";
import { Field } from "./field.tsx";
import { Notice } from "./notice.tsx";
import { toast } from "./toast.tsx";

type Props = {
  label: string;
  /** null where the answer got lost that had it. */
  secret: string | null;
  hint: string;
  /** What is said when it is copied. */
  copied: string;
  /** What is to be done where it got lost. */
  lost: string;
};

export function ShownOnce({ label, secret, hint, copied, lost }: Props) {
  const frame = useRef<HTMLDivElement>(null);
  if (secret === null) return <Notice tone="soon">{lost}</Notice>;
  async function copy(text: string) {
    frame.current?.querySelector("input")?.select();
    await navigator.clipboard.writeText(text);
    toast(copied);
  }
  return (
    <div ref={frame} className="grid gap-4 text-left">
      <Field label={label} readOnly value={secret} onFocus={(event) => event.target.select()} hint={hint} />
      <div className="flex justify-end">
        <Button variant="primary" onClick={() => void copy(secret)}>
          <Copy aria-hidden="true" />
          Copy
        </Button>
      </div>
    </div>
  );
}
