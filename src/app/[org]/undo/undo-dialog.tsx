"use client";
// Takes an event back, whole, after showing what that does: a button, and the question behind it.
import { useRef, useState, type FormEvent, type ReactNode } from "react";
import { afterEffect } from "@/domain/foresight.ts";
import { formatAmount, type Cents } from "@/domain/money.ts";
import { Button, type ButtonLook } from "@/ui/button.tsx";
import { Dialog } from "@/ui/dialog.tsx";
import { EffectOf } from "../payments/effect.tsx";
import { enterMovesOn } from "../payments/form-keys.ts";
import type { ListedForesight, Where } from "./listed-foresight.ts";
import { UndoFault, UndoFields } from "./undo-fields.tsx";
import { useUndo, type Undo, type Undone } from "./use-undo.ts";
import { GivingWay, WhatMoves } from "./what-moves.tsx";

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
        <UndoForm where={where} foresight={foresight} run={run} onDone={() => setOpen(false)} {...words}>
          <p>{words.does}</p>
        </UndoForm>
      </Dialog>
    </>
  );
}

type FormProps = {
  where: Where;
  foresight: ListedForesight;
  button: string;
  run: (undo: Undo) => Promise<Undone>;
  onDone: () => void;
  children: ReactNode;
};

function UndoForm({ where, foresight, button, run, onDone, children }: FormProps) {
  const form = useRef<HTMLFormElement>(null);
  const { locale, today } = where;
  const { account, effect, effectiveOn } = foresight;
  const undo = useUndo({ today, earliest: effectiveOn }, onDone);
  const { after, givingWay } = afterEffect(account.figures, effect, account.earmarks);
  const write = (amount: Cents) => formatAmount(amount, account.currency, locale);

  function submit(event: FormEvent) {
    event.preventDefault();
    if (!undo.submit({ run, seenSeq: account.seenSeq }))
      form.current
        ?.querySelector<HTMLInputElement>(undo.errors["on"] ? "[name=on]" : "[name=reason]")
        ?.focus();
  }

  return (
    <form
      ref={form}
      onSubmit={submit}
      onKeyDown={enterMovesOn}
      noValidate
      className="grid gap-4 whitespace-normal text-left"
    >
      <UndoFault undo={undo} seenSeq={account.seenSeq} />
      {children}
      <WhatMoves foresight={foresight} locale={locale} />
      <UndoFields undo={undo} earliest={effectiveOn} today={today} />
      <GivingWay earmarks={givingWay} write={write} />
      <div className="border-t border-line pt-4">
        <p className="mb-2 text-12 font-medium text-soft">
          {account.name} afterwards, in {account.currency}
        </p>
        <EffectOf account={account} locale={locale} after={after} />
      </div>
      <div className="flex justify-end">
        <Button type="submit" look="danger" data-step pending={undo.pending}>
          {button}
        </Button>
      </div>
    </form>
  );
}
