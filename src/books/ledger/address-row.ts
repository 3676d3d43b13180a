// A customer's address as it lies in the database, read in one way by their profile, their account and their papers.
import { sql } from "drizzle-orm";
import type { Address } from "@/domain/customers/address.ts";

/** Of the address of a customer `c`. */
export const ADDRESS_COLUMNS = sql`c.address_lines, c.city, c.region, c.postal_code, c.country`;

export type AddressRow = {
  address_lines: string[];
  city: string;
  region: string;
  postal_code: string;
  country: string;
};

export const addressOfRow = (row: AddressRow): Address => ({
  addressLines: row.address_lines,
  city: row.city,
  region: row.region,
  postalCode: row.postal_code,
  country: row.country,
});
