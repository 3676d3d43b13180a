"use client";
// Takes an event back, whole, after showing what that does: a button, and the question behind it.
import { useState } from "react";
import { Button, type ButtonLook } from "@/ui/button.tsx";
import { Dialog } from "@/ui/dialog.tsx";
import { ActForm } from "./act-form.tsx";
import type { ListedForesight, Where } from "./reversal-effects.ts";
import type { Undo, Undone } from "./use-reverse.ts";
import { WhatMoves } from "./what-moves.tsx";

type Props = {
  where: Where;
  foresight: ListedForesight;
  words: { button: string; title: string; does: string };
  look?: ButtonLook;
  run: (undo: Undo) => Promise<Undone>;
};

export function UndoDialog({ where, foresight, words, look = "plain", run }: Props) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button look={look} onClick={() => setOpen(true)}>
        {words.button}
      </Button>
      <Dialog title={words.title} open={open} onClose={() => setOpen(false)}>
        <ActForm
          where={where}
          account={foresight.account}
          earliest={foresight.effectiveOn}
          effect={foresight.effect}
          button={words.button}
          look="danger"
          run={run}
          onDone={() => setOpen(false)}
        >
          <p>{words.does}</p>
          <WhatMoves foresight={foresight} locale={where.locale} />
        </ActForm>
      </Dialog>
    </>
  );
}
