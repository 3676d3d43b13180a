"use client";
// The new password; in another browser than the one that asked for the link, the address it was sent to as well.
import { Field } from "@/ui/field.tsx";
import { SubmitButton } from "@/ui/submit-button.tsx";
import { PASSWORD_HINT } from "../../../form-state.ts";
import { FrontForm } from "../../../front-form.tsx";
import { choosePasswordAction } from "../../../password-actions.ts";

export function ChooseForm({ token, address }: { token: string; address: string | null }) {
  return (
    <FrontForm action={choosePasswordAction}>
      {({ values, errors }) => (
        <>
          <input type="hidden" name="token" value={token} />
          <Field
            label="E-mail"
            name="email"
            type="email"
            autoComplete="username"
            {...(address === null
              ? { defaultValue: values["email"], hint: "The address that the link was sent to." }
              : { value: address, readOnly: true })}
            error={errors["email"]}
          />
          <Field
            label="New password"
            name="password"
            type="password"
            autoComplete="new-password"
            hint={errors["password"] ? undefined : PASSWORD_HINT}
            error={errors["password"]}
          />
          <SubmitButton full>Choose this password</SubmitButton>
        </>
      )}
    </FrontForm>
  );
}
