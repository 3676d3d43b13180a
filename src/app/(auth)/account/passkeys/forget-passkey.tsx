"use client";
// Removes one passkey, behind a fold: it takes the password, so that nobody who finds a browser signed in can.
import { Field } from "@/ui/field.tsx";
import { SubmitButton } from "@/ui/submit-button.tsx";
import { FrontForm } from "../../front-form.tsx";
import { forgetPasskeyAction } from "../../passkey-actions.ts";

export function ForgetPasskey({ id, name, hasPassword }: { id: string; name: string; hasPassword: boolean }) {
  return (
    <details className="mt-1">
      <summary className="touch-target w-fit cursor-pointer text-13 text-link">Remove {name}</summary>
      <div className="mt-2 mb-1">
        <FrontForm action={forgetPasskeyAction}>
          {({ errors }) => (
            <>
              <input type="hidden" name="passkey" value={id} />
              {hasPassword ? (
                <Field
                  label="Password now"
                  name="currentPassword"
                  type="password"
                  autoComplete="current-password"
                  error={errors["currentPassword"]}
                />
              ) : null}
              <SubmitButton variant="danger">Remove this passkey</SubmitButton>
            </>
          )}
        </FrontForm>
      </div>
    </details>
  );
}
