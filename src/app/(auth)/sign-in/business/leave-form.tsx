"use client";
// Names the business; the browser then goes to its provider.
import { Field } from "@/ui/field.tsx";
import { SubmitButton } from "@/ui/submit-button.tsx";
import { FrontForm } from "../../front-form.tsx";
import { leaveForProviderAction } from "../../provider-actions.ts";

export function LeaveForm({ host }: { host: string }) {
  return (
    <FrontForm action={leaveForProviderAction}>
      {({ values, errors }) => (
        <>
          <Field
            label="Your business"
            name="business"
            autoComplete="organization"
            autoCapitalize="none"
            spellCheck={false}
            maxLength={60}
            defaultValue={values["business"]}
            hint={errors["business"] ? undefined : `As it stands in the address: ${host}/your-business`}
            error={errors["business"]}
          />
          <SubmitButton full>Continue</SubmitButton>
        </>
      )}
    </FrontForm>
  );
}
