"use client";
// A code of the app, answered by recovery codes: when it first counts, and when they are made anew.
import { useActionState, useEffect, useRef, type ReactNode } from "react";
import { Button } from "@/ui/button.tsx";
import { Field } from "@/ui/field.tsx";
import { focusOnInvalid } from "@/ui/focus-on-error.ts";
import { Link } from "@/ui/link.tsx";
import { Notice } from "@/ui/notice.tsx";
import { SubmitButton } from "@/ui/submit-button.tsx";
import { UNTOUCHED } from "../../form-state.ts";
import {
  confirmSecondFactorAction,
  renewRecoveryCodesAction,
  type CodesState,
} from "../../second-actions.ts";

export const ConfirmForm = () => <CodesForm action={confirmSecondFactorAction}>Turn it on</CodesForm>;
export const RenewForm = () => (
  <CodesForm action={renewRecoveryCodesAction}>Make new recovery codes</CodesForm>
);

type Action = (before: CodesState, form: FormData) => Promise<CodesState>;

function CodesForm({ action, children }: { action: Action; children: ReactNode }) {
  const [state, send] = useActionState<CodesState, FormData>(action, UNTOUCHED);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (state !== UNTOUCHED) focusOnInvalid(form.current);
  }, [state]);
  if (state.codes) return <Codes codes={state.codes} />;
  return (
    <form ref={form} action={send} noValidate className="grid gap-4">
      {state.message ? <Notice tone="late">{state.message}</Notice> : null}
      <Field
        label="Code"
        name="code"
        autoComplete="one-time-code"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={40}
        error={state.errors["code"]}
      />
      <SubmitButton full>{children}</SubmitButton>
    </form>
  );
}

function Codes({ codes }: { codes: readonly string[] }) {
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
