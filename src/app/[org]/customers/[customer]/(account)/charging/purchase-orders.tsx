"use client";
// Blanket purchase orders: what is left of each, and adding one.
import { useRouter } from "next/navigation";
import { present } from "@/domain/assert.ts";
import { remainingOf } from "@/domain/credit/who-may-charge.ts";
import { formatDay } from "@/domain/values/day-words.ts";
import { isDay } from "@/domain/values/day.ts";
import { formatAmount, type Cents } from "@/domain/values/money.ts";
import { api } from "@/server/client.ts";
import { Button } from "@/ui/button.tsx";
import { Card } from "@/ui/card.tsx";
import { Field } from "@/ui/field.tsx";
import { toast } from "@/ui/toast.tsx";
import { useCommand } from "@/ui/use-command.ts";
import { ABOVE_NOTHING, typedAbove } from "./typed-above.ts";
import type { Charging, Desk } from "./desk.ts";
import { RowForm } from "./row-form.tsx";

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

const NONE = { number: "", amountCents: "", until: "" };

function AddOrder({ desk: { org, accountId, currency, locale } }: { desk: Desk }) {
  const amountOf = ({ amountCents }: typeof NONE) => typedAbove(amountCents, currency, locale);
  return (
    <RowForm
      name="Add a blanket purchase order"
      button="Add purchase order"
      empty={NONE}
      wrong={(typed) => ({
        ...(typed.number.trim() === "" && { number: "Enter its number." }),
        ...(amountOf(typed) === null && { amountCents: ABOVE_NOTHING }),
      })}
      send={(typed, commandKey) =>
        api(org).charging.addOrder.mutate({
          commandKey,
          accountId,
          number: typed.number,
          amountCents: present(amountOf(typed), "what can’t be read isn’t sent"),
          until: isDay(typed.until) ? typed.until : null,
        })
      }
      said={({ number }) => `${number.trim()} can be charged on`}
    >
      {(given) => (
        <div className="grid items-start gap-3 desk:grid-cols-3">
          <Field label="Number" maxLength={60} {...given("number")} />
          <Field label="Amount" inputMode="decimal" {...given("amountCents")} />
          <Field label="Last day" type="date" {...given("until")} />
        </div>
      )}
    </RowForm>
  );
}
