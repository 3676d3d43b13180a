"use client";
// Enters one opening balance after the other: the customer and the kind stay, since the next is likely theirs, too.
import { useRouter } from "next/navigation";
import { useRef, useState, type FormEvent } from "react";
import { OPENING_WORDS, openingKindOf, type OpeningKind } from "@/domain/business/opening-words.ts";
import { readPaid } from "@/domain/payments/paying.ts";
import { paidFaultWords } from "@/domain/payments/paying-words.ts";
import { isDay, type Day } from "@/domain/values/day.ts";
import { formatDay } from "@/domain/values/day-words.ts";
import type { Cents } from "@/domain/values/money.ts";
import { api } from "@/server/client.ts";
import { Button } from "@/ui/button.tsx";
import { FaultNotice } from "@/ui/fault-notice.tsx";
import { Field, SelectField } from "@/ui/field.tsx";
import { toast } from "@/ui/toast.tsx";
import { useCommand } from "@/ui/use-command.ts";
import { CustomerFinder } from "../../_customer-finder/customer-finder.tsx";

type Props = { org: string; place: { locale: string; currency: string; startOn: Day } };
type Typed = { kind: OpeningKind; number: string; on: string; dueOn: string; amount: string; memo: string };
type Order = Omit<Typed, "amount" | "on" | "dueOn"> & {
  customerId: string;
  on: Day;
  dueOn: Day | null;
  amountCents: Cents;
};

const BLANK = { number: "", dueOn: "", amount: "", memo: "" };

export function OpeningForm({ org, place }: Props) {
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const [customer, setCustomer] = useState<{ customerId: string; name: string } | null>(null);
  const [typed, setTyped] = useState<Typed>({ kind: "invoice", on: "", ...BLANK });
  const [tried, setTried] = useState(false);
  const paid = readPaid(typed.amount, place);
  const isInvoice = typed.kind === "invoice";
  const { send, pending, fault } = useCommand(
    (order: Order, commandKey) => api(org).openings.record.mutate({ commandKey, ...order }),
    () => {
      toast("Opening balance entered");
      setTyped({ ...typed, ...BLANK });
      setTried(false);
      router.refresh();
      form.current?.querySelector<HTMLElement>("[name=number]")?.focus();
    },
    { day: "on", amount: "amountCents" },
  );
  const errors = { ...fault?.fields, ...(tried ? missing() : {}) };

  function missing(): Record<string, string> {
    const isBefore = isDay(typed.on) && typed.on < place.startOn;
    return {
      ...(customer ? {} : { customerId: "Choose whose it is." }),
      ...(isBefore ? {} : { on: `Choose a day before ${formatDay(place.startOn, place.locale)}.` }),
      ...(isInvoice && typed.number.trim() === "" ? { number: "Enter the invoice’s number." } : {}),
      ...(typeof paid === "number" ? {} : { amountCents: paidFaultWords(paid, place) }),
    };
  }

  function submit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    const [first] = Object.keys(missing());
    if (first !== undefined || !customer || typeof paid !== "number" || !isDay(typed.on)) {
      const name = first === "customerId" ? "customer" : first === "amountCents" ? "amount" : first;
      return form.current?.querySelector<HTMLElement>(`[name=${name}]`)?.focus();
    }
    const { kind, number, on, dueOn, memo } = typed;
    const due = isInvoice && isDay(dueOn) ? dueOn : null;
    send({ customerId: customer.customerId, kind, number, on, dueOn: due, amountCents: paid, memo });
  }

  async function choose(customerId: string) {
    const { name } = await api(org).customers.read.query({ customerId });
    setCustomer({ customerId, name });
    form.current?.querySelector<HTMLElement>("[name=kind]")?.focus();
  }

  const set = (part: Partial<Typed>) => setTyped({ ...typed, ...part });
  const others = fault && Object.keys(fault.fields).length === 0 ? fault : null;
  return (
    <form
      ref={form}
      onSubmit={submit}
      noValidate
      aria-label="Enter an opening balance"
      className="mt-4 grid max-w-3xl gap-4"
    >
      <FaultNotice fault={others} />
      {customer ? (
        <div className="flex items-center gap-x-3">
          <p className="min-w-0 wrap-anywhere">
            <span className="mr-2 text-13 font-medium text-soft">Customer</span>
            <span className="font-semibold">{customer.name}</span>
          </p>
          <Button variant="quiet" onClick={() => setCustomer(null)}>
            Change
          </Button>
        </div>
      ) : (
        <CustomerFinder
          org={org}
          locale={place.locale}
          mayAdd={false}
          error={errors["customerId"]}
          onChosen={(customerId) => void choose(customerId)}
        />
      )}
      <div className="grid items-start gap-4 desk:grid-cols-3">
        <SelectField
          label="What it is"
          name="kind"
          value={typed.kind}
          onChange={(event) => set({ kind: openingKindOf(event.target.value) })}
        >
          {Object.entries(OPENING_WORDS).map(([kind, words]) => (
            <option key={kind} value={kind}>
              {words}
            </option>
          ))}
        </SelectField>
        <Field
          label={isInvoice ? "Invoice number" : "Number (optional)"}
          name="number"
          autoComplete="off"
          maxLength={60}
          value={typed.number}
          onChange={(event) => set({ number: event.target.value })}
          error={errors["number"]}
        />
        <Field
          label={`Still open of it, ${place.currency}`}
          name="amount"
          inputMode="decimal"
          autoComplete="off"
          value={typed.amount}
          onChange={(event) => set({ amount: event.target.value })}
          error={errors["amountCents"]}
        />
        <Field
          label="Dated"
          name="on"
          type="date"
          value={typed.on}
          onChange={(event) => set({ on: event.target.value })}
          error={errors["on"]}
        />
        {isInvoice ? (
          <Field
            label="Due (optional)"
            hint="Left empty, by the customer’s terms."
            name="dueOn"
            type="date"
            value={typed.dueOn}
            onChange={(event) => set({ dueOn: event.target.value })}
            error={errors["dueOn"]}
          />
        ) : null}
        <Field
          label="Memo (optional)"
          name="memo"
          autoComplete="off"
          maxLength={500}
          value={typed.memo}
          onChange={(event) => set({ memo: event.target.value })}
          error={errors["memo"]}
        />
      </div>
      <div>
        <Button type="submit" variant="primary" pending={pending}>
          Enter opening balance
        </Button>
      </div>
    </form>
  );
}
