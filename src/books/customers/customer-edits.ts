// Edits a customer's profile. Whoever edits names the version they saw: when somebody else was faster, nothing is
// written, and the refusal says what stands now, so that a person can choose field by field.
import { sql } from "drizzle-orm";
import {
  CUSTOMER_FIELDS,
  textsOf,
  writtenOf,
  type CustomerDetails,
  type CustomerTexts,
} from "@/domain/customers/customer.ts";
import type { CustomerEdit } from "@/domain/customers/customer-input.ts";
import { changesBetween } from "@/domain/edits.ts";
import { Refusal } from "@/domain/refusal.ts";
import { keepChanges, lastEditor } from "./customer-changes.ts";
import { PROFILE_COLUMNS, detailsOfRow, type ProfileRow } from "./profile-row.ts";
import { tellBefore, type Books } from "../open.ts";

/** Refuses with "changed-meanwhile" and { version, now, by }: the texts that stand now, and who was last. */
export async function editCustomer(books: Books, input: CustomerEdit): Promise<{ version: number }> {
  const { customerId, version, ...edited } = input;
  const { version: kept, texts, details: standing } = await lockProfile(books, customerId);
  if (kept !== version) {
    const by = await lastEditor(books, customerId);
    throw new Refusal("changed-meanwhile", { version: kept, now: texts, by });
  }
  const { title = standing.title, mobile = standing.mobile, fax = standing.fax } = edited;
  const details = { ...edited, title, mobile, fax };
  const changes = changesBetween(texts, textsOf(details));
  if (changes.length === 0) return { version };
  tellBefore(books, { ...standing, version });
  await books.tx.execute(sql`
    update books.customers set number = ${details.number}, name = ${details.name}, company = ${details.company},
      first_name = ${details.firstName}, last_name = ${details.lastName}, title = ${details.title}, email = ${details.email},
      phone = ${details.phone || null}, mobile = ${details.mobile || null}, fax = ${details.fax || null}, address_lines = ${sql.param(details.addressLines)}::text[],
      city = ${details.city}, region = ${details.region}, postal_code = ${details.postalCode},
      country = ${details.country}, tax_number = ${details.taxNumber}, shipping_lines = ${sql.param(details.shippingLines)}::text[], terms = ${details.terms},
      memo = ${details.memo}, private_notes = ${details.privateNotes}, version = version + 1
    where id = ${customerId}::uuid`);
  await keepChanges(
    books,
    customerId,
    changes.map(({ field, before, after }) => ({
      field: CUSTOMER_FIELDS[field],
      before: writtenOf(field, before),
      after: writtenOf(field, after),
    })),
  );
  return { version: version + 1 };
}

/** Edits of one customer wait for each other. */
async function lockProfile(
  { tx }: Books,
  customerId: string,
): Promise<{ version: number; texts: CustomerTexts; details: CustomerDetails }> {
  const [row] = await tx.execute<ProfileRow>(sql`
    select ${PROFILE_COLUMNS} from books.customers c where c.id = ${customerId}::uuid for update`);
  if (!row) throw new Refusal("not-found");
  const details = detailsOfRow(row);
  return { version: row.version, texts: textsOf(details), details };
}
