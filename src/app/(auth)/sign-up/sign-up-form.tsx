"use client";
// Who signs up, and the business.
import { Field } from "@/ui/field.tsx";
import { SubmitButton } from "@/ui/submit-button.tsx";
import { signUpAction } from "../actions.ts";
import type { BusinessChoices } from "../business-choices.ts";
import { BusinessFields } from "../business-fields.tsx";
import { FrontForm } from "../front-form.tsx";

export function SignUpForm({ choices }: { choices: BusinessChoices }) {
  return (
    <FrontForm action={signUpAction}>
      {(state) => (
        <>
          <Field
            label="Your name"
            name="name"
            autoComplete="name"
            defaultValue={state.values["name"]}
            error={state.errors["name"]}
          />
          <Field
            label="E-mail"
            name="email"
            type="email"
            autoComplete="username"
            defaultValue={state.values["email"]}
            error={state.errors["email"]}
          />
          <BusinessFields state={state} choices={choices} />
          <SubmitButton full>Continue</SubmitButton>
          <p className="text-13 text-soft">We mail you a link; behind it you choose a password.</p>
        </>
      )}
    </FrontForm>
  );
}
