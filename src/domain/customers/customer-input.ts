// What is said to add a customer and to edit their profile.
import { z } from "zod";
import { TEXT_LIMITS } from "./merge-terms.ts";
import { TermsCode } from "../values/terms-shape.ts";
import { AnyCents } from "../values/money-shapes.ts";
import { writtenText } from "../values/written-text.ts";
import { countryOf } from "../values/country.ts";

export const AddressLines = z
  .array(z.string().trim().min(1).max(120, "Keep each line to 120 letters."))
  .max(6, "An address has six lines at most.");

/** A code or a name; comes out as the code. */
export const Country = z
  .string()
  .max(60)
  .transform((written, ctx) => {
    const code = written.trim() === "" ? "" : countryOf(written);
    if (code !== null) return code;
    ctx.addIssue({ code: "custom", message: "Enter a country, like Canada or CA." });
    return z.NEVER;
  });

/** The one that was seen. */
export const Version = z.number().int().positive();

/** What a profile says of a customer: the same when one is added and when one is edited. */
const PROFILE = {
  name: writtenText("Enter a name, a company or a person.").max(200),
  number: writtenText("Enter a number.").max(60),
  company: z.string().trim().max(200),
  firstName: z.string().trim().max(100),
  lastName: z.string().trim().max(100),
  email: z.email("Enter an e-mail address like name@company.com.").max(254),
  phone: z.string().trim().max(60),
  /** Street and building; all of the address where nobody told the parts apart. */
  addressLines: AddressLines,
  city: z.string().trim().max(120),
  region: z.string().trim().max(120),
  postalCode: z.string().trim().max(20),
  country: Country,
  taxNumber: z.string().trim().max(60),
  /** Empty where goods go to the address itself. */
  shippingLines: AddressLines,
  terms: TermsCode,
  memo: z.string().trim().max(TEXT_LIMITS.memo),
  privateNotes: z.string().trim().max(TEXT_LIMITS.privateNotes),
};

export const NewCustomer = z.strictObject({
  name: PROFILE.name,
  /** Left out, the next of the business's own series. */
  number: PROFILE.number.optional(),
  company: PROFILE.company.default(""),
  firstName: PROFILE.firstName.default(""),
  lastName: PROFILE.lastName.default(""),
  email: PROFILE.email.optional(),
  phone: PROFILE.phone.optional(),
  addressLines: PROFILE.addressLines.default([]),
  city: PROFILE.city.default(""),
  region: PROFILE.region.default(""),
  postalCode: PROFILE.postalCode.default(""),
  country: PROFILE.country.default(""),
  taxNumber: PROFILE.taxNumber.default(""),
  shippingLines: PROFILE.shippingLines.default([]),
  terms: PROFILE.terms.default("net-30"),
  memo: PROFILE.memo.default(""),
  privateNotes: PROFILE.privateNotes.default(""),
  limitCents: AnyCents.optional(),
});
export type NewCustomer = z.output<typeof NewCustomer>;

export const CustomerEdit = z.strictObject({
  customerId: z.uuid(),
  version: Version,
  ...PROFILE,
  email: PROFILE.email.nullable(),
  phone: PROFILE.phone.nullable(),
});
export type CustomerEdit = z.output<typeof CustomerEdit>;
