"use client";
// One button: a scanner that opens links has not said yes.
import type { ReactNode } from "react";
import { SubmitButton } from "@/ui/submit-button.tsx";
import { FrontForm } from "../../../front-form.tsx";
import { proveEmailAction } from "../../../email-actions.ts";

export function ProveEmailForm({ token, children }: { token: string; children: ReactNode }) {
  return (
    <FrontForm action={proveEmailAction}>
      {() => (
        <>
          <input type="hidden" name="token" value={token} />
          <SubmitButton full>{children}</SubmitButton>
        </>
      )}
    </FrontForm>
  );
}
