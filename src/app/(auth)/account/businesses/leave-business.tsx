"use client";
// Leaves a business, after a question.
import { useState } from "react";
import { Button } from "@/ui/button.tsx";
import { Dialog } from "@/ui/dialog.tsx";
import { SubmitButton } from "@/ui/submit-button.tsx";
import { FrontForm } from "../../front-form.tsx";
import { ProveAgain, type ProvenBy } from "../prove-again.tsx";
import { leaveAction } from "./actions.ts";

type Props = { slug: string; name: string; email: string; by: ProvenBy };

export function LeaveBusiness({ slug, name, email, by }: Props) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button variant="quiet" onClick={() => setOpen(true)} aria-label={`Leave ${name}`}>
        Leave
      </Button>
      <Dialog title={`Leave ${name}?`} open={open} onClose={() => setOpen(false)}>
        <FrontForm action={leaveAction}>
          {({ errors }) => (
            <>
              <input type="hidden" name="slug" value={slug} />
              <p>
                You see nothing of {name} any more. What you did there stays under your name. Only somebody
                there can bring you back.
              </p>
              <ProveAgain by={by} email={email} errors={errors} />
              <SubmitButton>Leave</SubmitButton>
            </>
          )}
        </FrontForm>
      </Dialog>
    </>
  );
}
