"use client";
// Begins a second factor: by who knows the password, not by who finds a browser signed in.
import { Field } from "@/ui/field.tsx";
import { SubmitButton } from "@/ui/submit-button.tsx";
import { FrontForm } from "../../front-form.tsx";
import { beginSecondFactorAction } from "../../second-actions.ts";

/** `again`: the key that was made can't be read any more. */
export function BeginForm({
  email,
  hasPassword,
  again,
}: {
  email: string;
  hasPassword: boolean;
  again: boolean;
}) {
  return (
    <FrontForm action={beginSecondFactorAction}>
      {({ errors }) => (
        <>
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
          <SubmitButton full>{again ? "Begin again" : "Set up a second factor"}</SubmitButton>
        </>
      )}
    </FrontForm>
  );
}
