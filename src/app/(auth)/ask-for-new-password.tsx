"use client";
// Asks for a link to choose a new password: by the address that is typed, or by the one that is known.
import type { ReactNode } from "react";
import { Field } from "@/ui/field.tsx";
import { SubmitButton } from "@/ui/submit-button.tsx";
import { FrontForm } from "./front-form.tsx";
import { askForNewPasswordAction } from "./password-actions.ts";

type Props = { email?: string; children: ReactNode };

export function AskForm({ email, children }: Props) {
  return (
    <FrontForm action={askForNewPasswordAction}>
      {({ values, errors }) => (
        <>
          {email ? (
            <input type="hidden" name="email" value={email} />
          ) : (
            <Field
              label="E-mail"
              name="email"
              type="email"
              autoComplete="username"
              defaultValue={values["email"]}
              error={errors["email"]}
            />
          )}
          <SubmitButton full>{children}</SubmitButton>
        </>
      )}
    </FrontForm>
  );
}
