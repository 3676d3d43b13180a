"use client";
// Opens a closed business again.
import { SubmitButton } from "@/ui/submit-button.tsx";
import { FrontForm } from "../../front-form.tsx";
import { reopenAction } from "./actions.ts";

export function ReopenBusiness({ slug }: { slug: string }) {
  return (
    <FrontForm action={reopenAction}>
      {() => (
        <>
          <input type="hidden" name="slug" value={slug} />
          <SubmitButton>Open it again</SubmitButton>
        </>
      )}
    </FrontForm>
  );
}
