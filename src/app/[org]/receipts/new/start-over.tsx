"use client";
// Throws the sale away, after asking: nothing of it was recorded.
import { useState } from "react";
import { Button } from "@/ui/button.tsx";
import { Dialog } from "@/ui/dialog.tsx";

export function StartOver({ onYes }: { onYes: () => void }) {
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button look="quiet" full onClick={() => setAsking(true)}>
        Start over
      </Button>
      <Dialog title="Start over?" open={asking} onClose={() => setAsking(false)}>
        <p>Everything entered for this sale is thrown away. Nothing of it was recorded.</p>
        <div className="mt-5 flex justify-end gap-2">
          <Button onClick={() => setAsking(false)}>Keep it</Button>
          <Button
            look="danger"
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
