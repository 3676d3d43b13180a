"use client";
// The password now and the one that is to be. Nothing typed here is ever shown again.
import { Field } from "@/ui/field.tsx";
import { Link } from "@/ui/link.tsx";
import { SubmitButton } from "@/ui/submit-button.tsx";
import { PASSWORD_HINT } from "../../form-state.ts";
import { FrontForm } from "../../front-form.tsx";
import { changePasswordAction } from "../../password-actions.ts";

export function ChangeForm({ email }: { email: string }) {
  return (
    <FrontForm action={changePasswordAction}>
      {({ errors }) => (
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
          <Field
            label="New password"
            name="password"
            type="password"
            autoComplete="new-password"
            hint={errors["password"] ? undefined : PASSWORD_HINT}
            error={errors["password"]}
          />
          <SubmitButton full>Change password</SubmitButton>
          <p className="text-13 text-soft">
            Every other device is signed out. Forgot it?{" "}
            <Link href="/sign-in/new-password" className="text-link">
              Have a link e-mailed
            </Link>
          </p>
        </>
      )}
    </FrontForm>
  );
}
