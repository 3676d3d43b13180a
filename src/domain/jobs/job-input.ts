// What is said to add a job and to change one.
import { z } from "zod";
import { AddressLines, Country, Version } from "../customers/customer-input.ts";
import { RATE_DIGITS, decimalText, parseDecimal } from "../values/decimal.ts";
import { AnyDay } from "../values/day-shape.ts";
import { AnyCents } from "../values/money-shapes.ts";
import { writtenText } from "../values/written-text.ts";
import { JOB_STATUSES } from "./job-status.ts";

/** Percent from 0 to 100 with at most three decimals; comes out without needless zeros. */
const Percent = z.string().transform((typed, context) => {
  const percent = parseDecimal(typed, RATE_DIGITS);
  const most = 100n * 10n ** BigInt(percent?.scale ?? 0);
  if (percent && percent.units <= most) return decimalText(percent);
  context.addIssue({ code: "custom", message: "Enter percent from 0 to 100, with at most 3 decimals." });
  return z.NEVER;
});

const Amount = AnyCents.refine((amount) => amount >= 0, "Enter an amount of zero or more.");
const text = (most: number) => z.string().trim().max(most, `Shorten it to ${most} characters.`);

const JOB = {
  number: writtenText("Enter a number.").max(60, "Shorten it to 60 characters."),
  name: writtenText("Enter a name.").max(200, "Shorten it to 200 characters."),
  status: z.enum(JOB_STATUSES),
  managerId: z.uuid().nullable(),
  addressLines: AddressLines,
  city: text(120),
  region: text(120),
  postalCode: text(20),
  country: Country,
  startsOn: AnyDay.nullable(),
  endsOn: AnyDay.nullable(),
  limitCents: Amount.nullable(),
  contractNumber: text(60),
  contractOn: AnyDay.nullable(),
  contractCents: Amount.nullable(),
  chartCode: z.string().trim().min(1).max(40).nullable(),
  taxId: z.uuid().nullable(),
  retainageWork: Percent.nullable(),
  retainageStored: Percent.nullable(),
  notes: text(5000),
};

type Days = { startsOn: string | null; endsOn: string | null };
const inOrder = ({ startsOn, endsOn }: Days) => startsOn === null || endsOn === null || endsOn >= startsOn;
const BACKWARDS = { path: ["endsOn"], message: "It ends before it starts." };

export const NewJob = z
  .strictObject({
    customerId: z.uuid("Choose a customer."),
    /** Left out or empty, the next of the business's own series. */
    number: z.union([z.literal(""), JOB.number]).default(""),
    name: JOB.name,
    status: JOB.status.default("open"),
    managerId: JOB.managerId.default(null),
    addressLines: JOB.addressLines.default([]),
    city: JOB.city.default(""),
    region: JOB.region.default(""),
    postalCode: JOB.postalCode.default(""),
    country: JOB.country.default(""),
    startsOn: JOB.startsOn.default(null),
    endsOn: JOB.endsOn.default(null),
    limitCents: JOB.limitCents.default(null),
    contractNumber: JOB.contractNumber.default(""),
    contractOn: JOB.contractOn.default(null),
    contractCents: JOB.contractCents.default(null),
    chartCode: JOB.chartCode.default(null),
    taxId: JOB.taxId.default(null),
    retainageWork: JOB.retainageWork.default(null),
    retainageStored: JOB.retainageStored.default(null),
    notes: JOB.notes.default(""),
  })
  .refine(inOrder, BACKWARDS);
export type NewJob = z.output<typeof NewJob>;

/** A tax that is left out stays. */
export const JobEdit = z
  .strictObject({ jobId: z.string().max(60), version: Version, ...JOB, taxId: JOB.taxId.optional() })
  .refine(inOrder, BACKWARDS);
export type JobEdit = z.output<typeof JobEdit>;
