"use client";
// Turns the second factor off, with a code: not by who finds a browser signed in.
import { SubmitButton } from "@/ui/submit-button.tsx";
import { CodeField } from "../../code-field.tsx";
import { FrontForm } from "../../front-form.tsx";
import { turnOffSecondFactorAction } from "../../second-actions.ts";

export function TurnOffForm() {
  return (
    <FrontForm action={turnOffSecondFactorAction}>
      {({ errors }) => (
        <>
          <CodeField id="code-off" error={errors["code"]} />
          <SubmitButton full variant="danger">
            Turn it off
          </SubmitButton>
        </>
      )}
    </FrontForm>
  );
}
