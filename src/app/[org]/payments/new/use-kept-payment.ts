"use client";
// A payment that isn't recorded yet waits in the browser, as a sale at the counter does, and what was typed for one
// customer is never offered for another.
import { useRef, type RefObject } from "react";
import type { Day } from "@/domain/values/day.ts";
import { useKept } from "@/ui/use-kept.ts";
import type { Choice } from "../../_apply/use-entries.ts";
import type { PaymentEntry } from "./payment-fields.tsx";

/** What the form holds; `today` is the day on which it was typed. */
export type TypedPayment = {
  given: PaymentEntry;
  choice: Choice;
  /** Of which items the discount is kept. */
  offers?: readonly number[];
  today: Day;
};

type Options = {
  /** Of which business, and whose payment of what. */
  place: readonly string[];
  /** The form as it is with nothing typed. */
  fresh: TypedPayment;
  now: TypedPayment;
  give: (typed: TypedPayment) => void;
};

export function useKeptPayment(
  form: RefObject<HTMLFormElement | null>,
  { place, fresh, now, give }: Options,
) {
  const isFirst = useRef(true);
  const isBlank = (typed: TypedPayment) => [NOTHING, contentOf(fresh)].includes(contentOf(typed));
  return useKept<TypedPayment>(["payment", ...place], {
    now,
    isBlank,
    restore(then) {
      const typed = isFirst.current ? typedBefore(form.current, fresh.given) : {};
      isFirst.current = false;
      // The next one on the pile came on the same day and the same way, as likely as not.
      if (!then && Object.keys(typed).length === 0 && isBlank(now) && contentOf(fresh) === NOTHING) return;
      give({ ...fresh, ...then, given: { ...fresh.given, ...(then && asOf(then, fresh.today)), ...typed } });
    },
  });
}

/** The day and the way it came are as likely the next one's; by themselves they are nothing typed. */
function contentOf({ given: { amount, reference, memo, customerNote }, choice }: TypedPayment): string {
  const chosen = Object.entries(choice ?? {}).filter(([, text]) => text !== "");
  return JSON.stringify([amount, reference, memo, customerNote, chosen]);
}

const NOTHING = JSON.stringify(["", "", "", "", []]);

/** A day that was only the day of then isn't chosen. */
const asOf = ({ given, today: then }: TypedPayment, today: Day): PaymentEntry =>
  given.receivedOn === then ? { ...given, receivedOn: today } : given;

/** What was typed before this script had come is in the boxes, and nowhere else yet. */
function typedBefore(form: HTMLFormElement | null, fresh: PaymentEntry): Partial<PaymentEntry> {
  const typed = form ? Object.fromEntries(new FormData(form)) : {};
  const names = ["amount", "receivedOn", "method", "reference", "toAccount", "memo", "customerNote"] as const;
  const changed = names.filter((name) => typed[name] && typed[name] !== fresh[name]);
  return Object.fromEntries(changed.map((name) => [name, typed[name]]));
}
