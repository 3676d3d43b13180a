"use client";
// Throws away what was entered for the sale, after asking.
import { useState } from "react";
import { Button } from "@/ui/button.tsx";
import { ConfirmDialog } from "@/ui/confirm-dialog.tsx";

export function StartOver({ onYes }: { onYes: () => void }) {
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button variant="quiet" full onClick={() => setAsking(true)}>
        Start over
      </Button>
      <ConfirmDialog
        title="Start over?"
        open={asking}
        button="Start over"
        onClose={() => setAsking(false)}
        onConfirm={() => {
          setAsking(false);
          onYes();
        }}
      >
        <p>Everything entered here is thrown away. A sale that was recorded stays recorded.</p>
      </ConfirmDialog>
    </>
  );
}
