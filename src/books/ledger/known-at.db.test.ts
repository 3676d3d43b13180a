// The past as known never changes, not even while somebody is still writing it.
import { sql } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { closePool } from "@/db/client.ts";
import { inputOf } from "@/domain/input-of.ts";
import { NewInvoice } from "@/domain/invoices/invoice-input.ts";
import { day } from "@/domain/values/day.ts";
import { cents } from "@/domain/values/money.ts";
import { readBusinessAging } from "../receivables/aging.ts";
import { recordInvoice } from "../invoices/invoices.ts";
import { safeKnownAt } from "./known-at.ts";
import { freshBusiness } from "../story/ledger-dsl.ts";

afterAll(closePool);

test("an instant in the middle of an open write is moved before it, and stays what it was", async () => {
  const business = await freshBusiness();
  const greenleaf = await business.customer("Greenleaf").invoice("1.00", "2026-01-01").write();
  const asOf = day("2026-06-30");
  const knownAt = (at: string) => business.read((books) => readBusinessAging(books, { asOf, knownAt: at }));
  let instant = "";
  let meanwhile;
  await business.change(async (books) => {
    const lines = [{ description: "Mulch", totalCents: cents(100_00) }];
    await recordInvoice(
      books,
      inputOf(NewInvoice, { accountId: greenleaf.accountId, issuedOn: day("2026-02-01"), lines }),
    );
    const [now] = await books.tx.execute<{ at: string }>(sql`select clock_timestamp() as at`);
    instant = await safeKnownAt(now?.at ?? "");
    meanwhile = await knownAt(instant);
    return null;
  });
  expect(await knownAt(instant)).toEqual(meanwhile);
  expect(meanwhile).toMatchObject({ totalCents: 1_00 });
  expect((await knownAt(await safeKnownAt("2999-01-01T00:00:00Z"))).totalCents).toBe(101_00);
});

test("an instant of long ago is itself", async () => {
  expect(Date.parse(await safeKnownAt("2020-01-02T03:04:05.678901Z"))).toBe(
    Date.parse("2020-01-02T03:04:05.678Z"),
  );
});
