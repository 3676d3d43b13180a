// The proof, as an operator asks for it: whole books pass, and each way of breaking them behind every guard's back is
// found, told with its rows, and answered with exit code 1.
import { execFile } from "node:child_process";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { freshBusiness } from "@/books/story/ledger-dsl.ts";
import { proveBooks } from "@/books/business/proofs.ts";
import { closePool } from "@/db/client.ts";
import { direct, type Direct } from "@/db/testing/direct.ts";
import { needed } from "@/env.ts";

let owner: Direct;
beforeAll(() => {
  owner = direct(needed("MIGRATOR_DATABASE_URL"));
});
afterAll(async () => {
  await owner.end();
  await closePool();
});

const ROOT = path.join(import.meta.dirname, "../..");
const check = (...args: string[]) =>
  new Promise<{ code: number; out: string; err: string }>((resolve) => {
    const words = ["--import", "./src/cli/typescript.mjs", "src/cli/books.ts", "check", ...args];
    const answer = (error: { code?: unknown } | null, out: string, err: string) =>
      resolve({ code: error ? Number(error.code) : 0, out, err });
    execFile(process.execPath, words, { cwd: ROOT }, answer);
  });

async function shop() {
  const business = await freshBusiness();
  await business
    .customer("Greenleaf")
    .invoice("100.00", "2026-01-31", { memo: "Gate code 12" })
    .invoice("40.00", "2026-03-01")
    .paid("180.00", "2026-03-10")
    .earmarked("5.00", "Spring mulch")
    .write();
  return business;
}

/** As the owner of the tables, with the guards of one of them switched off for this transaction. */
const behindTheGuards = (slug: string, table: string, statement: string) =>
  owner.begin(async (tx) => {
    await tx.unsafe(`set local role onaccount_owner; alter table books.${table} disable trigger user`);
    const mine = `org_id = (select id from directory.orgs where slug = '${slug}')`;
    await tx.unsafe(statement.replace("MINE", mine));
    await tx.unsafe(`alter table books.${table} enable trigger user`);
  });

const ALL = "update books.";
test.each([
  ["I1", "events", "delete from books.events e where MINE and kind = 'payment'", "refused by its keys"],
  [
    "I3",
    "accounts",
    `${ALL}accounts set open_items = open_items + 7, open_credit = open_credit + 7 where MINE`,
    "found",
  ],
  ["I4", "items", `${ALL}items set applied = applied - 1 where MINE`, "found"],
  ["I4", "credits", `${ALL}credits set refunded = refunded + 1 where MINE`, "found"],
  ["I5", "allocations", `${ALL}allocations set effective_on = effective_on + 1 where MINE`, "found"],
  ["I6", "earmarks", `${ALL}earmarks set amount = amount + 1 where MINE`, "found"],
  ["I12", "payments", `${ALL}payments set number = 'P-99999' where MINE`, "found"],
  ["I14", "payments", `${ALL}payments set amount = amount + 1 where MINE`, "found"],
  ["I17", "journal_lines", `${ALL}journal_lines set amount = amount + 1 where MINE and line = 1`, "found"],
  ["I20", "items", `${ALL}items set touched_on = issued_on where MINE`, "found"],
  ["I21", "events", `${ALL}events set memo = 'Gate code 13' where MINE and memo <> ''`, "found"],
  ["I21", "events", `${ALL}events set label = 'Chequebook' where MINE and kind = 'payment'`, "found"],
] as const)("%s: %s changed behind every guard’s back", async (id, table, statement, answer) => {
  const business = await shop();
  const breaking = behindTheGuards(business.slug, table, statement);
  if (answer !== "found") return expect(breaking).rejects.toThrow(/foreign key|constraint/);
  await breaking;
  const { broken } = await business.read(proveBooks);
  expect(broken.map((each) => each.id)).toContain(id);
  expect(broken.every(({ rows }) => rows.length > 0 && rows.length <= 10)).toBe(true);
});

describe("on the command line", () => {
  test("whole books are one line and exit 0", async () => {
    const { slug } = await shop();
    const { code, out } = await check("--org", slug);
    expect(out).toMatch(new RegExp(`^${slug}: proven, 3 events in [\\d.]+ s\n$`));
    expect(code).toBe(0);
  });

  test("broken books are named with rule and rows, and exit 1", async () => {
    const { slug } = await shop();
    await behindTheGuards(
      slug,
      "events",
      "update books.events set memo = 'Gate code 13' where MINE and memo <> ''",
    );
    const { code, out } = await check("--org", slug);
    expect(out).toMatch(new RegExp(`^${slug}: BROKEN, 1 of the rules don't hold, 3 events`));
    expect(out).toMatch(
      /I21 does not hold: the chain of hashes.*\n {4}\{"account_id":"[^"]+","number":\d+\}\n$/,
    );
    expect(code).toBe(1);
  });

  test("every business has its line, and one that isn't there is a slip", async () => {
    const [whole, broken] = [await shop(), await shop()];
    await behindTheGuards(
      broken.slug,
      "events",
      "update books.events set memo = 'Gate code 13' where MINE and memo <> ''",
    );
    const both = await check("--org", whole.slug, "--org", broken.slug);
    expect(both.out).toContain(`${whole.slug}: proven, 3 events`);
    expect(both.out).toContain(`${broken.slug}: BROKEN`);
    expect(both.code).toBe(1);
    const none = await check("--org", whole.slug, "nobody");
    expect(none).toMatchObject({ code: 1, out: "", err: "There is no business nobody.\n" });
  });
});
