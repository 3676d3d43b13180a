"use client";
// Leaves a business, after a question.
import { useState } from "react";
import { Button } from "@/ui/button.tsx";
import { Dialog } from "@/ui/dialog.tsx";
import { SubmitButton } from "@/ui/submit-button.tsx";
import { FrontForm } from "../../front-form.tsx";
import { leaveAction } from "./actions.ts";

export function LeaveBusiness({ slug, name }: { slug: string; name: string }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button variant="quiet" onClick={() => setOpen(true)} aria-label={`Leave ${name}`}>
        Leave
      </Button>
      <Dialog title={`Leave ${name}?`} open={open} onClose={() => setOpen(false)}>
        <FrontForm action={leaveAction}>
          {() => (
            <>
              <input type="hidden" name="slug" value={slug} />
              <p>
                You see nothing of {name} any more. What you did there stays under your name. Only somebody
                there can bring you back.
              </p>
              <SubmitButton>Leave</SubmitButton>
            </>
          )}
        </FrontForm>
      </Dialog>
    </>
  );
}
