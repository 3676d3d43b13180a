"use client";
// Accepts an invitation: with one click for who is signed in with its address, with a name and a password for who is new.
import { Field } from "@/ui/field.tsx";
import { SubmitButton } from "@/ui/submit-button.tsx";
import { PASSWORD_HINT } from "../form-state.ts";
import { FrontForm } from "../front-form.tsx";
import { joinAnewAction, joinHereAction } from "./actions.ts";

export function JoinHere({ token, business }: { token: string; business: string }) {
  return (
    <FrontForm action={joinHereAction}>
      {() => (
        <>
          <input type="hidden" name="token" value={token} />
          <SubmitButton full>Join {business}</SubmitButton>
        </>
      )}
    </FrontForm>
  );
}

export function JoinAnew({ token, email }: { token: string; email: string }) {
  return (
    <FrontForm action={joinAnewAction}>
      {({ values, errors }) => (
        <>
          <input type="hidden" name="token" value={token} />
          <Field label="E-mail" name="email" type="email" autoComplete="username" value={email} readOnly />
          <Field
            label="Your name"
            name="name"
            autoComplete="name"
            defaultValue={values["name"]}
            error={errors["name"]}
          />
          <Field
            label="Password"
            name="password"
            type="password"
            autoComplete="new-password"
            hint={errors["password"] ? undefined : PASSWORD_HINT}
            error={errors["password"]}
          />
          <SubmitButton full>Make an account and join</SubmitButton>
        </>
      )}
    </FrontForm>
  );
}
