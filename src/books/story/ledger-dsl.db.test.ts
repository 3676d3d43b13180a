// The DSL tells stories through the real verbs: what it says is what the account page reads.
import { afterAll, expect, test } from "vitest";
import { runChecks } from "@/db/checks/checks.ts";
import { closePool } from "@/db/client.ts";
import { readAccountPage } from "../receivables/account-page.ts";
import { now } from "../ledger/as-of.ts";
import { freshBusiness } from "./ledger-dsl.ts";

afterAll(closePool);

test("invoices, payments and earmarks of one account", async () => {
  const business = await freshBusiness();
  const greenleaf = await business
    .customer("Greenleaf", { addressLines: ["1 Elm St"] })
    .invoice("100.00", "2026-01-31")
    .invoice("50.00", "2026-02-28", { number: "A-7", dueOn: "2026-03-05" })
    .paid("60.00", "2026-02-10", { reference: "4471" })
    .paid("80.00", "2026-03-10", { to: { "A-7": "50.00" } })
    .earmarked("10.00", "spring order")
    .write();
  const page = await business.read((books) =>
    readAccountPage(books, now(books), { customer: greenleaf.customerId }),
  );
  expect(page.figures).toMatchObject({
    balanceCents: 4000,
    openCreditCents: 3000,
    earmarkedCents: 1000,
    netCents: 1000,
  });
  expect(await business.read(({ tx }) => runChecks(tx))).toEqual({ broken: [], events: 4 });
  expect(page.unpaid).toMatchObject([{ number: "INV-00001", dueOn: "2026-03-02", openCents: 4000 }]);
  expect(page.history.lines.map((line) => [line.effectiveOn, line.type, line.balanceCents])).toEqual([
    ["2026-03-10", "Check", 1000],
    ["2026-02-28", "Invoice", 9000],
    ["2026-02-10", "Check 4471", 4000],
    ["2026-01-31", "Invoice", 10000],
  ]);
});
