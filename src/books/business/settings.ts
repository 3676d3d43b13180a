// The settings of a business. Each change is made to the version that somebody saw; when others were faster, it says what
// stands now of the same part, and nothing is written.
import { PLAIN_LOCALE } from "@/domain/values/written-number.ts";
import { sql, type SQL } from "drizzle-orm";
import { present } from "@/domain/assert.ts";
import type { Texts } from "@/domain/edits.ts";
import { cents } from "@/domain/values/money.ts";
import { Refusal } from "@/domain/refusal.ts";
import type {
  BusinessDetails,
  CreditSettings,
  FeeSettings,
  HoldSettings,
  LinkSettings,
  RegionSettings,
  SeriesSettings,
  Settings,
  TaxSettings,
} from "@/domain/business/settings.ts";
import {
  businessTexts,
  creditTexts,
  feeTexts,
  holdTexts,
  linkTexts,
  proofTexts,
  seriesTexts,
  taxTexts,
} from "@/domain/business/settings-texts.ts";
import { regionTexts, type Paper, type Region } from "@/domain/business/region.ts";
import type { ChargeProof } from "@/domain/receipts/signature.ts";
import type { ProofSettings } from "@/domain/receipts/signature-input.ts";
import type { InvoicePolicy } from "@/domain/credit/invoice-policy.ts";
import type { Language } from "@/domain/language/language.ts";
import type { LinkCheck } from "@/domain/statements/link-check.ts";
import { FIRST_RATE, changeSimpleTax, readDefaultTax } from "./simple-tax.ts";
import { NEXT_FREE } from "../ledger/number-series.ts";
import { tellBefore, type Books } from "../open.ts";

type Row = {
  version: number;
  tax_answered: boolean;
  returned_fee: number | null;
  count_earmarked: boolean;
  hold_after_days: number | null;
  hold_over: number | null;
  approve_above: number | null;
  invoice_policy: InvoicePolicy;
  charge_proof: ChargeProof;
  address_lines: string[];
  phone: string | null;
  email: string | null;
  paper: Paper;
  language: Language;
  link_check: LinkCheck;
};
type Counter = { series: string; prefix: string; padding: number; next: number };

export const readSettings = (books: Books): Promise<Settings> => find(books, sql``);

async function find(books: Books, lock: SQL): Promise<Settings> {
  const { tx } = books;
  const [row] = await tx.execute<Row>(sql`
    select version, tax_answered, returned_fee, count_earmarked, hold_after_days, hold_over, approve_above, invoice_policy, charge_proof, address_lines, phone, email, paper,
      language, link_check
    from books.settings ${lock}`);
  const counters = await tx.execute<Counter>(sql`
    select series, prefix, padding, coalesce(${NEXT_FREE}, next) as next from books.counters where series <> 'event'`);
  const kept = present(row, "a business has settings");
  const tax = await readDefaultTax(books);
  return {
    version: kept.version,
    taxName: tax?.name ?? FIRST_RATE,
    taxRate: tax?.rate ?? null,
    taxAnswered: kept.tax_answered,
    returnedFeeCents: kept.returned_fee === null ? null : cents(kept.returned_fee),
    countEarmarked: kept.count_earmarked,
    holdAfterDays: kept.hold_after_days,
    holdOverCents: kept.hold_over === null ? null : cents(kept.hold_over),
    approveAboveCents: kept.approve_above === null ? null : cents(kept.approve_above),
    invoicePolicy: kept.invoice_policy,
    chargeProof: kept.charge_proof,
    addressLines: kept.address_lines,
    phone: kept.phone ?? "",
    email: kept.email ?? "",
    paper: kept.paper,
    language: kept.language,
    linkCheck: kept.link_check,
    series: Object.fromEntries(
      counters.map(({ series, ...counter }) => [series, counter]),
    ) as Settings["series"],
  };
}

type Changed = Promise<{ version: number }>;

/** Changes of settings wait for each other. */
async function change(
  books: Books,
  version: number,
  { texts, set }: { texts: (now: Settings) => Texts; set?: SQL },
): Changed {
  const now = await find(books, sql`for update`);
  if (now.version !== version)
    throw new Refusal("changed-meanwhile", { version: now.version, now: texts(now) });
  tellBefore(books, texts(now));
  await books.tx.execute(sql`update books.settings set ${set ? sql`${set}, ` : sql``}version = version + 1`);
  return { version: version + 1 };
}

