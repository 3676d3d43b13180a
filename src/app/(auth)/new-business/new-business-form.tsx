"use client";
// The business alone: who its owner is, is known.
import { SubmitButton } from "@/ui/submit-button.tsx";
import { newBusinessAction } from "../actions.ts";
import type { BusinessChoices } from "../business-choices.ts";
import { BusinessFields } from "../business-fields.tsx";
import { FrontForm } from "../front-form.tsx";

export function NewBusinessForm({ choices }: { choices: BusinessChoices }) {
  return (
    <FrontForm action={newBusinessAction}>
      {(state) => (
        <>
          <BusinessFields state={state} choices={choices} />
          <SubmitButton full>Open the books</SubmitButton>
        </>
      )}
    </FrontForm>
  );
}
