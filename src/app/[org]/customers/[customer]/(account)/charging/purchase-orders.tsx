"use client";
// Blanket purchase orders: what is left of each, and adding one.
import { useRouter } from "next/navigation";
import { useState, type FormEvent } from "react";
import { remainingOf } from "@/domain/credit/who-may-charge.ts";
import { formatDay } from "@/domain/values/day-words.ts";
import { isDay } from "@/domain/values/day.ts";
import { formatAmount, parseAmount, type Cents } from "@/domain/values/money.ts";
import { api } from "@/server/client.ts";
import { Button } from "@/ui/button.tsx";
import { Card } from "@/ui/card.tsx";
import { FaultNotice } from "@/ui/fault-notice.tsx";
import { Field } from "@/ui/field.tsx";
import { toast } from "@/ui/toast.tsx";
import { useCommand } from "@/ui/use-command.ts";
import type { Charging, Desk } from "./desk.ts";

type Order = Charging["orders"][number];

export function PurchaseOrders({ desk, orders }: { desk: Desk; orders: readonly Order[] }) {
  const write = (amount: Cents) => formatAmount(amount, desk.currency, desk.locale);
  return (
    <Card padded>
      {orders.length === 0 ? (
        <p className="text-soft">None is open.</p>
      ) : (
        <ul aria-label="Blanket purchase orders" className="divide-y divide-line">
          {orders.map((order) => (
            <li key={order.orderId} className="flex flex-wrap items-center justify-between gap-x-4 py-2">
              <span className="min-w-0 wrap-anywhere">
                <span className="font-medium">{order.number}</span>{" "}
                <span className="text-13 text-soft">
                  {write(remainingOf(order))} left of {write(order.amountCents)}
                  {order.until === null ? "" : ` · through ${formatDay(order.until, desk.locale)}`}
                </span>
              </span>
              {desk.mayChange ? <CloseOrder desk={desk} order={order} /> : null}
            </li>
          ))}
        </ul>
      )}
      {desk.mayChange ? <AddOrder desk={desk} /> : null}
    </Card>
  );
}

function CloseOrder({ desk: { org }, order: { orderId, number } }: { desk: Desk; order: Order }) {
  const router = useRouter();
  const { send, pending, fault } = useCommand(
    (_: null, commandKey) => api(org).charging.closeOrder.mutate({ commandKey, orderId }),
    () => {
      toast(`Nothing more is charged on ${number}`);
      router.refresh();
    },
  );
  return (
    <span>
      <Button variant="quiet" pending={pending} aria-label={`Close ${number}`} onClick={() => send(null)}>
        Close
      </Button>
      {fault ? <span className="text-12 text-late">{fault.message}</span> : null}
    </span>
  );
}

const NONE = { number: "", amount: "", until: "" };

function AddOrder({ desk: { org, accountId, currency, locale } }: { desk: Desk }) {
  const router = useRouter();
  const [typed, setTyped] = useState(NONE);
  const [tried, setTried] = useState(false);
  const amount = parseAmount(typed.amount, currency, locale);
  const isRight = typeof amount === "number" && amount > 0;
  const { send, pending, fault } = useCommand(
    ({ amountCents }: { amountCents: Cents }, commandKey) =>
      api(org).charging.addOrder.mutate({
        commandKey,
        accountId,
        number: typed.number,
        amountCents,
        until: isDay(typed.until) ? typed.until : null,
      }),
    () => {
      toast(`${typed.number.trim()} can be charged on`);
      setTyped(NONE);
      setTried(false);
      router.refresh();
    },
  );
  const given = (name: keyof typeof NONE) => ({
    name,
    autoComplete: "off",
    value: typed[name],
    onChange: (event: { target: { value: string } }) => setTyped({ ...typed, [name]: event.target.value }),
    error: fault?.fields[name],
  });
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    setTried(true);
    if (!isRight) return event.currentTarget.querySelector<HTMLElement>("[name=amount]")?.focus();
    send({ amountCents: amount });
  }
  return (
    <form
      onSubmit={submit}
      noValidate
      aria-label="Add a blanket purchase order"
      className="mt-4 grid gap-3 border-t border-line pt-4"
    >
      <FaultNotice fault={fault} />
      <div className="grid gap-3 desk:grid-cols-3">
        <Field label="Number" maxLength={60} {...given("number")} />
        <Field
          label="Amount"
          inputMode="decimal"
          {...given("amount")}
          error={tried && !isRight ? "Enter an amount above nothing." : undefined}
        />
        <Field label="Last day" type="date" {...given("until")} />
      </div>
      <div>
        <Button type="submit" pending={pending}>
          Add purchase order
        </Button>
      </div>
    </form>
  );
}