/** From the next document on; what is issued keeps its tax. */
export async function changeTax(books: Books, input: TaxSettings): Changed {
  const { version, taxName, taxRate } = input;
  const texts = (now: Settings) => taxTexts(now, PLAIN_LOCALE);
  const changed = await change(books, version, { texts, set: sql`tax_answered = true` });
  await changeSimpleTax(books, { name: taxName, percent: taxRate });
  return changed;
}

/** What a returned payment is charged where nobody says otherwise. */
export function changeReturnedFee(books: Books, input: FeeSettings): Changed {
  const { version, returnedFeeCents } = input;
  const texts = (now: Settings) => feeTexts(now, { currency: books.currency, locale: PLAIN_LOCALE });
  return change(books, version, { texts, set: sql`returned_fee = ${returnedFeeCents}::bigint` });
}

/** Whether credit that is set aside widens what a customer can charge. */
export function changeCredit(books: Books, input: CreditSettings): Changed {
  const { version, countEarmarked } = input;
  return change(books, version, { texts: creditTexts, set: sql`count_earmarked = ${countEarmarked}` });
}

/** What holds an account by itself, what one person may give (`mayLoosen`: more of it), and what an invoice meets that a limit or a hold speaks against; at once. */
export async function changeHolds(
  books: Books,
  input: HoldSettings,
  { mayLoosen }: { mayLoosen: boolean },
): Changed {
  const { version, holdAfterDays, holdOverCents, approveAboveCents, invoicePolicy } = input;
  const { approveAboveCents: standing } = await find(books, sql`for update`);
  const loosens = standing !== null && (approveAboveCents === null || approveAboveCents > standing);
  if (loosens && !mayLoosen) throw new Refusal("owner-loosens", { field: "approveAboveCents" });
  const texts = (now: Settings) => holdTexts(now, { currency: books.currency, locale: PLAIN_LOCALE });
  const set = sql`
    hold_after_days = ${holdAfterDays}::int, hold_over = ${holdOverCents}::bigint, approve_above = ${approveAboveCents}::bigint,
    invoice_policy = ${invoicePolicy}`;
  return change(books, version, { texts, set });
}

/** What a house charge takes of its customer, from the next one on. */
export function changeProof(books: Books, { version, chargeProof }: ProofSettings): Changed {
  return change(books, version, { texts: proofTexts, set: sql`charge_proof = ${chargeProof}` });
}

/** What is asked before a link to a paper opens, at once and for every link. */
export function changeLinks(books: Books, { version, linkCheck }: LinkSettings): Changed {
  return change(books, version, { texts: linkTexts, set: sql`link_check = ${linkCheck}` });
}

/** What papers say of the business from here on. */
export function changeDetails(books: Books, input: BusinessDetails): Changed {
  const { version, addressLines, phone, email } = input;
  const set = sql`address_lines = ${sql.param(addressLines)}::text[], phone = ${phone || null}, email = ${email || null}`;
  return change(books, version, { texts: businessTexts, set });
}

/**
 * How the business writes, from here on. Language and paper of documents are kept here; the rest is the directory's, to which the caller carries
 * it when this has happened, and the night where they could not (`readRegionWanted`). `standing`: what it has now.
 */
export async function changeRegion(
  books: Books,
  { version, paper, language, ...region }: RegionSettings,
  standing: Region,
): Promise<{ version: number; region: Region }> {
  const texts = (now: Settings) => regionTexts(standing, now);
  const changed = await change(books, version, { texts, set: sql`paper = ${paper}, language = ${language}` });
  return { ...changed, region };
}

/** What was decided last of what the directory keeps; null where nothing was. */
export async function readRegionWanted({ tx }: Books): Promise<Region | null> {
  const [last] = await tx.execute<{ answer: string }>(sql`
    select answer from books.commands where procedure = 'settings.changeRegion' and answer is not null
    order by recorded_at desc limit 1`);
  return last ? (JSON.parse(last.answer) as { region: Region }).region : null;
}

/** How the next documents are numbered. The count goes on where it is: no number comes twice. */
export async function changeSeries(books: Books, input: SeriesSettings): Changed {
  const { version, series, prefix, padding } = input;
  const texts = (now: Settings) => seriesTexts(now, series);
  const changed = await change(books, version, { texts });
  await books.tx.execute(
    sql`update books.counters set prefix = ${prefix}, padding = ${padding} where series = ${series}`,
  );
  return changed;
}
