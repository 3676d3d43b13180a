"use client";
// The counter's screen: who, what, how it is paid, and beside it what that comes to. Every step has a key.
import { useEffect } from "react";
import type { Day } from "@/domain/values/day.ts";
import { Button } from "@/ui/button.tsx";
import { Field } from "@/ui/field.tsx";
import { Notice } from "@/ui/notice.tsx";
import { Screen } from "@/ui/page.tsx";
import { useLater } from "@/ui/use-later.ts";
import { Completed } from "./completed.tsx";
import { CounterCustomer } from "./counter-customer.tsx";
import { useCounterKeys, type CounterAct } from "../../_shell/counter-shortcuts.ts";
import { KeyHint } from "./key-hint.tsx";
import { OnAccount } from "./on-account.tsx";
import { ProductBox } from "./product-box.tsx";
import { Refused } from "./refused.tsx";
import { SaleLines } from "./sale-lines.tsx";
import { Summary, SummaryBar } from "./summary.tsx";
import { Tenders } from "./tenders.tsx";
import { ChargeRefused } from "./charge-refused.tsx";
import { WaitingSale } from "./waiting-sale.tsx";
import { useCounter, type CounterContext, type Counting } from "./use-counter.ts";
import { useFocusSoon } from "./use-focus-soon.ts";
import { useLines } from "./use-lines.ts";

type Props = CounterContext & {
  mayAdd: boolean;
  /** Whether they may open accounts for credit and change limits. */
  mayDecide: boolean;
};

export function Counter({ mayAdd, mayDecide, ...desk }: Props) {
  const { org, place } = desk;
  const { area, focusSoon } = useFocusSoon();
  const counting = useCounter(desk, focusSoon);
  const { draft, change, sale, currency, done, whose, write, tried } = counting;
  const lines = useLines(org, counting);
  const acts: Record<CounterAct, () => void> = {
    customer: () => {
      if (draft.customerId !== null) change({ customerId: null });
      focusSoon("[name=customer]");
    },
    product: () => focusSoon("[name=product]"),
    line: () => lines.addFree("", "1"),
    onAccount: counting.payOnAccount,
    cash: () => counting.addTender("cash"),
    check: () => counting.addTender("check"),
    card: () => counting.addTender("card"),
    charge: () => counting.addTender("house-charge"),
    complete: counting.complete,
  };
  useCounterKeys((act) => {
    if (!done && !counting.waiting) acts[act]();
  });
  useOpening(counting, focusSoon);
  return (
    <div ref={area} role="presentation" onKeyDown={lines.enterGoesOn}>
      <Screen title="Counter">
        {counting.waiting ? (
          <WaitingSale org={org} counting={counting} />
        ) : done ? (
          <Completed org={org} done={done} place={place} onNext={counting.next} />
        ) : (
          <div className="grid items-start gap-6 wide:grid-cols-[minmax(0,1fr)_20rem]">
            <div className="grid min-w-0 gap-6">
              <Refused counting={counting} />
              <div className="rounded-card border border-line bg-card p-4 desk:p-5">
                <CounterCustomer
                  org={org}
                  mayAdd={mayAdd}
                  write={write}
                  locale={place.locale}
                  customerId={draft.customerId}
                  customer={whose.customer}
                  isLost={whose.isLost}
                  jobId={draft.jobId}
                  onJob={(jobId) => change({ jobId })}
                  onChosen={(customerId) => {
                    change({ customerId });
                    focusSoon(customerId ? "[name=product]" : "[name=customer]");
                  }}
                />
              </div>
              <section aria-label="What is sold" className="grid gap-3">
                <div className="grid items-end gap-2 max-desk:grid-cols-2 max-desk:[&>:first-child]:col-span-2 desk:grid-cols-[minmax(0,1fr)_auto_auto]">
                  <ProductBox
                    org={org}
                    customerId={draft.customerId}
                    currency={currency}
                    locale={place.locale}
                    onProduct={lines.add}
                    onFreeLine={lines.addFree}
                    onUp={lines.goUp}
                  />
                  <Button onClick={acts.line}>
                    Free text <KeyHint of="line" />
                  </Button>
                  <Button onClick={acts.onAccount}>
                    Payment on account <KeyHint of="onAccount" />
                  </Button>
                </div>
                <SaleLines
                  currency={currency}
                  tried={tried}
                  write={write}
                  lines={draft.lines}
                  read={sale.lines}
                  taxed={counting.taxes.taxes.length > 0}
                  prices={lines.prices}
                  onChange={lines.change}
                  onRemove={lines.remove}
                />
                <OnAccount counting={counting} locale={place.locale} />
              </section>
              <Tenders
                tenders={draft.tenders}
                read={sale.tenders}
                place={{ currency, locale: place.locale }}
                refused={counting.effect?.refused ?? null}
                wayOn={<ChargeRefused org={org} counting={counting} mayDecide={mayDecide} />}
                barred={counting.barred}
                onAdd={counting.addTender}
                onChange={lines.changeTender}
                onRemove={lines.removeTender}
              />
              <WhoChargesLater org={org} counting={counting} today={place.today} />
              <SigningLater org={org} counting={counting} />
              {counting.isPassing ? <OverridePasses counting={counting} /> : null}
              <Field
                label="Note to the customer"
                hint="Printed on the receipt and on the statement."
                name="note"
                autoComplete="off"
                maxLength={500}
                value={draft.note}
                onChange={(event) => change({ note: event.target.value })}
              />
              <Field
                label="Memo"
                hint="For the history; the customer isn’t shown it."
                name="memo"
                autoComplete="off"
                maxLength={2000}
                value={draft.memo}
                onChange={(event) => change({ memo: event.target.value })}
              />
            </div>
            <Summary counting={counting} place={place} />
            <SummaryBar counting={counting} />
          </div>
        )}
      </Screen>
    </div>
  );
}

const loadWhoCharges = () => import("./who-charges.tsx");

/** Asked once something is charged. */
function WhoChargesLater({ org, counting, today }: { org: string; counting: Counting; today: Day }) {
  const isCharged = counting.draft.tenders.some(({ tender }) => tender === "house-charge");
  const part = useLater(loadWhoCharges, isCharged);
  return isCharged && part ? <part.WhoCharges org={org} counting={counting} today={today} /> : null;
}

const loadSigning = () => import("./signing.tsx");

/** Where the business asks for it, once something is charged. */
function SigningLater({ org, counting }: { org: string; counting: Counting }) {
  const part = useLater(loadSigning, counting.takesSignature);
  return counting.takesSignature && part ? <part.Signing org={org} counting={counting} /> : null;
}

/** Said until it is used: by whom, how much. */
function OverridePasses({ counting: { override, write } }: { counting: Counting }) {
  if (!override) return null;
  return (
    <Notice tone="good" title="An override is approved">
      {override.answeredBy} lets one charge of up to {write(override.amountCents)} pass. It is used up by this
      receipt.
    </Notice>
  );
}

/** Opened for somebody, what they take along comes first; nobody who is typing already is taken elsewhere. */
function useOpening({ isFound, waiting, done, draft }: Counting, focusSoon: (where: string) => void) {
  const isTheirs = isFound && !waiting && !done && draft.customerId !== null;
  useEffect(() => {
    const isTyping = document.activeElement instanceof HTMLInputElement;
    if (isTheirs && !isTyping) focusSoon("[name=product]");
  }, [isTheirs, focusSoon]);
}
