// How papers look: changed as one, frozen with a statement, and a picture kept for as long as there may be papers with it.
import { sql } from "drizzle-orm";
import { afterAll, beforeEach, expect, test } from "vitest";
import { closePool } from "@/db/client.ts";
import { BrandingChange } from "@/domain/business/branding-input.ts";
import { inputOf } from "@/domain/input-of.ts";
import { NO_MESSAGES } from "@/domain/statements/age-message.ts";
import { PLAIN_BRAND } from "@/domain/values/brand.ts";
import { day } from "@/domain/values/day.ts";
import { readLogo, readPaperSettings } from "../paper-settings.ts";
import { issueStatement, previewStatement, readStatement } from "../statements/statements.ts";
import { freshBusiness, type Account } from "../story/ledger-dsl.ts";
import { changeBranding, keepLogo } from "./branding.ts";

const LETTERHEAD = { name: "Test Supply", slug: "test-supply", locale: "en-US", country: "US" };
let business: Awaited<ReturnType<typeof freshBusiness>>;
let greenleaf: Account;
beforeEach(async () => {
  business = await freshBusiness();
  greenleaf = await business
    .customer("Greenleaf", { addressLines: ["1 Elm St"] })
    .invoice("100.00", "2026-01-31")
    .write();
});
afterAll(closePool);

const SET = {
  logo: null,
  accent: "#1f5f4a",
  remitTo: ["PO Box 7", "Barre"],
  iban: "",
  terms: "Net 30.",
  current: "Thank you.",
  d1_30: "",
  d31_60: "",
  d61_90: "",
  d91: "Call us.",
};
const change = (version: number, set: object = {}) =>
  business.change((books) => changeBranding(books, inputOf(BrandingChange, { version, ...SET, ...set })));
const now = () => business.read(readPaperSettings);
const logo = (text: string, width = 10) =>
  business.change((books) => keepLogo(books, { png: new TextEncoder().encode(text), width, height: 5 }));
const request = (asOf: string) => ({
  customer: greenleaf.customerId,
  fromOn: day("2026-01-01"),
  asOf: day(asOf),
});
const preview = (asOf: string) =>
  business.read((books) => previewStatement(books, LETTERHEAD, request(asOf)));

test("nothing is set at first; then it is what was set last, from the version that was seen", async () => {
  expect(await now()).toEqual({ brand: PLAIN_BRAND, messages: NO_MESSAGES, iban: null, version: 0 });
  expect(await change(0)).toEqual({ version: 1 });
  expect(await change(1, { accent: "", iban: "DE89370400440532013000" })).toEqual({ version: 2 });
  expect(await now()).toMatchObject({
    brand: { accent: null, remitTo: ["PO Box 7", "Barre"], terms: "Net 30." },
    messages: { current: "Thank you.", d91: "Call us." },
    iban: "DE89370400440532013000",
    version: 2,
  });
  await expect(change(1)).rejects.toMatchObject({ code: "changed-meanwhile", details: { version: 2 } });
});

test("two who set it at once: one is told", async () => {
  const both = await Promise.allSettled([change(0), change(0, { terms: "Net 10." })]);
  expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
});

test("a picture is kept once, and is nobody else's", async () => {
  const first = await logo("one");
  expect(await logo("one")).toEqual(first);
  await change(0, { logo: first.hash });
  expect((await now()).brand.logo).toEqual(first);
  const other = await freshBusiness();
  const set = inputOf(BrandingChange, { version: 0, ...SET, logo: first.hash });
  await expect(other.change((books) => changeBranding(books, set))).rejects.toMatchObject({
    code: "not-found",
  });
});

test("no picture is ever changed or deleted", async () => {
  await logo("one");
  for (const wrong of [sql`delete from books.logos`, sql`update books.logos set width = 9`])
    await expect(business.change(({ tx }) => tx.execute(wrong))).rejects.toThrow();
});

test("a statement keeps the look and the words that it was issued with, and finds its picture", async () => {
  const first = await logo("one");
  await change(0, { logo: first.hash });
  const { statementId } = await business.change((books) =>
    issueStatement(books, LETTERHEAD, request("2026-02-28")),
  );
  await change(1, { logo: (await logo("two")).hash, accent: "", current: "Pay up.", terms: "" });
  const { statement } = await business.read((books) => readStatement(books, statementId));
  expect(statement).toMatchObject({
    templateVersion: 5,
    brand: { logo: first, accent: "#1f5f4a", terms: "Net 30." },
    message: "Thank you.",
    payment: { iban: null },
  });
  const kept = await business.read((books) => readLogo(books, statement.brand));
  expect(new TextDecoder().decode(kept ?? new Uint8Array())).toBe("one");
});

test("the oldest money chooses the message, and the customer's number makes the reference", async () => {
  await change(0);
  const [fresh, old] = [await preview("2026-02-28"), await preview("2026-06-30")];
  expect([fresh.message, old.message]).toEqual(["Thank you.", "Call us."]);
  const digits = fresh.customer.number.replace(/[^A-Z0-9]/gi, "").toUpperCase();
  expect(fresh.payment?.reference).toMatch(new RegExp(`^RF\\d\\d${digits}$`));
});
