// Who a customer is: how to reach them, where goods go, on what terms they buy, and the people and places one deals with.
import { sql, type SQL } from "drizzle-orm";
import { z } from "zod";
import type { Address } from "@/domain/customers/address.ts";
import type { ContactRole } from "@/domain/customers/contact.ts";
import type { CustomerDetails } from "@/domain/customers/customer.ts";
import type { CreditStatus } from "@/domain/ledger/account.ts";
import { ZERO, cents, type Cents } from "@/domain/values/money.ts";
import { Refusal } from "@/domain/refusal.ts";
import { codeWords } from "@/domain/values/terms.ts";
import { readAccountAging } from "../receivables/aging.ts";
import { statusOn } from "../ledger/credit-terms.ts";
import { isLive, now, type Moment } from "../ledger/as-of.ts";
import { PARENT, type Parent } from "../ledger/parent.ts";
import type { Books } from "../open.ts";
import { PROFILE_COLUMNS, detailsOfRow, type ProfileRow } from "./profile-row.ts";

export type Contact = {
  contactId: string;
  name: string;
  title: string;
  email: string | null;
  phone: string | null;
  mobile: string | null;
  fax: string | null;
  contactRole: ContactRole | "";
  getsStatements: boolean;
  getsInvoices: boolean;
  version: number;
};
export type Location = {
  locationId: string;
  name: string;
  addressLines: string[];
  /** What is billed for it is taxed with; null: as its customer's sales are. */
  taxId: string | null;
  taxName: string | null;
  version: number;
};

export type CustomerProfile = Address & {
  customerId: string;
  number: string;
  name: string;
  company: string;
  firstName: string;
  lastName: string;
  title: string;
  email: string | null;
  phone: string | null;
  mobile: string | null;
  fax: string | null;
  /** Empty where goods go to the address itself. */
  shippingLines: string[];
  /** As they are kept: "net-30". */
  terms: string;
  termsWords: string;
  taxNumber: string;
  /** Shown to whoever serves them. */
  memo: string;
  /** For the business's own people; on no paper. */
  privateNotes: string;
  version: number;
  createdAt: string;
  archivedAt: string | null;
  mergedInto: { customerId: string; name: string } | null;
  /** The numbers of the customers merged into this one. */
  mergedNumbers: readonly string[];
  /** Whose child they are. */
  parent: Parent | null;
  /** Of the account in the business's own currency, or else of their first. */
  status: CreditStatus;
  balanceCents: Cents;
  openCreditCents: Cents;
  currency: string;
  contacts: Contact[];
  locations: Location[];
};

type Row = ProfileRow & {
  id: string;
  created_at: string;
  archived_at: string | null;
  merged_into: string | null;
  merged_name: string | null;
  /** null of who was merged into another, account and all. */
  status: CreditStatus | null;
  open_items: number | null;
  open_credit: number | null;
  merged_numbers: string[];
  /** Their account, and those of who was merged into them; null where they have none, or what they owed is the other's. */
  family: string[] | null;
  parent: Parent | null;
  currency: string | null;
  contacts: Contact[];
  locations: Location[];
};

/** By the customer's id, or by their number; refuses what isn't there with "not-found". `at`: what they owed then; left out, now. Who was merged away owed nothing of their own, as in the lists: it is the other's. */
export async function readProfile(
  books: Books,
  customer: string,
  at: Moment = now(books),
): Promise<CustomerProfile> {
  const [row] = await books.tx.execute<Row>(sql`
    select c.id, ${PROFILE_COLUMNS}, c.created_at, c.archived_at, c.merged_into, m.name as merged_name, ${statusOn(books.today)}, a.open_items, a.open_credit, a.currency, ${MERGED_NUMBERS} as merged_numbers,
      case when a.id is not null and c.merged_into is null then array(select f.id from books.accounts f
        where f.customer_id = any (books.merged_family(c.id)) and f.currency = a.currency) end as family, ${PARENT}, ${CONTACTS} as contacts, ${LOCATIONS} as locations
    from books.customers c left join books.accounts a on a.customer_id = c.id
    left join books.customers m on m.id = c.merged_into
    where ${isNamed(customer)}
    order by a.currency = ${books.currency} desc, a.currency limit 1`);
  if (!row) throw new Refusal("not-found");
  const profile = profileOf(row, books.currency);
  if (isLive(books, at) || row.family === null) return profile;
  const { totalCents, unappliedCents } = await readAccountAging(books, at, row.family);
  return { ...profile, balanceCents: totalCents, openCreditCents: unappliedCents };
}

/** What the profiles of several say, by their ids. */
export async function readDetails(
  { tx }: Books,
  customerIds: readonly string[],
): Promise<Map<string, CustomerDetails>> {
  const rows = await tx.execute<ProfileRow & { id: string }>(sql`
    select c.id, ${PROFILE_COLUMNS} from books.customers c
    where c.id = any (${sql.param(customerIds)}::text[]::uuid[])`);
  return new Map(rows.map((row) => [row.id, detailsOfRow(row)]));
}

const MERGED_NUMBERS = sql`
  case when exists (select from books.customers o where o.merged_into = c.id) then array(
    select o.number from books.customers o
    where o.id = any (books.merged_family(c.id)) and o.id <> c.id order by o.number collate books.natural) else '{}' end`;
const CONTACTS = sql`
  coalesce((
    select jsonb_agg(jsonb_build_object('contactId', k.id, 'name', k.name, 'title', k.title, 'email', k.email,
      'phone', k.phone, 'mobile', k.mobile, 'fax', k.fax, 'contactRole', k.role,
      'getsStatements', k.gets_statements, 'getsInvoices', k.gets_invoices, 'version', k.version) order by k.name, k.id)
    from books.contacts k where k.customer_id = any (books.merged_family(c.id)) and k.removed_at is null), '[]')`;
const LOCATIONS = sql`
  coalesce((
    select jsonb_agg(jsonb_build_object('locationId', l.id, 'name', l.name, 'addressLines', l.address_lines,
      'taxId', l.tax_id, 'taxName', (select r.name from books.tax_rates r where r.id = l.tax_id), 'version', l.version) order by l.name, l.id)
    from books.locations l where l.customer_id = any (books.merged_family(c.id)) and l.removed_at is null), '[]')`;

const isNamed = (customer: string): SQL => {
  const id = z.uuid().safeParse(customer);
  return id.success ? sql`c.id = ${id.data}::uuid` : sql`c.number_key = upper(${customer}::text)`;
};

function profileOf(row: Row, home: string): CustomerProfile {
  return {
    customerId: row.id,
    ...detailsOfRow(row),
    termsWords: codeWords(row.terms),
    version: row.version,
    createdAt: row.created_at,
    archivedAt: row.archived_at,
    mergedInto:
      row.merged_into === null ? null : { customerId: row.merged_into, name: row.merged_name ?? row.number },
    mergedNumbers: row.merged_numbers,
    parent: row.parent,
    status: row.status ?? "closed",
    balanceCents: row.open_items === null ? ZERO : cents(row.open_items),
    openCreditCents: row.open_credit === null ? ZERO : cents(row.open_credit),
    currency: row.currency ?? home,
    contacts: row.contacts,
    locations: row.locations,
  };
}
