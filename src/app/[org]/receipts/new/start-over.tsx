"use client";
// Throws away what was entered for the sale, after asking.
import { useState } from "react";
import { Button } from "@/ui/button.tsx";
import { Dialog } from "@/ui/dialog.tsx";

export function StartOver({ onYes }: { onYes: () => void }) {
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button variant="quiet" full onClick={() => setAsking(true)}>
        Start over
      </Button>
      <Dialog title="Start over?" open={asking} onClose={() => setAsking(false)}>
        <p>Everything entered here is thrown away. A sale that was recorded stays recorded.</p>
        <div className="mt-5 flex justify-end gap-2">
          <Button onClick={() => setAsking(false)}>Keep it</Button>
          <Button
            variant="danger"
            onClick={() => {
              setAsking(false);
              onYes();
            }}
          >
            Start over
          </Button>
        </div>
      </Dialog>
    </>
  );
}
