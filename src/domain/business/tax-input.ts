// What is said of agencies, rates and combined rates, to add them, to change them, and to choose among them.
import { z } from "zod";
import { RATE_DIGITS, decimalText, parseDecimal } from "../values/decimal.ts";
import { AnyDay } from "../values/day-shape.ts";
import { writtenText } from "../values/written-text.ts";

const AgencyName = writtenText("Enter its name.").max(80, "Shorten it to 80 characters.");
const RateName = writtenText("Enter what it is called.").max(40, "Shorten it to 40 characters.");
const Version = z.number().int().positive();

/** Percent with at most three decimals, as text; "0" from the day on which it is no longer taken. */
export const Percent = z.string().transform((typed, context) => {
  const rate = parseDecimal(typed.trim().replace(/\s*%$/, ""), RATE_DIGITS);
  if (rate && rate.units <= 100n * 10n ** BigInt(rate.scale)) return decimalText(rate);
  context.addIssue({ code: "custom", message: "Enter percent like 6.25, with at most 3 decimals." });
  return z.NEVER;
});

export const NewAgency = z.strictObject({ name: AgencyName });
export const RenamedAgency = z.strictObject({ agencyId: z.uuid(), version: Version, name: AgencyName });

/** `fromOn` left out: since ever. */
export const NewRate = z.strictObject({
  name: RateName,
  agencyId: z.uuid("Choose an agency."),
  percent: Percent,
  fromOn: AnyDay.optional(),
});

export const RateStep = z.strictObject({ rateId: z.uuid(), fromOn: AnyDay, percent: Percent });
export const RenamedRate = z.strictObject({ rateId: z.uuid(), version: Version, name: RateName });
export const RateId = z.strictObject({ rateId: z.uuid() });

export const NewCombined = z.strictObject({
  name: RateName,
  rateIds: z.array(z.uuid()).min(2, "Choose two rates or more.").max(10, "Ten rates at most."),
});

/** null: nothing is taxed unless a customer or a location says otherwise. */
export const DefaultTax = z.strictObject({ version: Version, rateId: z.uuid().nullable() });

/** null: as the business's own, or on a location as its customer's. */
const Chosen = { rateId: z.uuid().nullable() };
export const CustomerTax = z.strictObject({ customerId: z.uuid(), ...Chosen });
export const LocationTax = z.strictObject({ locationId: z.uuid(), ...Chosen });

export const NewExemption = z.strictObject({
  customerId: z.uuid(),
  certificate: writtenText("Enter the certificate’s number.").max(60, "Shorten it to 60 characters."),
  /** The last day on which it holds; null: it has no end. */
  expiresOn: AnyDay.nullable().default(null),
  /** The certificate itself, among the customer's files. */
  attachmentId: z.uuid().nullable().default(null),
});

export type NewAgency = z.output<typeof NewAgency>;
export type RenamedAgency = z.output<typeof RenamedAgency>;
export type NewRate = z.output<typeof NewRate>;
export type RateStep = z.output<typeof RateStep>;
export type RenamedRate = z.output<typeof RenamedRate>;
export type NewCombined = z.output<typeof NewCombined>;
export type DefaultTax = z.output<typeof DefaultTax>;
export type CustomerTax = z.output<typeof CustomerTax>;
export type LocationTax = z.output<typeof LocationTax>;
export type NewExemption = z.output<typeof NewExemption>;
