"use client";
// The people who may charge, and adding one.
import { useRouter } from "next/navigation";
import { useState, type FormEvent } from "react";
import { formatDay } from "@/domain/values/day-words.ts";
import { formatAmount, parseAmount } from "@/domain/values/money.ts";
import { isDay } from "@/domain/values/day.ts";
import { api } from "@/server/client.ts";
import { Button } from "@/ui/button.tsx";
import { Card } from "@/ui/card.tsx";
import { FaultNotice } from "@/ui/fault-notice.tsx";
import { Field, SelectField } from "@/ui/field.tsx";
import { toast } from "@/ui/toast.tsx";
import { useCommand } from "@/ui/use-command.ts";
import { BuyerPhoto } from "./buyer-photo.tsx";
import type { Charging, Desk } from "./desk.ts";

type Buyer = Charging["buyers"][number];
type Props = { desk: Desk; charging: Charging };

export function Buyers({ desk, charging: { buyers, jobs } }: Props) {
  return (
    <Card padded>
      {buyers.length === 0 ? (
        <p className="text-soft">Nobody is named yet.</p>
      ) : (
        <ul aria-label="Authorised buyers" className="divide-y divide-line">
          {buyers.map((buyer) => (
            <li key={buyer.buyerId} className="flex flex-wrap items-center justify-between gap-x-4 py-2">
              <span className="grid min-w-0 gap-2 wrap-anywhere">
                <span>
                  <span className="font-medium">{buyer.name}</span>{" "}
                  <span className="text-13 text-soft">{said(buyer, desk, jobs)}</span>
                </span>
                <BuyerPhoto org={desk.org} buyer={buyer} mayChange={desk.mayChange} />
              </span>
              {desk.mayChange ? <RemoveBuyer desk={desk} buyer={buyer} /> : null}
            </li>
          ))}
        </ul>
      )}
      {desk.mayChange ? <AddBuyer desk={desk} jobs={jobs} /> : null}
    </Card>
  );
}

function said(
  { hasPin, limitCents, until, jobId }: Buyer,
  { currency, locale, today }: Desk,
  jobs: Charging["jobs"],
) {
  return [
    ...(hasPin ? ["PIN"] : []),
    ...(limitCents === null ? [] : [`up to ${formatAmount(limitCents, currency, locale)} a charge`]),
    ...(until === null ? [] : [`${until < today ? "until" : "through"} ${formatDay(until, locale)}`]),
    ...(jobId === null
      ? []
      : [`on ${jobs.find((job) => job.jobId === jobId)?.name ?? "a job that is closed"}`]),
  ].join(" · ");
}

function RemoveBuyer({ desk: { org }, buyer: { buyerId, name } }: { desk: Desk; buyer: Buyer }) {
  const router = useRouter();
  const { send, pending, fault } = useCommand(
    (_: null, commandKey) => api(org).charging.removeBuyer.mutate({ commandKey, buyerId }),
    () => {
      toast(`${name} may charge no more`);
      router.refresh();
    },
  );
  return (
    <span>
      <Button variant="quiet" pending={pending} aria-label={`Remove ${name}`} onClick={() => send(null)}>
        Remove
      </Button>
      {fault ? <span className="text-12 text-late">{fault.message}</span> : null}
    </span>
  );
}

const NOBODY = { name: "", pin: "", limit: "", until: "", jobId: "" };

function AddBuyer({
  desk: { org, accountId, currency, locale },
  jobs,
}: {
  desk: Desk;
  jobs: Charging["jobs"];
}) {
  const router = useRouter();
  const [typed, setTyped] = useState(NOBODY);
  const limit = typed.limit.trim() === "" ? null : parseAmount(typed.limit, currency, locale);
  const isWrong = limit !== null && (typeof limit !== "number" || limit <= 0);
  const { send, pending, fault } = useCommand(
    (said: typeof NOBODY, commandKey) =>
      api(org).charging.addBuyer.mutate({
        commandKey,
        accountId,
        name: said.name,
        pin: said.pin.trim() || null,
        mostCents: typeof limit === "number" ? limit : null,
        until: isDay(said.until) ? said.until : null,
        jobId: said.jobId || null,
      }),
    () => {
      toast(`${typed.name.trim()} may charge`);
      setTyped(NOBODY);
      router.refresh();
    },
  );
  const given = (name: keyof typeof NOBODY) => ({
    name,
    autoComplete: "off",
    value: typed[name],
    onChange: (event: { target: { value: string } }) => setTyped({ ...typed, [name]: event.target.value }),
    error: fault?.fields[name],
  });
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (isWrong) return event.currentTarget.querySelector<HTMLElement>("[name=limit]")?.focus();
    send(typed);
  }
  return (
    <form
      onSubmit={submit}
      noValidate
      aria-label="Add a buyer"
      className="mt-4 grid gap-3 border-t border-line pt-4"
    >
      <FaultNotice fault={fault} />
      <div className="grid items-start gap-3 desk:grid-cols-4">
        <Field label="Name" maxLength={200} {...given("name")} />
        <Field
          label="PIN"
          hint="Four to eight digits, if they have one."
          inputMode="numeric"
          maxLength={8}
          {...given("pin")}
        />
        <Field
          label="At most, a charge"
          inputMode="decimal"
          {...given("limit")}
          error={isWrong ? "Enter an amount above nothing." : fault?.fields["mostCents"]}
        />
        <Field label="Last day" type="date" {...given("until")} />
      </div>
      {jobs.length > 0 ? (
        <div className="max-w-sm">
          <SelectField label="Job" {...given("jobId")}>
            <option value="">All of the account</option>
            {jobs.map((job) => (
              <option key={job.jobId} value={job.jobId}>
                {job.name}
              </option>
            ))}
          </SelectField>
        </div>
      ) : null}
      <div>
        <Button type="submit" pending={pending}>
          Add buyer
        </Button>
      </div>
    </form>
  );
}
