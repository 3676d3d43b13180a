"use client";
// A form at the front door: works before its script has come, keeps what was typed, and says what is wrong by the
// field, or above all of them.
import { useActionState, type ReactNode } from "react";
import { Notice } from "@/ui/notice.tsx";
import { UNTOUCHED, type FormState } from "./form-state.ts";

type Props = {
  action: (before: FormState, form: FormData) => Promise<FormState>;
  children: (state: FormState) => ReactNode;
};

export function FrontForm({ action, children }: Props) {
  const [state, send] = useActionState(action, UNTOUCHED);
  return (
    <form action={send} noValidate className="grid gap-4">
      {state.message ? <Notice tone="late">{state.message}</Notice> : null}
      {children(state)}
    </form>
  );
}
