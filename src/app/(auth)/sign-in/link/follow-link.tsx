"use client";
// The button of a mailed link: one click in the browser that asked for it, the address to type anywhere else.
import { Field } from "@/ui/field.tsx";
import { SubmitButton } from "@/ui/submit-button.tsx";
import { followLinkAction } from "../../actions.ts";
import { FrontForm } from "../../front-form.tsx";

export function FollowLink({ token, address }: { token: string; address: string | null }) {
  return (
    <FrontForm action={followLinkAction}>
      {({ values, errors }) => (
        <>
          <input type="hidden" name="token" value={token} />
          {address ? (
            <input type="hidden" name="email" value={address} />
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
          <SubmitButton full>{address ? `Sign in as ${address}` : "Sign in"}</SubmitButton>
        </>
      )}
    </FrontForm>
  );
}
