// What a customer's sales are taxed with, at which location otherwise, and by which certificate not at all. The history of
// the profile keeps who changed it.
import { sql, type SQL } from "drizzle-orm";
import type { CustomerTax, LocationTax, NewExemption } from "@/domain/business/tax-input.ts";
import type { Exemption } from "@/domain/ledger/tax-in-force.ts";
import { Refusal } from "@/domain/refusal.ts";
import type { Day } from "@/domain/values/day.ts";
import { rateNamed } from "./rate-named.ts";
import { keepChanges } from "./customer-changes.ts";
import type { Books } from "../open.ts";

export type CustomerTaxes = {
  /** What was chosen for them; null: as the business's own. */
  rateId: string | null;
  rateName: string | null;
  exemption: (Exemption & { attachmentId: string | null; fileName: string | null }) | null;
};

export async function readCustomerTaxes({ tx }: Books, customerId: string): Promise<CustomerTaxes> {
  const [row] = await tx.execute<{
    tax_id: string | null;
    rate_name: string | null;
    certificate: string | null;
    expires_on: Day | null;
    attachment_id: string | null;
    file_name: string | null;
  }>(sql`
    select c.tax_id, r.name as rate_name, e.certificate, e.expires_on, e.attachment_id, f.name as file_name
    from books.customers c left join books.tax_rates r on r.id = c.tax_id
    left join books.tax_exemptions e on e.customer_id = c.id and e.ended_at is null
    left join books.attachments f on f.id = e.attachment_id and f.removed_at is null
    where c.id = ${customerId}::uuid`);
  if (!row) throw new Refusal("not-found");
  const { certificate, expires_on: expiresOn, file_name: fileName } = row;
  const attachmentId = fileName === null ? null : row.attachment_id;
  return {
    rateId: row.tax_id,
    rateName: row.rate_name,
    exemption: certificate === null ? null : { certificate, expiresOn, attachmentId, fileName },
  };
}

/** The standing certificates of many, by customer. */
export async function readExemptions(
  { tx }: Books,
  customerIds: readonly string[],
): Promise<ReadonlyMap<string, Exemption>> {
  if (customerIds.length === 0) return new Map();
  const rows = await tx.execute<{ customer_id: string; certificate: string; expires_on: Day | null }>(sql`
    select customer_id, certificate, expires_on from books.tax_exemptions
    where ended_at is null and customer_id = any (${sql.param([...customerIds])}::text[]::uuid[])`);
  return new Map(
    rows.map((row) => [row.customer_id, { certificate: row.certificate, expiresOn: row.expires_on }]),
  );
}

/** From the next document on. Refuses a rate that isn't there or is put away. */
export async function chooseCustomerTax(
  books: Books,
  { customerId, rateId }: CustomerTax,
): Promise<{ rateId: string | null }> {
  const before = await lockTax(books, sql`books.customers c`, customerId);
  const after = await rateNamed(books, rateId);
  await books.tx.execute(sql`
    update books.customers set tax_id = ${rateId}::uuid where id = ${customerId}::uuid`);
  await keepChanges(books, customerId, [{ field: "Tax", before, after }]);
  return { rateId };
}

export async function chooseLocationTax(
  books: Books,
  { locationId, rateId }: LocationTax,
): Promise<{ rateId: string | null }> {
  const [place] = await books.tx.execute<{ customer_id: string; name: string }>(sql`
    select customer_id, name from books.locations where id = ${locationId}::uuid and removed_at is null`);
  if (!place) throw new Refusal("not-found");
  const before = await lockTax(books, sql`books.locations c`, locationId);
  const after = await rateNamed(books, rateId);
  await books.tx.execute(sql`
    update books.locations set tax_id = ${rateId}::uuid where id = ${locationId}::uuid`);
  const field = `Tax at ${place.name}`;
  await keepChanges(books, place.customer_id, [{ field, before, after }]);
  return { rateId };
}

/** The certificate before ends with it. Refuses a file that isn't one of this customer's. */
export async function exemptCustomer(
  books: Books,
  { customerId, certificate, expiresOn, attachmentId }: NewExemption,
): Promise<{ certificate: string }> {
  const before = await endStanding(books, customerId);
  const [row] = await books.tx.execute(sql`
    insert into books.tax_exemptions (customer_id, certificate, expires_on, attachment_id, recorded_by)
    select c.id, ${certificate}, ${expiresOn}::date, ${attachmentId}::uuid, ${books.userName}
    from books.customers c where c.id = ${customerId}::uuid and (${attachmentId}::uuid is null or exists (
      select from books.attachments f where f.id = ${attachmentId}::uuid and f.customer_id = c.id and f.removed_at is null))
    returning 1`);
  if (!row) throw new Refusal("not-found", { field: "attachmentId" });
  const after = exemptionText({ certificate, expiresOn });
  await keepChanges(books, customerId, [{ field: "Tax exemption", before, after }]);
  return { certificate };
}

/** They are taxed from now on. */
export async function endExemption(books: Books, customerId: string): Promise<{ ended: boolean }> {
  const before = await endStanding(books, customerId);
  await keepChanges(books, customerId, [{ field: "Tax exemption", before, after: "" }]);
  return { ended: before !== "" };
}

/** "Certificate EX-77, until 2027-03-31". */
const exemptionText = ({ certificate, expiresOn }: Exemption): string =>
  `Certificate ${certificate}${expiresOn === null ? "" : `, until ${expiresOn}`}`;

/** What stood before; "" where nothing did. The customer's row is held, so that two at once are one after the other. */
async function endStanding({ tx, userName }: Books, customerId: string): Promise<string> {
  const [customer] = await tx.execute(sql`
    select 1 from books.customers where id = ${customerId}::uuid for no key update`);
  if (!customer) throw new Refusal("not-found");
  const [ended] = await tx.execute<{ certificate: string; expires_on: Day | null }>(sql`
    update books.tax_exemptions set ended_by = ${userName}, ended_at = clock_timestamp()
    where customer_id = ${customerId}::uuid and ended_at is null returning certificate, expires_on`);
  return ended ? exemptionText({ certificate: ended.certificate, expiresOn: ended.expires_on }) : "";
}

/** What it is taxed with now, by name; "" where nobody said. */
async function lockTax({ tx }: Books, table: SQL, id: string): Promise<string> {
  const [row] = await tx.execute<{ name: string | null }>(sql`
    select (select r.name from books.tax_rates r where r.id = c.tax_id) as name from ${table}
    where c.id = ${id}::uuid for no key update of c`);
  if (!row) throw new Refusal("not-found");
  return row.name ?? "";
}
