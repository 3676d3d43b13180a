// Applications for credit: kept as they came by the link, listed, and read with how they score.
import { sql } from "drizzle-orm";
import { scoreApplication, type Score } from "@/domain/credit/application-score.ts";
import {
  referencesOf,
  type ApplicationForm,
  type ApplicationState,
  type Reference,
} from "@/domain/credit/application.ts";
import { applicationList } from "@/domain/credit/application-list.ts";
import type { MatchOf, QueryOf } from "@/domain/lists/list-query.ts";
import { Refusal } from "@/domain/refusal.ts";
import { minorDigits, cents, type Cents } from "@/domain/values/money.ts";
import { applyWords } from "@/domain/language/apply-words.ts";
import { readPage, type Key, type Page } from "../lists/list-order.ts";
import type { Books } from "../open.ts";
import { attachFile } from "./attachments.ts";
import { readSettings } from "./settings.ts";

export type SentFile = { name: string; content: Uint8Array };

/** With what they agreed to, as it stood there in the language of the business's papers. Refuses what a file refuses. */
export async function keepApplication(
  books: Books,
  form: ApplicationForm,
  file: SentFile | null,
): Promise<{ applicationId: string }> {
  const { language } = await readSettings(books);
  const consent = applyWords(language).consent(books.business.name);
  const [monthly, wanted] = [inCents(form.monthly, books.currency), inCents(form.wanted, books.currency)];
  const [row] = await books.tx.execute<{ id: string }>(sql`
    insert into books.credit_applications (business, contact, email, phone, address, tax_number, years, monthly, wanted,
      named, consent)
    values (${form.business}, ${form.contact}, ${form.email}, ${form.phone}, ${form.address}, ${form.taxNumber}, ${form.years}::int,
      ${monthly}::bigint, ${wanted}::bigint, ${JSON.stringify(referencesOf(form))}, ${consent})
    returning id`);
  if (!row) throw new Error("an application was kept");
  if (file) await attachFile(books, { kind: "application", id: row.id, ...file });
  return { applicationId: row.id };
}

/** Whole units, as they were asked for. */
const inCents = (units: number, currency: string): Cents => cents(units * 10 ** minorDigits(currency));

export type Application = {
  applicationId: string;
  business: string;
  contact: string;
  email: string;
  phone: string;
  address: string;
  taxNumber: string;
  years: number;
  monthlyCents: Cents;
  wantedCents: Cents;
  references: Reference[];
  consent: string;
  appliedAt: string;
  state: ApplicationState;
  customerId: string | null;
  /** The limit is approved by one, and waits for a second person. */
  isWithSecond: boolean;
  givenCents: Cents | null;
  reason: string;
  told: string;
  decidedBy: string | null;
  decidedAt: string | null;
  /** Once who applied was taken out of it, a year after a no. */
  forgottenAt: string | null;
  score: Score;
};

type Row = {
  id: string;
  business: string;
  contact: string;
  email: string;
  phone: string;
  address: string;
  tax_number: string;
  years: number;
  monthly: number;
  wanted: number;
  named: string;
  consent: string;
  recorded_at: string;
  state: ApplicationState;
  customer_id: string | null;
  request_id: string | null;
  given: number | null;
  reason: string;
  told: string;
  decided_by: string | null;
  decided_at: string | null;
  forgotten_at: string | null;
  has_file: boolean;
};

const COLUMNS = sql`
  a.id, a.business, a.contact, a.email, a.phone, a.address, a.tax_number, a.years, a.monthly, a.wanted, a.named, a.consent,
  a.recorded_at, a.state, a.customer_id, a.request_id, a.given, a.reason, a.told, a.decided_by, a.decided_at, a.forgotten_at,
  exists (select from books.attachments f where f.application_id = a.id and f.removed_at is null) as has_file`;

function applicationOf(row: Row): Application {
  const references = JSON.parse(row.named) as Reference[];
  const [monthlyCents, wantedCents] = [cents(row.monthly), cents(row.wanted)];
  const { years, tax_number: taxNumber, email } = row;
  const reachable = references.filter(({ contact }) => contact !== "").length;
  return {
    applicationId: row.id,
    business: row.business,
    contact: row.contact,
    email,
    phone: row.phone,
    address: row.address,
    taxNumber,
    years,
    monthlyCents,
    wantedCents,
    references,
    consent: row.consent,
    appliedAt: row.recorded_at,
    state: row.state,
    customerId: row.customer_id,
    isWithSecond: row.request_id !== null,
    givenCents: row.given === null ? null : cents(row.given),
    reason: row.reason,
    told: row.told,
    decidedBy: row.decided_by,
    decidedAt: row.decided_at,
    forgottenAt: row.forgotten_at,
    score: scoreApplication({
      years,
      monthlyCents,
      wantedCents,
      reachable,
      taxNumber,
      email,
      hasFile: row.has_file,
    }),
  };
}

const KEYS: Record<keyof typeof applicationList.sorts, Key> = {
  turn: {
    key: sql`case when a.state = 'waiting' then 0 else 100000000000 end
      + extract(epoch from a.recorded_at) * case when a.state = 'waiting' then 1 else -1 end`,
    type: "numeric",
    id: sql`a.id`,
  },
  applied: { key: sql`a.recorded_at`, type: "timestamptz", id: sql`a.id` },
};

const matching = ({ show }: MatchOf<typeof applicationList>) => (show ? sql`a.state = ${show}` : sql`true`);

export function listApplications(
  books: Books,
  query: QueryOf<typeof applicationList>,
  size?: number,
): Promise<Page<Application>> {
  const select = {
    select: COLUMNS,
    from: sql`books.credit_applications a`,
    where: matching(query),
    rowOf: applicationOf,
  };
  return readPage(books, { list: applicationList, keys: KEYS, ...select }, query, size);
}

/** Refuses "not-found". */
export async function readApplication({ tx }: Books, applicationId: string): Promise<Application> {
  const [row] = await tx.execute<Row>(sql`
    select ${COLUMNS} from books.credit_applications a where a.id = ${applicationId}::uuid`);
  if (!row) throw new Refusal("not-found");
  return applicationOf(row);
}
