"use client";
// Who asks for the house charge, and on what order; what the account's rule wants is said before anything is sent.
import { buyersFor, remainingOf, ruleFor } from "@/domain/credit/who-may-charge.ts";
import type { Day } from "@/domain/values/day.ts";
import { Field, SelectField } from "@/ui/field.tsx";
import { BuyerPicture } from "../../_shell/buyer-picture.tsx";
import { jobOf } from "./record-sale.ts";
import type { Counting } from "./use-counter.ts";

export function WhoCharges({ org, counting, today }: { org: string; counting: Counting; today: Day }) {
  const { whose, draft, change, write, fault, pin, setPin } = counting;
  const { customer } = whose;
  if (!customer) return null;
  const { charging } = customer;
  const jobId = jobOf(draft, customer)?.jobId ?? null;
  const rule = ruleFor(charging.rules, jobId);
  const buyers = buyersFor(charging.buyers, jobId, today);
  const orders = charging.orders.filter(({ until }) => until === null || until >= today);
  const buyer = buyers.find(({ buyerId }) => buyerId === draft.buyerId) ?? null;
  const takesOrder = orders.length > 0 && (rule.poRule === "blanket" || rule.poRule === "required");
  return (
    <section aria-label="Who charges" className="grid items-start gap-3 desk:grid-cols-2">
      {rule.buyersOnly || buyers.length > 0 ? (
        <SelectField
          label="Buyer"
          name="buyer"
          hint={rule.buyersOnly ? "Only authorised buyers may charge." : undefined}
          value={buyer?.buyerId ?? ""}
          onChange={(event) => {
            setPin("");
            change({ buyerId: event.target.value || null });
          }}
          error={fault?.fields["buyerId"]}
        >
          <option value="">{rule.buyersOnly ? "Choose who charges" : "Nobody in particular"}</option>
          {buyers.map(({ buyerId, name, limitCents }) => (
            <option key={buyerId} value={buyerId}>
              {name}
              {limitCents === null ? "" : `, up to ${write(limitCents)}`}
            </option>
          ))}
        </SelectField>
      ) : null}
      {buyer?.photoId ? <BuyerPicture org={org} photoId={buyer.photoId} name={buyer.name} /> : null}
      {buyer?.hasPin ? (
        <Field
          label={`PIN of ${buyer.name}`}
          name="buyerPin"
          type="password"
          inputMode="numeric"
          autoComplete="off"
          maxLength={8}
          value={pin}
          onChange={(event) => setPin(event.target.value)}
          error={fault?.fields["buyerPin"]}
        />
      ) : null}
      {takesOrder ? (
        <SelectField
          label="Blanket purchase order"
          name="order"
          value={draft.orderId ?? ""}
          onChange={(event) => change({ orderId: event.target.value || null })}
          error={fault?.fields["orderId"]}
        >
          <option value="">{rule.poRule === "blanket" ? "Choose one" : "None"}</option>
          {orders.map((order) => (
            <option key={order.orderId} value={order.orderId}>
              {order.number}, {write(remainingOf(order))} left
            </option>
          ))}
        </SelectField>
      ) : rule.poRule === "blanket" ? (
        <p className="text-13 text-late">No blanket purchase order is open, so nothing can be charged.</p>
      ) : null}
      {rule.poRule === "required" || rule.poRule === "preset" ? (
        <Field
          label="Purchase order number"
          name="poNumber"
          autoComplete="off"
          maxLength={60}
          placeholder={rule.poRule === "preset" ? rule.presetPo : undefined}
          hint={rule.poRule === "preset" ? `Left empty, it is ${rule.presetPo}.` : undefined}
          value={draft.poNumber}
          onChange={(event) => change({ poNumber: event.target.value })}
          error={fault?.fields["poNumber"]}
        />
      ) : null}
    </section>
  );
}
