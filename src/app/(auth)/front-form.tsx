"use client";
// A form at the front door: works before its script has come, keeps what was typed, and says what is wrong by the
// field, or above all of them.
import { unstable_rethrow } from "next/navigation";
import { useActionState, useEffect, useRef, useSyncExternalStore, type ReactNode } from "react";
import { focusOnInvalid } from "@/ui/focus-on-error.ts";
import { Notice } from "@/ui/notice.tsx";
import { UNTOUCHED, again, type FormState } from "./form-state.ts";

type Action = (before: FormState, form: FormData) => Promise<FormState>;
type Props = {
  action: Action;
  children: (state: FormState) => ReactNode;
};

export function FrontForm({ action, children }: Props) {
  const scripted = useSyncExternalStore(
    neverChanges,
    () => true,
    () => false,
  );
  // Without a script the browser itself sends the form, and only the server's own action can be named for that.
  const [state, send] = useActionState(scripted ? reaching(action) : action, UNTOUCHED);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (state !== UNTOUCHED) focusOnInvalid(form.current);
  }, [state]);
  return (
    <form ref={form} action={send} noValidate className="grid gap-4">
      {state.message ? <Notice tone="late">{state.message}</Notice> : null}
      {children(state)}
    </form>
  );
}

const neverChanges = () => () => {};

const UNREACHABLE = "The server can’t be reached right now. Try again in a moment.";

/** A server that doesn't answer leaves the form as it was typed. */
const reaching =
  (action: Action): Action =>
  async (before, form) => {
    try {
      return await action(before, form);
    } catch (error) {
      unstable_rethrow(error);
      return again(form, { message: UNREACHABLE });
    }
  };
