"use client";
// Has the browser make a passkey: by who knows the password, not by who finds a browser signed in.
import { useRouter } from "next/navigation";
import { useState, useTransition, type FormEvent } from "react";
import { Button } from "@/ui/button.tsx";
import { Field } from "@/ui/field.tsx";
import { Notice } from "@/ui/notice.tsx";
import { texts } from "../../form-state.ts";
import { makePasskeyAction, passkeyToMakeAction } from "../../passkey-actions.ts";
import { RecoveryCodes } from "../recovery-codes.tsx";

type Fault = { fault: string; field?: string };

export function AddPasskey({ email, hasPassword }: { email: string; hasPassword: boolean }) {
  const router = useRouter();
  const [pending, begin] = useTransition();
  const [fault, setFault] = useState<Fault | null>(null);
  const [codes, setCodes] = useState<readonly string[] | null>(null);

  async function add(form: HTMLFormElement): Promise<Fault | null> {
    const { name = "", currentPassword: password = "" } = texts(new FormData(form));
    if (name.trim() === "") return { fault: "Enter a name.", field: "name" };
    const asked = await passkeyToMakeAction(password);
    if (!("options" in asked)) return asked;
    const { startRegistration } = await import("@simplewebauthn/browser");
    const response = await startRegistration({ optionsJSON: asked.options }).catch(() => null);
    if (!response) return { fault: "Your device made no passkey. It may have one for you already." };
    const made = await makePasskeyAction(name, response);
    if (!("codes" in made)) return made;
    setCodes(made.codes);
    form.reset();
    router.refresh();
    return null;
  }

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    begin(async () =>
      setFault(
        await add(form).catch(() => ({ fault: "The server can’t be reached. Try again in a moment." })),
      ),
    );
  }
  const errorOf = (field: string) => (fault?.field === field ? fault.fault : undefined);
  if (codes) return <RecoveryCodes codes={codes} />;
  return (
    <form onSubmit={submit} noValidate aria-label="Add a passkey" className="grid gap-4">
      {fault && fault.field === undefined ? <Notice tone="late">{fault.fault}</Notice> : null}
      <Field
        label="Name of the new passkey"
        name="name"
        maxLength={60}
        autoComplete="off"
        hint="Such as the device that keeps it."
        error={errorOf("name")}
      />
      {hasPassword ? (
        <>
          {/* For password managers: whose password it is. */}
          <input type="text" name="username" autoComplete="username" value={email} readOnly hidden />
          <Field
            label="Password now"
            name="currentPassword"
            type="password"
            autoComplete="current-password"
            error={errorOf("currentPassword")}
          />
        </>
      ) : null}
      <Button type="submit" variant="primary" full pending={pending}>
        Add a passkey
      </Button>
    </form>
  );
}
