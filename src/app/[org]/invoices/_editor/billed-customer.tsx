"use client";
// Who is billed: found in one box, or added on the spot; then shown with what they owe, a way to choose another, and the job that
// it is for, which may be added on the spot, too.
import { Button } from "@/ui/button.tsx";
import { chosenBefore } from "@/ui/chosen-before.ts";
import { SelectField } from "@/ui/field.tsx";
import { Link } from "@/ui/link.tsx";
import { Notice } from "@/ui/notice.tsx";
import { CustomerFinder } from "../../_customer-finder/customer-finder.tsx";
import { toCustomer } from "../../_shell/links.ts";
import { ExemptionLine } from "./exemption.tsx";
import { focusBox } from "./focus-box.ts";
import { NewJob, type JobAdding } from "./new-job-dialog.tsx";
import { OnHold } from "./on-hold.tsx";
import type { Billed } from "./use-billed.ts";
import type { Invoicing } from "./use-invoice.ts";

/** What may be added on the spot: a customer, and a job of theirs. */
export type Adding = { customer: boolean; job: JobAdding | null };
type Props = { org: string; locale: string; adding: Adding; invoicing: Invoicing };

export function BilledCustomer({ org, locale, adding, invoicing }: Props) {
  const { draft, billed, choose, errors, write } = invoicing;
  const { customer, isLost } = billed;
  function take(customerId: string) {
    void choose(customerId).then(() => focusBox("[name=product]"));
  }
  if (draft.customerId === null)
    return (
      <CustomerFinder
        org={org}
        locale={locale}
        mayAdd={adding.customer}
        takesFocus
        error={errors["customer"]}
        onChosen={take}
      />
    );
  if (!customer)
    return isLost ? (
      <Notice tone="late" title="This customer can’t be read just now">
        <Button onClick={() => void choose(null)}>Choose again</Button>
      </Notice>
    ) : (
      <p aria-busy="true" className="min-h-11 text-soft">
        Reading the account…
      </p>
    );
  const { balanceCents } = customer.figures;
  return (
    <div className="grid items-start gap-4 desk:grid-cols-[minmax(0,1fr)_16rem]">
      <div className="flex items-start gap-x-3">
        <div className="min-w-0 max-desk:flex-1">
          <p>
            <span className="sr-only">Customer </span>
            <Link
              href={toCustomer(org, customer.customerId)}
              className="touch-target text-16 font-semibold wrap-anywhere hover:underline touch:underline"
            >
              {customer.name}
            </Link>
            {customer.number === customer.name ? null : (
              <span className="ml-2 text-soft">{customer.number}</span>
            )}
          </p>
          <p className="mt-0.5 text-13 text-soft">
            {balanceCents === 0 ? "Owes nothing" : `Owes ${write(balanceCents)}`}
          </p>
          <OnHold customer={customer} write={write} />
          <ExemptionLine exemption={customer.exemption} on={draft.issuedOn} locale={locale} />
          {customer.isArchived ? (
            <p className="text-13 font-medium text-late">Archived: bring them back before you bill them.</p>
          ) : null}
        </div>
        <Button variant="quiet" onClick={() => void choose(null)}>
          Change
        </Button>
      </div>
      <div className="grid gap-4">
        <JobOfInvoice org={org} adding={adding} customer={customer} invoicing={invoicing} />
        <LocationOfInvoice customer={customer} invoicing={invoicing} />
      </div>
    </div>
  );
}

type JobProps = Pick<Props, "org" | "adding" | "invoicing"> & { customer: Billed };

function JobOfInvoice({ org, adding, customer, invoicing }: JobProps) {
  const { draft, errors, patch, billed } = invoicing;
  const isAsked = customer.jobs.length > 0 || draft.jobId !== null;
  async function take(jobId: string) {
    await billed.choose(customer.customerId);
    patch({ jobId });
    focusBox("[name=jobId]");
  }
  return (
    <div className="grid justify-items-start gap-1">
      {isAsked ? (
        <div className="w-full">
          <SelectField
            label="Job"
            name="jobId"
            ref={chosenBefore(draft.jobId ?? "", (chosen) => patch({ jobId: chosen || null }))}
            value={draft.jobId ?? ""}
            onChange={(event) => patch({ jobId: event.target.value || null })}
            error={errors["jobId"]}
          >
            <option value="">No job</option>
            {draft.jobId !== null && customer.jobs.every(({ jobId }) => jobId !== draft.jobId) ? (
              <option value={draft.jobId}>A job that is closed</option>
            ) : null}
            {customer.jobs.map(({ jobId, number, name }) => (
              <option key={jobId} value={jobId}>
                {number} {name}
              </option>
            ))}
          </SelectField>
        </div>
      ) : null}
      {adding.job && !customer.isArchived ? (
        <NewJob
          {...adding.job}
          org={org}
          customerId={customer.customerId}
          onCreated={({ jobId }) => void take(jobId)}
        />
      ) : null}
    </div>
  );
}

type LocationProps = Pick<Props, "invoicing"> & { customer: Billed };

function LocationOfInvoice({ customer, invoicing: { draft, patch } }: LocationProps) {
  const { locations } = customer;
  if (locations.length === 0 && draft.locationId === null) return null;
  const isRemoved = locations.every(({ locationId }) => locationId !== draft.locationId);
  return (
    <SelectField
      label="Location"
      hint="Its address is the service address, and its tax is taken."
      name="locationId"
      value={draft.locationId ?? ""}
      onChange={(event) => patch(placeOf(customer, event.target.value))}
    >
      <option value="">No location</option>
      {draft.locationId !== null && isRemoved ? (
        <option value={draft.locationId}>A location that was removed</option>
      ) : null}
      {locations.map(({ locationId, name }) => (
        <option key={locationId} value={locationId}>
          {name}
        </option>
      ))}
    </SelectField>
  );
}

/** Where it is done; without a location, at the customer's own address. */
function placeOf({ locations, serviceAddress }: Billed, chosen: string) {
  const location = locations.find(({ locationId }) => locationId === chosen);
  return {
    locationId: location?.locationId ?? null,
    serviceAddress: (location?.addressLines ?? serviceAddress).join("\n"),
  };
}
