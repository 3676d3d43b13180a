// What a profile says of a customer, field by field: what each is called, and how it is written in a form and in the
// history of changes.
import type { Texts } from "../edits.ts";
import type { Address } from "./address.ts";
import { countryName, countryOf } from "../values/country.ts";
import { codeWords } from "../values/terms.ts";

export const CUSTOMER_FIELDS = {
  name: "Name",
  number: "Number",
  company: "Company",
  firstName: "First name",
  lastName: "Last name",
  email: "E-mail",
  phone: "Phone",
  addressLines: "Billing address",
  city: "City",
  region: "State or region",
  postalCode: "Postal code",
  country: "Country",
  shippingLines: "Shipping address",
  terms: "Billing terms",
  taxNumber: "Tax number",
  memo: "Memo",
  privateNotes: "Private notes",
} as const;
export type CustomerField = keyof typeof CUSTOMER_FIELDS;
export type CustomerTexts = Texts<CustomerField>;

export type CustomerDetails = Address & {
  name: string;
  number: string;
  company: string;
  firstName: string;
  lastName: string;
  email: string | null;
  phone: string | null;
  /** Empty where goods go to the address itself. */
  shippingLines: readonly string[];
  terms: string;
  taxNumber: string;
  memo: string;
  privateNotes: string;
};

/** As a form holds them. */
export const textsOf = (details: CustomerDetails): CustomerTexts => ({
  name: details.name,
  number: details.number,
  company: details.company,
  firstName: details.firstName,
  lastName: details.lastName,
  email: details.email ?? "",
  phone: details.phone ?? "",
  addressLines: details.addressLines.join("\n"),
  city: details.city,
  region: details.region,
  postalCode: details.postalCode,
  country: countryName(details.country),
  shippingLines: details.shippingLines.join("\n"),
  terms: details.terms,
  taxNumber: details.taxNumber,
  memo: details.memo,
  privateNotes: details.privateNotes,
});

/** As a form gives them; what are no terms is left for the door to refuse. */
export const detailsOf = (texts: CustomerTexts): CustomerDetails => ({
  name: nameOf(texts),
  number: texts.number.trim(),
  company: texts.company.trim(),
  firstName: texts.firstName.trim(),
  lastName: texts.lastName.trim(),
  email: texts.email.trim() || null,
  phone: texts.phone.trim() || null,
  addressLines: linesOf(texts.addressLines),
  city: texts.city.trim(),
  region: texts.region.trim(),
  postalCode: texts.postalCode.trim(),
  // What is no country is left for the door to refuse.
  country: countryOf(texts.country) ?? texts.country.trim(),
  shippingLines: linesOf(texts.shippingLines),
  terms: texts.terms.trim(),
  taxNumber: texts.taxNumber.trim(),
  memo: texts.memo.trim(),
  privateNotes: texts.privateNotes.trim(),
});

/** Without a name of its own, a customer is called by the company, and else by the person. */
export function nameOf({
  name,
  company,
  firstName,
  lastName,
}: Pick<CustomerTexts, "name" | "company" | "firstName" | "lastName">): string {
  const person = [firstName.trim(), lastName.trim()].filter(Boolean).join(" ");
  return name.trim() || company.trim() || person;
}

export const linesOf = (text: string): string[] =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);

/** As people read it, in the history of changes, which kept terms as days once. */
export const writtenOf = (field: CustomerField, text: string): string =>
  field !== "terms" ? text : codeWords(/^\d+$/.test(text) ? `net-${text}` : text);
