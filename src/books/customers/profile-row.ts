// The part of a customer's row that people fill in, read in one way by the page and by who edits it.
import { sql } from "drizzle-orm";
import type { CustomerDetails } from "@/domain/customers/customer.ts";
import { ADDRESS_COLUMNS, addressOfRow, type AddressRow } from "../ledger/address-row.ts";

/** Of a customer `c`. */
export const PROFILE_COLUMNS = sql`
  c.number, c.name, c.company, c.first_name, c.last_name, c.email, c.phone, ${ADDRESS_COLUMNS},
  c.shipping_lines, c.terms, c.tax_number, c.memo, c.private_notes, c.version`;

export type ProfileRow = AddressRow & {
  number: string;
  name: string;
  company: string;
  first_name: string;
  last_name: string;
  email: string | null;
  phone: string | null;
  shipping_lines: string[];
  terms: string;
  tax_number: string;
  memo: string;
  private_notes: string;
  version: number;
};

export const detailsOfRow = (row: ProfileRow) =>
  ({
    number: row.number,
    name: row.name,
    company: row.company,
    firstName: row.first_name,
    lastName: row.last_name,
    email: row.email,
    phone: row.phone,
    ...addressOfRow(row),
    shippingLines: row.shipping_lines,
    terms: row.terms,
    taxNumber: row.tax_number,
    memo: row.memo,
    privateNotes: row.private_notes,
  }) satisfies CustomerDetails;
