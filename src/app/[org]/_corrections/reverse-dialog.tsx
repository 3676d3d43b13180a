"use client";
// Reverses an event, after showing what that does: a button, and the question behind it.
import { useState } from "react";
import { Button, type ButtonVariant } from "@/ui/button.tsx";
import { Dialog } from "@/ui/dialog.tsx";
import { CorrectionForm } from "./correction-form.tsx";
import type { ReversalEffects, Where } from "./reversal-effects.ts";
import type { CorrectionInput, CorrectionResult } from "./use-correction.ts";
import { WhatMoves } from "./what-moves.tsx";

type Props = {
  where: Where;
  preview: ReversalEffects;
  words: { button: string; title: string; does: string };
  variant?: ButtonVariant;
  run: (input: CorrectionInput) => Promise<CorrectionResult>;
};

export function ReverseDialog({ where, preview, words, variant = "plain", run }: Props) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button variant={variant} onClick={() => setOpen(true)}>
        {words.button}
      </Button>
      <Dialog title={words.title} open={open} onClose={() => setOpen(false)}>
        <CorrectionForm
          where={where}
          account={preview.account}
          earliest={preview.effectiveOn}
          effect={preview.effect}
          button={words.button}
          variant="danger"
          run={run}
          onDone={() => setOpen(false)}
        >
          <p>{words.does}</p>
          <WhatMoves preview={preview} locale={where.locale} />
        </CorrectionForm>
      </Dialog>
    </>
  );
}
