"use client";
// A secret, shown this once: what is sent is signed with it.
import { Copy } from "lucide-react";
import { useRef } from "react";
import { Button } from "@/ui/button.tsx";
import { Field } from "@/ui/field.tsx";
import { Notice } from "@/ui/notice.tsx";
import { toast } from "@/ui/toast.tsx";

/** `secret` null: the answer that had it got lost. */
export function SecretOnce({ secret }: { secret: string | null }) {
  const frame = useRef<HTMLDivElement>(null);
  async function copy(text: string) {
    frame.current?.querySelector("input")?.select();
    await navigator.clipboard.writeText(text);
    toast("The secret is copied");
  }
  if (secret === null)
    return (
      <Notice tone="soon">
        It was done, but our answer got lost and the secret isn’t shown again. Make a new secret.
      </Notice>
    );
  return (
    <div ref={frame} className="grid gap-4">
      <Field
        label="Secret"
        readOnly
        value={secret}
        onFocus={(event) => event.target.select()}
        hint="Copy it now: it isn’t shown again. Any library of Standard Webhooks checks what is signed with it."
      />
      <div className="flex justify-end">
        <Button variant="primary" onClick={() => void copy(secret)}>
          <Copy aria-hidden="true" />
          Copy
        </Button>
      </div>
    </div>
  );
}
