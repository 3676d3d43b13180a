"use client";
// The new address, and the password: not by who finds a browser signed in.
import { Field } from "@/ui/field.tsx";
import { SubmitButton } from "@/ui/submit-button.tsx";
import { FrontForm } from "../../front-form.tsx";
import { askToChangeEmailAction } from "../../email-actions.ts";

export function EmailForm({ email, hasPassword }: { email: string; hasPassword: boolean }) {
  return (
    <FrontForm action={askToChangeEmailAction}>
      {({ values, errors }) => (
        <>
          <Field
            label="New e-mail address"
            name="email"
            type="email"
            autoComplete="email"
            defaultValue={values["email"]}
            hint={
              errors["email"]
                ? undefined
                : "We mail a link to it, and another one to the address that you have now."
            }
            error={errors["email"]}
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
                error={errors["currentPassword"]}
              />
            </>
          ) : null}
          <SubmitButton full>E-mail me both links</SubmitButton>
        </>
      )}
    </FrontForm>
  );
}
