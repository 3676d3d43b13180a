"use client";
// The people who may charge, and adding one.
import { useRouter } from "next/navigation";
import { formatDay } from "@/domain/values/day-words.ts";
import { formatAmount } from "@/domain/values/money.ts";
import { isDay } from "@/domain/values/day.ts";
import { api } from "@/server/client.ts";
import { Button } from "@/ui/button.tsx";
import { Card } from "@/ui/card.tsx";
import { Field, SelectField } from "@/ui/field.tsx";
import { toast } from "@/ui/toast.tsx";
import { useCommand } from "@/ui/use-command.ts";
import { BuyerPhoto } from "./buyer-photo.tsx";
import { ABOVE_NOTHING, typedAbove } from "./typed-above.ts";
import type { Charging, Desk } from "./desk.ts";
import { RowForm } from "./row-form.tsx";

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
                {desk.maySeeFaces ? (
                  <BuyerPhoto org={desk.org} buyer={buyer} mayChange={desk.mayChange} />
                ) : null}
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

const NOBODY = { name: "", pin: "", mostCents: "", until: "", jobId: "" };

function AddBuyer({
  desk: { org, accountId, currency, locale },
  jobs,
}: {
  desk: Desk;
  jobs: Charging["jobs"];
}) {
  const mostOf = ({ mostCents }: typeof NOBODY) => typedAbove(mostCents, currency, locale);
  return (
    <RowForm
      name="Add a buyer"
      button="Add buyer"
      empty={NOBODY}
      wrong={(typed) =>
        typed.mostCents.trim() !== "" && mostOf(typed) === null ? { mostCents: ABOVE_NOTHING } : {}
      }
      send={(typed, commandKey) =>
        api(org).charging.addBuyer.mutate({
          commandKey,
          accountId,
          name: typed.name,
          pin: typed.pin.trim() || null,
          mostCents: mostOf(typed),
          until: isDay(typed.until) ? typed.until : null,
          jobId: typed.jobId || null,
        })
      }
      said={({ name }) => `${name.trim()} may charge`}
    >
      {(given) => (
        <>
          <div className="grid items-start gap-3 desk:grid-cols-4">
            <Field label="Name" maxLength={200} {...given("name")} />
            <Field
              label="PIN"
              hint="Four to eight digits, if they have one."
              inputMode="numeric"
              maxLength={8}
              {...given("pin")}
            />
            <Field label="At most, a charge" inputMode="decimal" {...given("mostCents")} />
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
        </>
      )}
    </RowForm>
  );
}
