"use client";
// The password, and the web address once more in case someone took it in the meantime.
import { Field } from "@/ui/field.tsx";
import { SubmitButton } from "@/ui/submit-button.tsx";
import { finishSignUpAction } from "../../actions.ts";
import { PASSWORD_HINT } from "../../form-state.ts";
import { FrontForm } from "../../front-form.tsx";

type Props = { token: string; email: string; slug: string; host: string };

export function FinishForm({ token, email, slug, host }: Props) {
  return (
    <FrontForm action={finishSignUpAction}>
      {({ values, errors }) => (
        <>
          <input type="hidden" name="token" value={token} />
          <Field label="E-mail" name="email" type="email" autoComplete="username" value={email} readOnly />
          <Field
            label="Password"
            name="password"
            type="password"
            autoComplete="new-password"
            hint={errors["password"] ? undefined : PASSWORD_HINT}
            error={errors["password"]}
          />
          {errors["slug"] ? (
            <Field
              label="Web address"
              name="slug"
              defaultValue={values["slug"] ?? slug}
              hint={`The part after ${host}/`}
              error={errors["slug"]}
            />
          ) : (
            <input type="hidden" name="slug" value={slug} />
          )}
          <SubmitButton full>Open the books</SubmitButton>
        </>
      )}
    </FrontForm>
  );
}
