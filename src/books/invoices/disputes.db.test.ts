// An invoice that is disputed is marked, found as such, and settled again; a voided one is past that.
import { afterAll, expect, test } from "vitest";
import { runChecks } from "@/db/checks/checks.ts";
import { closePool } from "@/db/client.ts";
import { freshBusiness } from "../story/ledger-dsl.ts";
import { desk } from "../testing/desk.ts";
import { disputeInvoice } from "./disputes.ts";
import { listInvoices } from "./invoice-list.ts";
import { readInvoice } from "./invoice-page.ts";

afterAll(closePool);

test("marked with what the customer says, settled, and nothing of the money moves", async () => {
  const business = await freshBusiness();
  const at = desk(business, await business.customer("Alder Homes").write());
  const { invoiceId, eventId } = await at.invoice(100_00, "2026-03-01");
  const dispute = (disputed: boolean, note = "") =>
    business.change((books) => disputeInvoice(books, { invoiceId, disputed, note }));
  const page = () => business.read((books) => readInvoice(books, invoiceId));
  const before = await page();
  await dispute(true, "Two were cracked");
  expect(await page()).toEqual({ ...before, disputed: true, disputeNote: "Two were cracked" });
  expect((await business.read((books) => listInvoices(books, {}))).rows).toMatchObject([{ disputed: true }]);
  await dispute(false);
  expect(await page()).toEqual({ ...before, disputeNote: "Two were cracked" });
  await at.reverse(eventId, "2026-03-02");
  await expect(dispute(true)).rejects.toMatchObject({ code: "reversed-before" });
  expect((await business.read(({ tx }) => runChecks(tx))).broken).toEqual([]);
});
