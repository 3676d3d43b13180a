"use client";
// The form behind everything that corrects an account: the day, the reason and what else has to be said, which earmarks
// are released, and the account's figures before and after. Nothing that was typed is lost.
import { useEffect, useRef, type FormEvent, type ReactNode } from "react";
import type { Day } from "@/domain/values/day.ts";
import { figuresAfter, type FiguresChange } from "@/domain/ledger/figures-after.ts";
import { formatAmount, type Cents } from "@/domain/values/money.ts";
import type { PayingAccount } from "@/domain/payments/paying.ts";
import { Button, type ButtonVariant } from "@/ui/button.tsx";
import { focusOnError } from "@/ui/focus-on-error.ts";
import { EffectOf } from "../_apply/effect.tsx";
import { enterAdvances } from "../_apply/enter-advances.ts";
import { PostedIn } from "../_apply/posted-in.tsx";
import { ShortcutsLine } from "../_apply/shortcuts-line.tsx";
import type { Where } from "./reversal-effects.ts";
import { CorrectionFault, CorrectionFields } from "./correction-fields.tsx";
import { useCorrection, type CorrectionInput, type CorrectionResult } from "./use-correction.ts";
import { ReleasedEarmarks } from "./what-moves.tsx";

export type CorrectedAccount = Pick<
  PayingAccount,
  "accountId" | "name" | "currency" | "figures" | "credit" | "earmarks" | "seenSeq" | "months"
>;

type Props = {
  where: Where;
  account: CorrectedAccount;
  earliest: Day;
  /** null while what was typed can't be read. */
  effect: FiguresChange | null;
  button: string;
  variant?: ButtonVariant;
  /** What `fields` calls its amount, where it has one. */
  amount?: string;
  /** The name of the field that has to be mended first; said beside it by `fields`. */
  wrong?: string | null;
  run: (correction: CorrectionInput) => Promise<CorrectionResult>;
  onDone: () => void;
  children?: ReactNode;
  fields?: (errors: Readonly<Record<string, string>>, tried: boolean) => ReactNode;
};

export function CorrectionForm(props: Props) {
  const { where, account, earliest, effect, button, variant = "primary", wrong = null } = props;
  const form = useRef<HTMLFormElement>(null);
  const { locale, today } = where;
  const correction = useCorrection(
    { where, months: account.months, earliest, amount: props.amount },
    props.onDone,
  );
  useEffect(() => focusOnError(form.current, correction.fault), [correction.fault]);
  const { after, releasedEarmarks } = figuresAfter(account.figures, effect ?? {}, account.earmarks);
  const write = (amount: Cents) => formatAmount(amount, account.currency, locale);

  function submit(event: FormEvent) {
    event.preventDefault();
    const ready = correction.ready(wrong);
    if (ready === null) return correction.send({ run: props.run, seenSeq: account.seenSeq });
    form.current?.querySelector<HTMLElement>(`[name=${ready}]`)?.focus();
  }

  return (
    <form
      ref={form}
      onSubmit={submit}
      onKeyDown={enterAdvances}
      noValidate
      className="grid gap-4 whitespace-normal text-left font-normal"
    >
      <CorrectionFault correction={correction} seenSeq={account.seenSeq} />
      {props.children}
      {props.fields?.(correction.errors, correction.tried)}
      <CorrectionFields correction={correction} earliest={earliest} today={today} />
      <PostedIn posting={correction.posting} locale={locale} error={correction.errors["period"]} />
      <ReleasedEarmarks earmarks={releasedEarmarks} write={write} />
      <div className="border-t border-line pt-4">
        <p className="mb-2 text-12 font-medium text-soft">
          {account.name} afterwards, in {account.currency}
        </p>
        <EffectOf account={account} locale={locale} after={after} />
      </div>
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <ShortcutsLine does="confirms" />
        <span className="ml-auto">
          <Button type="submit" variant={variant} data-step pending={correction.pending}>
            {button}
          </Button>
        </span>
      </div>
    </form>
  );
}
