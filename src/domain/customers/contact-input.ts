// What is said of a person one deals with at a customer, and of a place that goods go to: to add one and to edit one.
import { z } from "zod";
import { CONTACT_ROLES, type ContactRole } from "./contact.ts";
import { AddressLines, Version } from "./customer-input.ts";
import { writtenText } from "../values/written-text.ts";

const PERSON = {
  name: writtenText("Enter a name.").max(200),
  title: z.string().trim().max(100).default(""),
  email: z.email("Enter an e-mail address like name@company.com.").max(254).nullable().default(null),
  phone: z.string().trim().max(60).nullable().default(null),
  mobile: z.string().trim().max(60).nullable().default(null),
  fax: z.string().trim().max(60).nullable().default(null),
  contactRole: z.enum(["", ...(Object.keys(CONTACT_ROLES) as ContactRole[])]).default(""),
  getsStatements: z.boolean().default(false),
  getsInvoices: z.boolean().default(false),
};
type Given = { getsStatements: boolean; getsInvoices: boolean; email: string | null };
const isMailed = ({ getsStatements, getsInvoices, email }: Given) =>
  email !== null || (!getsStatements && !getsInvoices);
const UNMAILED = { path: ["email"], message: "Enter the e-mail address that these papers go to." };

export const NewContact = z.strictObject({ customerId: z.uuid(), ...PERSON }).refine(isMailed, UNMAILED);
export type NewContact = z.output<typeof NewContact>;

export const ContactEdit = z
  .strictObject({ contactId: z.uuid(), version: Version, ...PERSON })
  .refine(isMailed, UNMAILED);
export type ContactEdit = z.output<typeof ContactEdit>;

const PLACE = {
  name: writtenText("Enter a name.").max(200),
  addressLines: AddressLines.min(1, "Enter the address."),
};

export const NewLocation = z.strictObject({ customerId: z.uuid(), ...PLACE });
export type NewLocation = z.output<typeof NewLocation>;

export const LocationEdit = z.strictObject({ locationId: z.uuid(), version: Version, ...PLACE });
export type LocationEdit = z.output<typeof LocationEdit>;
