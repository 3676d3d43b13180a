"use client";
// The return: what comes back, how it is made good, and beside it what that does, before it is done.
import { useRouter } from "next/navigation";
import { useState, type FormEvent } from "react";
import type { Day } from "@/domain/values/day.ts";
import { formatAmount } from "@/domain/values/money.ts";
import { typedNumber } from "@/domain/values/written-number.ts";
import { postedWords } from "@/domain/ledger/posting-period.ts";
import { leftOf } from "@/domain/receipts/receipt-return.ts";
import { readReturn, type ReadReturn, type TypedReturn } from "@/domain/receipts/typed-return.ts";
import { api } from "@/server/client.ts";
import { Button } from "@/ui/button.tsx";
import { CommitBar } from "@/ui/commit-bar.tsx";
import { Field } from "@/ui/field.tsx";
import { Notice } from "@/ui/notice.tsx";
import { toast } from "@/ui/toast.tsx";
import { useCommand, type Fault } from "@/ui/use-command.ts";
import { PostedIn, usePosting } from "../../../_apply/posted-in.tsx";
import { toReceipt } from "../../../_shell/links.ts";
import type { Account, Sold } from "./returned-sale.ts";
import { RefundMethod, firstMethod } from "./refund-method.tsx";
import { ReturnEffect } from "./return-effect.tsx";
import { ReturnLines } from "./return-lines.tsx";

type Props = {
  org: string;
  sold: Sold;
  account: Account | null;
  place: { locale: string; today: Day };
  mayRefund: boolean;
};

export function ReturnForm({ org, sold, account, place, mayRefund }: Props) {
  const router = useRouter();
  const [typed, setTyped] = useState<TypedReturn>({
    quantities: {},
    method: firstMethod(sold, mayRefund),
    money: "",
  });
  const [note, setNote] = useState("");
  const [memo, setMemo] = useState("");
  const planned = readReturn(sold, typed, place.locale);
  const { send, pending, fault } = useReturn(org, sold, place);
  const posting = usePosting(place.today, account?.months ?? null);
  const blocked = planned.lines.length === 0 || planned.faults.size > 0 || planned.moneyFault !== null;

  function submit(event: FormEvent) {
    event.preventDefault();
    if (!blocked) send({ planned, method: typed.method, note, memo, today: place.today });
  }
  const setQuantity = (line: number, quantity: string) =>
    setTyped((was) => ({ ...was, quantities: { ...was.quantities, [line]: quantity } }));

  return (
    <form
      onSubmit={submit}
      noValidate
      className="grid items-start gap-6 wide:grid-cols-[minmax(0,1fr)_20rem]"
    >
      <div className="grid min-w-0 gap-4">
        {fault ? <Refused fault={fault} onLook={() => router.refresh()} /> : null}
        <div className="flex justify-end">
          <Button
            onClick={() =>
              sold.lines.forEach((line) => setQuantity(line.line, typedNumber(leftOf(line), place.locale)))
            }
          >
            Everything comes back
          </Button>
        </div>
        <ReturnLines
          sold={sold}
          locale={place.locale}
          quantities={typed.quantities}
          planned={planned}
          onQuantity={setQuantity}
        />
        <RefundMethod
          sold={sold}
          locale={place.locale}
          method={typed.method}
          money={typed.money}
          planned={planned}
          mayRefund={mayRefund}
          onMethod={(method) => setTyped((was) => ({ ...was, method }))}
          onMoney={(money) => setTyped((was) => ({ ...was, money }))}
        />
        <Field
          label="Reason"
          name="memo"
          value={memo}
          maxLength={2000}
          onChange={({ currentTarget }) => setMemo(currentTarget.value)}
          hint="For the history; the customer isn’t shown it."
        />
        <Field
          label="Note to the customer (optional)"
          name="note"
          value={note}
          maxLength={500}
          onChange={({ currentTarget }) => setNote(currentTarget.value)}
          hint="Printed on the receipt of the return and on the statement."
        />
      </div>
      <ReturnEffect sold={sold} planned={planned} account={account} locale={place.locale}>
        {planned.toAccountCents > 0 ? <PostedIn posting={posting} locale={place.locale} /> : null}
        <Button type="submit" variant="primary" full pending={pending} disabled={blocked}>
          Record return
        </Button>
      </ReturnEffect>
      <CommitBar sums={[["Comes back", formatAmount(planned.worthCents, sold.currency, place.locale)]]}>
        <Button type="submit" variant="primary" pending={pending} disabled={blocked}>
          Record return
        </Button>
      </CommitBar>
    </form>
  );
}

type Order = { planned: ReadReturn; method: TypedReturn["method"]; note: string; memo: string; today: Day };

function useReturn(org: string, sold: Sold, place: Props["place"]) {
  const router = useRouter();
  return useCommand(
    ({ planned, method, note, memo, today }: Order, commandKey) =>
      api(org).receipts.recordReturn.mutate({
        commandKey,
        receiptId: sold.receiptId,
        issuedOn: today,
        lines: planned.lines.map(({ line, quantity }) => ({ line, quantity })),
        toAccountCents: planned.toAccountCents,
        tenders:
          planned.moneyCents > 0 && method !== "account"
            ? [{ tender: method, amountCents: planned.moneyCents }]
            : [],
        note,
        memo,
      }),
    ({ receiptId, number, creditMemo }) => {
      const posted = creditMemo && postedWords(place.today, creditMemo.period, place.locale);
      const back = creditMemo?.unarchived
        ? `. ${sold.customerName} was archived and is back in the lists`
        : "";
      toast(`Return ${number} recorded${posted ? `, ${posted}` : ""}${back}`);
      router.push(toReceipt(org, receiptId));
    },
  );
}

function Refused({ fault, onLook }: { fault: Fault; onLook: () => void }) {
  const changed = fault.code === "more-than-sold" || fault.code === "more-than-money";
  return (
    <Notice tone="late" title={fault.message}>
      {changed ? (
        <>
          <p className="mb-2">Someone may have brought some of it back meanwhile. What you typed is kept.</p>
          <Button onClick={onLook}>See what is left</Button>
        </>
      ) : null}
    </Notice>
  );
}
