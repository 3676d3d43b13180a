"use client";
// The form behind everything that corrects an account: what else has to be said, the day and the reason, what gives way,
// and the account's figures before and after. Nothing that was typed is lost.
import { useRef, type FormEvent, type ReactNode } from "react";
import type { Day } from "@/domain/values/day.ts";
import { afterEffect } from "@/domain/corrections/figures-after.ts";
import { formatAmount, type Cents } from "@/domain/values/money.ts";
import type { PayingAccount } from "@/domain/payments/paying.ts";
import { Button, type ButtonLook } from "@/ui/button.tsx";
import { EffectOf } from "../_apply/effect.tsx";
import { enterMovesOn } from "../_apply/enter-advances.ts";
import { KeysLine } from "../_apply/shortcuts-line.tsx";
import type { Where } from "./reversal-effects.ts";
import { UndoFault, UndoFields } from "./reverse-fields.tsx";
import { useUndo, type Undo, type Undone } from "./use-reverse.ts";
import { GivingWay } from "./what-moves.tsx";

export type ActAccount = Pick<
  PayingAccount,
  "accountId" | "name" | "currency" | "figures" | "credit" | "earmarks" | "seenSeq"
>;
type Effect = Parameters<typeof afterEffect>[1];

type Props = {
  where: Where;
  account: ActAccount;
  earliest: Day;
  /** null while what was typed can't be read. */
  effect: Effect | null;
  button: string;
  look?: ButtonLook;
  /** The name of the field that has to be mended first; said beside it by `fields`. */
  wrong?: string | null;
  run: (undo: Undo) => Promise<Undone>;
  onDone: () => void;
  children?: ReactNode;
  fields?: (errors: Readonly<Record<string, string>>, tried: boolean) => ReactNode;
};

export function ActForm(props: Props) {
  const { where, account, earliest, effect, button, look = "primary", wrong = null } = props;
  const form = useRef<HTMLFormElement>(null);
  const { locale, today } = where;
  const undo = useUndo({ today, earliest }, props.onDone);
  const none = { openItemsCents: 0 as Cents, openCreditCents: 0 as Cents };
  const { after, givingWay } = afterEffect(account.figures, effect ?? none, account.earmarks);
  const write = (amount: Cents) => formatAmount(amount, account.currency, locale);

  function submit(event: FormEvent) {
    event.preventDefault();
    const ready = undo.ready(wrong);
    if (ready === null) return undo.send({ run: props.run, seenSeq: account.seenSeq });
    form.current?.querySelector<HTMLElement>(`[name=${ready}]`)?.focus();
  }

  return (
    <form
      ref={form}
      onSubmit={submit}
      onKeyDown={enterMovesOn}
      noValidate
      className="grid gap-4 whitespace-normal text-left font-normal"
    >
      <UndoFault undo={undo} seenSeq={account.seenSeq} />
      {props.children}
      {props.fields?.(undo.errors, undo.tried)}
      <UndoFields undo={undo} earliest={earliest} today={today} />
      <GivingWay earmarks={givingWay} write={write} />
      <div className="border-t border-line pt-4">
        <p className="mb-2 text-12 font-medium text-soft">
          {account.name} afterwards, in {account.currency}
        </p>
        <EffectOf account={account} locale={locale} after={after} />
      </div>
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <KeysLine does="confirms" />
        <span className="ml-auto">
          <Button type="submit" look={look} data-step pending={undo.pending}>
            {button}
          </Button>
        </span>
      </div>
    </form>
  );
}
