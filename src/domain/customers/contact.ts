// A person one deals with at a customer, and a place goods go to: as a form holds them, and in one line of the history.
import { linesOf } from "./customer.ts";
import type { Texts } from "../edits.ts";

export const CONTACT_ROLES = {
  "accounts-payable": "Accounts payable",
  owner: "Owner",
  purchasing: "Purchasing",
  site: "Site or project",
  other: "Other",
} as const;
export type ContactRole = keyof typeof CONTACT_ROLES;

export const isContactRole = (text: string): text is ContactRole => Object.hasOwn(CONTACT_ROLES, text);

/** The papers that a contact can be named for. */
export type ContactPaper = "statements" | "invoices";

export type ContactDetails = {
  name: string;
  title: string;
  email: string | null;
  phone: string | null;
  mobile: string | null;
  fax: string | null;
  /** Empty where nobody said. */
  contactRole: ContactRole | "";
  /** Mailed to their address; where no contact gets a kind of paper, it goes to the customer's own. */
  getsStatements: boolean;
  getsInvoices: boolean;
};

export const CONTACT_FIELDS = {
  name: "Name",
  title: "Title",
  email: "E-mail",
  phone: "Phone",
  mobile: "Mobile phone",
  fax: "Fax",
  contactRole: "Role",
  getsStatements: "Gets statements",
  getsInvoices: "Gets invoices",
} as const;
export type ContactField = keyof typeof CONTACT_FIELDS;

export const contactTexts = (contact: ContactDetails): Texts<ContactField> => ({
  name: contact.name,
  title: contact.title,
  email: contact.email ?? "",
  phone: contact.phone ?? "",
  mobile: contact.mobile ?? "",
  fax: contact.fax ?? "",
  contactRole: contact.contactRole,
  getsStatements: contact.getsStatements ? "yes" : "",
  getsInvoices: contact.getsInvoices ? "yes" : "",
});

export const contactDetails = (texts: Texts<ContactField>): ContactDetails => ({
  name: texts.name.trim(),
  title: texts.title.trim(),
  email: texts.email.trim() || null,
  phone: texts.phone.trim() || null,
  mobile: texts.mobile.trim() || null,
  fax: texts.fax.trim() || null,
  contactRole: isContactRole(texts.contactRole) ? texts.contactRole : "",
  getsStatements: texts.getsStatements !== "",
  getsInvoices: texts.getsInvoices !== "",
});

/** "Ann Lee · Foreman · ann@x.example · gets statements". */
export const contactText = ({
  name,
  title,
  contactRole: role,
  email,
  phone,
  mobile,
  fax,
  ...gets
}: ContactDetails) =>
  [
    ...[name, title, email, phone],
    mobile ? `mobile ${mobile}` : "",
    fax ? `fax ${fax}` : "",
    role ? `role ${CONTACT_ROLES[role].toLowerCase()}` : "",
    gets.getsStatements ? "gets statements" : "",
    gets.getsInvoices ? "gets invoices" : "",
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
