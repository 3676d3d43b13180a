// A statement is in the language that the business had chosen when it was issued, and stays in it.
import { createHash } from "node:crypto";
import { afterAll, afterEach, beforeEach, expect, test } from "vitest";
import { runChecks } from "@/db/checks/checks.ts";
import { closePool } from "@/db/client.ts";
import { direct } from "@/db/testing/direct.ts";
import { RegionSettings } from "@/domain/business/settings.ts";
import { inputOf } from "@/domain/input-of.ts";
import type { Language } from "@/domain/language/language.ts";
import { day } from "@/domain/values/day.ts";
import { cents } from "@/domain/values/money.ts";
import { needed } from "@/env.ts";
import { changeRegion, readSettings } from "../business/settings.ts";
import { openWithDebt } from "../corrections/adjustments.ts";
import { freshBusiness, type Account } from "../story/ledger-dsl.ts";
import { issueStatement, previewStatement, readStatement } from "./statements.ts";

const LETTERHEAD = { name: "Test Supply", slug: "test-supply", locale: "de-DE", country: "US" };
const BERLIN = { locale: "de-DE", country: "DE", zone: "Europe/Berlin" } as const;
let business: Awaited<ReturnType<typeof freshBusiness>>;
let greenleaf: Account;

beforeEach(async () => {
  business = await freshBusiness();
  greenleaf = await business
    .customer("Greenleaf", { addressLines: ["1 Elm St"] })
    .invoice("100.00", "2026-01-31")
    .paid("30.00", "2026-02-10", { reference: "4471" })
    .write();
});
afterEach(async () => {
  expect((await business.read(({ tx }) => runChecks(tx))).broken).toEqual([]);
});
afterAll(closePool);

async function choose(language: Language): Promise<void> {
  const { version } = await business.read(readSettings);
  const input = inputOf(RegionSettings, { version, ...BERLIN, language, paper: "A4" });
  await business.change((books) => changeRegion(books, input, BERLIN));
}
const request = () => ({
  customer: greenleaf.customerId,
  fromOn: day("2026-01-01"),
  asOf: day("2026-02-28"),
});
const preview = () => business.read((books) => previewStatement(books, LETTERHEAD, request()));
const issue = () => business.change((books) => issueStatement(books, LETTERHEAD, request()));
const read = (statementId: string) => business.read((books) => readStatement(books, statementId));

test("what it says of itself is in the language of the settings, what people typed as they typed it", async () => {
  const owed = {
    amountCents: cents(5_00),
    issuedOn: day("2026-02-12"),
    on: day("2026-02-12"),
    dueOn: day("2026-04-01"),
  };
  const { accountId } = greenleaf;
  await business.change((books) =>
    openWithDebt(books, { accountId, ...owed, reason: "", customerNote: "Invoice" }),
  );
  expect((await preview()).business.language).toBe("en");
  await choose("de");
  expect(await preview()).toMatchObject({
    business: { language: "de", paper: "A4" },
    customer: { name: "Greenleaf", terms: "30 Tage netto" },
    lines: [
      { description: "Rechnung INV-00001" },
      { description: "Scheck 4471" },
      { description: "Anfangssaldo", reference: "Invoice" },
    ],
    openItems: [{ number: "INV-00001" }, { number: "Anfangssaldo" }],
  });
});

test("one that was issued keeps its language when another is chosen, and the next one has that", async () => {
  await choose("de");
  const { statementId } = await issue();
  const before = await read(statementId);
  expect(before.statement.business.language).toBe("de");
  await choose("fr");
  expect(await read(statementId)).toEqual(before);
  const next = await read((await issue()).statementId);
  expect(next.statement).toMatchObject({
    business: { language: "fr" },
    lines: [{ description: "Facture INV-00001" }, { description: "Chèque 4471" }],
  });
});

test("one from before there was a choice is in English, and its hash still holds", async () => {
  const { statementId } = await issue();
  await choose("es");
  // As the owner of the tables, and with the guard that would refuse switched off: as the books kept it then.
  const owner = direct(needed("MIGRATOR_DATABASE_URL"));
  await owner.begin(async (tx) => {
    await tx.unsafe("set local role onaccount_owner; alter table books.statements disable trigger user");
    const [row] = await tx<
      { snapshot: string }[]
    >`select snapshot from books.statements where id = ${statementId}`;
    const then = row?.snapshot.replace('"language":"en",', "") ?? "";
    expect(then).not.toContain("language");
    const hash = createHash("sha256").update(then).digest();
    await tx`update books.statements set snapshot = ${then}, snapshot_hash = ${hash} where id = ${statementId}`;
    await tx.unsafe("alter table books.statements enable trigger user");
  });
  await owner.end();
  expect((await read(statementId)).statement).toMatchObject({
    business: { language: "en" },
    lines: [{ description: "Invoice INV-00001" }, { description: "Check 4471" }],
  });
});
