"use client";
// A code of the app, answered by recovery codes: when it first counts, and when they are made anew.
import { useActionState, useEffect, useRef, type ReactNode } from "react";
import { Field } from "@/ui/field.tsx";
import { focusOnInvalid } from "@/ui/focus-on-error.ts";
import { Notice } from "@/ui/notice.tsx";
import { SubmitButton } from "@/ui/submit-button.tsx";
import { RecoveryCodes } from "../recovery-codes.tsx";
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
  if (state.codes) return <RecoveryCodes codes={state.codes} />;
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
