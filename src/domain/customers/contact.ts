// A person one deals with at a customer, and a place goods go to: as a form holds them, and in one line of the history.
import { linesOf } from "./customer.ts";
import type { Texts } from "../edits.ts";

export type ContactDetails = {
  name: string;
  title: string;
  email: string | null;
  phone: string | null;
  mobile: string | null;
  fax: string | null;
  /** Statements go to this address, too. */
  getsStatements: boolean;
};

export const CONTACT_FIELDS = {
  name: "Name",
  title: "Title",
  email: "E-mail",
  phone: "Phone",
  mobile: "Mobile phone",
  fax: "Fax",
  getsStatements: "Gets statements",
} as const;
export type ContactField = keyof typeof CONTACT_FIELDS;

export const contactTexts = (contact: ContactDetails): Texts<ContactField> => ({
  name: contact.name,
  title: contact.title,
  email: contact.email ?? "",
  phone: contact.phone ?? "",
  mobile: contact.mobile ?? "",
  fax: contact.fax ?? "",
  getsStatements: contact.getsStatements ? "yes" : "",
});

export const contactDetails = (texts: Texts<ContactField>): ContactDetails => ({
  name: texts.name.trim(),
  title: texts.title.trim(),
  email: texts.email.trim() || null,
  phone: texts.phone.trim() || null,
  mobile: texts.mobile.trim() || null,
  fax: texts.fax.trim() || null,
  getsStatements: texts.getsStatements !== "",
});

/** "Ann Lee · Foreman · ann@x.example · gets statements". */
export const contactText = ({ name, title, email, phone, mobile, fax, getsStatements }: ContactDetails) =>
  [
    ...[name, title, email, phone],
    mobile ? `mobile ${mobile}` : "",
    fax ? `fax ${fax}` : "",
    getsStatements ? "gets statements" : "",
  ]
    .filter(Boolean)
    .join(" · ");

export type LocationDetails = { name: string; addressLines: readonly string[] };

export const LOCATION_FIELDS = { name: "Name", addressLines: "Address" } as const;
export type LocationField = keyof typeof LOCATION_FIELDS;

export const locationTexts = ({ name, addressLines }: LocationDetails): Texts<LocationField> => ({
  name,
  addressLines: addressLines.join("\n"),
});

export const locationDetails = (texts: Texts<LocationField>): { name: string; addressLines: string[] } => ({
  name: texts.name.trim(),
  addressLines: linesOf(texts.addressLines),
});

export const locationText = ({ name, addressLines }: LocationDetails): string =>
  [name, ...addressLines].join(" · ");
