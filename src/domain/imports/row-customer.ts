// The customer that a row names, and what else it says of them. One customer of a file is told apart from another by their
// number in any case, else by their folded name.
import { z } from "zod";
import { countryOf } from "../values/country.ts";
import { negative, type Cents } from "../values/money.ts";
import { isVisible } from "../values/visible-text.ts";
import type { RowCells } from "./cells.ts";
import type { FileCustomer } from "./entries.ts";
import { quoted } from "./faults.ts";
import { foldName } from "./fold.ts";
import { moneyFits } from "./receivable-row.ts";
import { MOST_LABELS } from "../customers/label.ts";
import { LONGEST_LABEL, labelsIn } from "./labels.ts";
import { termsNamed } from "./words.ts";

const LONGEST = { number: 60, name: 200, part: 120, street: 700, memo: 2000 };

export class FileCustomers {
  readonly byKey = new Map<string, FileCustomer>();
  private readonly keys = new Map<string, string>();

  /** `section` is the heading above the row, for a row that names nobody. Null where it is a fault. */
  of(row: RowCells, section: string): FileCustomer | null {
    const number = this.numberIn(row);
    const written = row.text("customerName", LONGEST.name);
    const name = written === "" && number === "" ? section : written;
    if (number === "" && name === "") {
      row.fault(row.has("customerName") ? "customerName" : "customerNumber", "missing", "No customer.");
      return null;
    }
    const key = number === "" ? this.keyOf(name) : `#${number.toUpperCase()}`;
    const known = this.byKey.get(key);
    if (known && !saysMore(row)) {
      known.name ??= name || null;
      return known;
    }
    const said = { ...detailsOf(row), key, row: row.row, number: number || null, name: name || null };
    if (!known) this.byKey.set(key, said);
    else fillIn(row, known, said);
    return known ?? said;
  }

  /** Most rows name somebody whom a row before them named. */
  private keyOf(name: string): string {
    const known = this.keys.get(name);
    if (known !== undefined) return known;
    const key = `~${foldName(name)}`;
    this.keys.set(name, key);
    return key;
  }

  private numberIn(row: RowCells): string {
    const at = row.says("customerNumber");
    if (at.length <= LONGEST.number) return row.text("customerNumber", LONGEST.number);
    const answer = { label: "They are names", patch: row.mappedAs("customerNumber", "customerName") };
    const says = `${quoted(at)} is longer than a number can be (${LONGEST.number}).`;
    row.fault("customerNumber", "long", says, answer);
    return at;
  }
}

function detailsOf(row: RowCells): Omit<FileCustomer, "key" | "row" | "number" | "name"> {
  const limit = row.has("creditLimit") ? row.amount("creditLimit") : null;
  const limitCents = limit === null || typeof limit === "string" ? null : limit.cents;
  if (limitCents !== null && limitCents < 0)
    row.fault("creditLimit", "negative", "A credit limit isn’t below nothing.");
  return {
    company: row.text("company", LONGEST.name),
    contact: row.text("contact", LONGEST.part),
    firstName: row.text("firstName", 100),
    lastName: row.text("lastName", 100),
    title: row.text("title", 100),
    email: emailIn(row),
    phone: row.text("phone", 60),
    mobile: row.text("mobile", 60),
    fax: row.text("fax", 60),
    ...placeIn(row),
    shipping: row.text("shipping", LONGEST.street),
    terms: termsIn(row),
    limitCents,
    openingCents: openingIn(row),
    taxNumber: row.text("taxNumber", 60),
    memo: row.has("issuedOn") ? "" : row.text("memo", LONGEST.memo),
    labels: labelsSaid(row),
  };
}

function labelsSaid(row: RowCells): string {
  const cell = row.text("labels", LONGEST.memo);
  const names = labelsIn(cell, () => false);
  const long = names.find((name) => name.length > LONGEST_LABEL);
  if (long) row.fault("labels", "long", `${quoted(long)} is longer than a label can be (${LONGEST_LABEL}).`);
  if (!names.every(isVisible))
    row.fault("labels", "invisible", `${quoted(cell)} has a label in which there is nothing to see.`);
  if (names.length > MOST_LABELS)
    row.fault("labels", "too many", `These are more labels than a customer can have (${MOST_LABELS}).`);
  return cell;
}

/** A country that nobody knows stays in the address, as it was written. */
function placeIn(row: RowCells): Pick<FileCustomer, "street" | "city" | "region" | "postalCode" | "country"> {
  const written = row.text("country", 60);
  const country = written === "" ? "" : countryOf(written);
  if (country === null)
    row.warn(
      "country",
      "unknown country",
      `${quoted(written)} is no country we know; it stays in the street.`,
    );
  return {
    street: [row.text("street", LONGEST.street), country === null ? written : ""].filter(Boolean).join("\n"),
    city: row.text("city", LONGEST.part),
    region: row.text("region", LONGEST.part),
    postalCode: row.text("postalCode", 20),
    country: country ?? "",
  };
}

/** With the sign of its side: what stands as credit is theirs. */
function openingIn(row: RowCells): Cents | null {
  const read = row.has("openingBalance") ? row.amount("openingBalance") : null;
  if (read === null || typeof read === "string" || !moneyFits(row, [read], "openingBalance")) return null;
  return read.cell.side === "credit" ? negative(read.cents) : read.cents;
}

const Email = z.email().max(254);

/** What is no address is left out, and told. */
export function emailIn(row: RowCells, field = "email"): string {
  const text = row.says(field);
  if (text === "" || Email.safeParse(text).success) return text;
  row.warn(field, "not an e-mail address", `${quoted(text)} is not an e-mail address; it is left out.`);
  return "";
}

export function termsIn(row: RowCells): string | null {
  const text = row.says("terms");
  if (text === "") return null;
  const terms = termsNamed(text);
  if (terms === null)
    row.warn("terms", "unknown terms", `${quoted(text)} are terms we don’t know; they are left out.`);
  return terms;
}

/** A later row tells what the earlier ones left blank. */
function fillIn(row: RowCells, known: FileCustomer, said: FileCustomer): void {
  for (const field of TEXTS) if (known[field] === "") known[field] = said[field];
  known.name ??= said.name;
  known.terms ??= said.terms;
  known.limitCents ??= said.limitCents;
  if (said.openingCents !== null && said.openingCents !== (known.openingCents ?? said.openingCents))
    row.fault("openingBalance", "another amount", `They have another one on row ${known.row}.`);
  known.openingCents ??= said.openingCents;
}

const TEXTS = [
  "company",
  "contact",
  "firstName",
  "lastName",
  "title",
  "email",
  "phone",
  "mobile",
  "fax",
  "street",
  "city",
  "region",
  "postalCode",
  "country",
  "shipping",
  "taxNumber",
  "memo",
  "labels",
] as const;

/** Whether a row says more of its customer than who they are; beside a document the memo is the document's. */
function saysMore(row: RowCells): boolean {
  const texts = row.has("issuedOn") ? TEXTS.filter((field) => field !== "memo") : TEXTS;
  return [...texts, "terms", "creditLimit", "openingBalance"].some((field) => row.has(field));
}
