// A job of a customer: what it is called, who runs it, where and when, and what its contract says; and the same as the texts
// of a form. Without zod, so that a browser isn't sent it.
import { NO_ADDRESS, type Address } from "../customers/address.ts";
import { linesOf } from "../customers/customer.ts";
import type { Texts } from "../edits.ts";
import { countryName, countryOf } from "../values/country.ts";
import { isDay, type Day } from "../values/day.ts";
import { cents, parseAmount, typedAmount, type Cents } from "../values/money.ts";
import { plainNumber, typedNumber, type Notation } from "../values/written-number.ts";
import { JOB_STATUSES, type JobStatus } from "./job-status.ts";

export type JobDetails = Address & {
  number: string;
  name: string;
  status: JobStatus;
  /** The member who runs it; null where nobody does. */
  managerId: string | null;
  startsOn: Day | null;
  endsOn: Day | null;
  /** null: no limit of its own, the account's alone counts. */
  limitCents: Cents | null;
  contractNumber: string;
  contractOn: Day | null;
  contractCents: Cents | null;
  /** Where its revenue goes; null where each line says. */
  chartCode: string | null;
  /** What is billed on it is taxed with; null: as its customer's sales are. */
  taxId: string | null;
  /** Percent held back of completed work and of stored materials, exact decimals: "10", "7.5". */
  retainageWork: string | null;
  retainageStored: string | null;
  notes: string;
};

export type Job = JobDetails & {
  jobId: string;
  customerId: string;
  currency: string;
  /** As they were called when they were chosen, which stays when they leave. */
  managerName: string;
  taxName: string | null;
  version: number;
  isArchived: boolean;
};

export const JOB_FIELDS = {
  number: "Job number",
  name: "Name",
  status: "Status",
  managerId: "Project manager",
  addressLines: "Address",
  city: "City",
  region: "State or region",
  postalCode: "Postal code",
  country: "Country",
  startsOn: "Starts",
  endsOn: "Ends",
  limitCents: "Credit limit",
  contractNumber: "Contract number",
  contractOn: "Contract date",
  contractCents: "Contract sum",
  chartCode: "Revenue account",
  taxId: "Tax",
  retainageWork: "Retainage on work",
  retainageStored: "Retainage on stored materials",
  notes: "Notes",
} as const;
export type JobField = keyof typeof JOB_FIELDS;
export type JobTexts = Texts<JobField>;

/** As a form holds it, in the numbers of a locale. */
export function jobTexts(job: JobDetails, { currency, locale }: Notation): JobTexts {
  const amount = (held: Cents | null) => (held === null ? "" : typedAmount(held, currency, locale));
  return {
    number: job.number,
    name: job.name,
    status: job.status,
    managerId: job.managerId ?? "",
    addressLines: job.addressLines.join("\n"),
    city: job.city,
    region: job.region,
    postalCode: job.postalCode,
    country: countryName(job.country),
    startsOn: job.startsOn ?? "",
    endsOn: job.endsOn ?? "",
    limitCents: amount(job.limitCents),
    contractNumber: job.contractNumber,
    contractOn: job.contractOn ?? "",
    contractCents: amount(job.contractCents),
    chartCode: job.chartCode ?? "",
    taxId: job.taxId ?? "",
    retainageWork: typedNumber(job.retainageWork ?? "", locale),
    retainageStored: typedNumber(job.retainageStored ?? "", locale),
    notes: job.notes,
  };
}

/** A job of which nothing is known yet. */
export const NO_JOB: JobDetails = {
  ...NO_ADDRESS,
  number: "",
  name: "",
  status: "open",
  managerId: null,
  startsOn: null,
  endsOn: null,
  limitCents: null,
  contractNumber: "",
  contractOn: null,
  contractCents: null,
  chartCode: null,
  taxId: null,
  retainageWork: null,
  retainageStored: null,
  notes: "",
};

/** What was typed, as the server takes it; what can't be read there is left for it to refuse, beside its field. */
export function jobTyped(texts: JobTexts, { currency, locale }: Notation) {
  const amount = (text: string) => (text.trim() === "" ? null : amountOf(text, { currency, locale }));
  const percent = (text: string) => (text.trim() === "" ? null : percentOf(text, locale));
  return {
    number: texts.number,
    name: texts.name,
    status: JOB_STATUSES.find((status) => status === texts.status) ?? "open",
    managerId: texts.managerId || null,
    addressLines: linesOf(texts.addressLines),
    city: texts.city,
    region: texts.region,
    postalCode: texts.postalCode,
    country: countryOf(texts.country) ?? texts.country,
    startsOn: dayOf(texts.startsOn),
    endsOn: dayOf(texts.endsOn),
    limitCents: amount(texts.limitCents),
    contractNumber: texts.contractNumber,
    contractOn: dayOf(texts.contractOn),
    contractCents: amount(texts.contractCents),
    chartCode: texts.chartCode || null,
    taxId: texts.taxId || null,
    retainageWork: percent(texts.retainageWork),
    retainageStored: percent(texts.retainageStored),
    notes: texts.notes,
  };
}

/** −1 where it is none: below what a door takes. */
function amountOf(text: string, { currency, locale }: Notation): Cents {
  const read = parseAmount(text, currency, locale);
  return typeof read === "string" ? cents(-1) : read;
}

const percentOf = (text: string, locale: string): string => {
  const bare = text.trim().replace(/\s*%$/, "");
  return plainNumber(bare, locale) ?? `?${bare}`;
};

const dayOf = (text: string): Day | null => (isDay(text) ? text : null);
