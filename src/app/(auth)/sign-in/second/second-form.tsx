"use client";
// The second step of signing in.
import { SubmitButton } from "@/ui/submit-button.tsx";
import { CodeField } from "../../code-field.tsx";
import { FrontForm } from "../../front-form.tsx";
import { secondStepAction } from "../../second-actions.ts";

export function SecondForm({ to }: { to: string }) {
  return (
    <FrontForm action={secondStepAction}>
      {({ errors }) => (
        <>
          <input type="hidden" name="to" value={to} />
          <CodeField error={errors["code"]} />
          <SubmitButton full>Sign in</SubmitButton>
        </>
      )}
    </FrontForm>
  );
}
