"use client";
// The form in which a phone signs: its name and what was drawn are sent as any form is.
import type { Route } from "next";
import { useId, useState, type FormEvent } from "react";
import { LONGEST_SIGNER } from "@/domain/receipts/signature.ts";
import { Field } from "@/ui/field.tsx";
import { SignArea } from "@/ui/signature-pad.tsx";
import { Button } from "@/ui/button.tsx";

/** Its words, in the page's language. */
type Say = { title: string; name: string; here: string; clear: string; missing: string; send: string };

export function SignForm({ token, formKey, say }: { token: string; formKey: string; say: Say }) {
  const [path, setPath] = useState<string | null>(null);
  const [tried, setTried] = useState(false);
  const [sending, setSending] = useState(false);
  const errorId = useId();
  const isMissing = tried && path === null;
  function submit(event: FormEvent<HTMLFormElement>) {
    setTried(true);
    if (path === null) return event.preventDefault();
    setSending(true);
  }
  return (
    <form
      method="post"
      action={`/s/sign/${encodeURIComponent(token)}/now` as Route}
      aria-label={say.title}
      onSubmit={submit}
      className="grid gap-4"
    >
      <input type="hidden" name="key" value={formKey} />
      <input type="hidden" name="path" value={path ?? ""} />
      <Field label={say.name} name="name" autoComplete="name" maxLength={LONGEST_SIGNER} />
      <div className="grid gap-1">
        <p className="text-13 font-medium">{say.here}</p>
        <SignArea
          label={say.here}
          clear={say.clear}
          errorId={isMissing ? errorId : undefined}
          onDrawn={setPath}
        />
        {isMissing ? (
          <p id={errorId} role="alert" className="text-13 text-late">
            {say.missing}
          </p>
        ) : null}
      </div>
      <Button type="submit" variant="primary" full pending={sending}>
        {say.send}
      </Button>
    </form>
  );
}
