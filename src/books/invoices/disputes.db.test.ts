// An invoice that is disputed is marked, found as such, and settled again; a voided one is past that.
import { afterAll, expect, test } from "vitest";
import { runChecks } from "@/db/checks/checks.ts";
import { closePool } from "@/db/client.ts";
import { freshBusiness } from "../story/ledger-dsl.ts";
import { desk } from "../testing/desk.ts";
import { disputeInvoice, raiseDispute } from "./disputes.ts";
import { readDisputedOf } from "./read-disputes.ts";
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
  const said = { reason: "other", note: "Two were cracked", raisedBy: "Onaccount" };
  expect(await page()).toEqual({
    ...before,
    disputed: true,
    disputeNote: said.note,
    disputes: [expect.objectContaining({ ...said, settledBy: null, settledAt: null })],
  });
  await dispute(true, "Three were cracked");
  expect((await page()).disputes).toMatchObject([{ note: "Three were cracked" }]);
  await dispute(true, said.note);
  expect((await business.read((books) => listInvoices(books, {}))).rows).toMatchObject([{ disputed: true }]);
  await dispute(false);
  expect(await page()).toEqual({
    ...before,
    disputeNote: said.note,
    disputes: [expect.objectContaining({ ...said, settledBy: "Onaccount" })],
  });
  await at.reverse(eventId, "2026-03-02");
  await expect(dispute(true)).rejects.toMatchObject({ code: "reversed-before" });
  expect((await business.read(({ tx }) => runChecks(tx))).broken).toEqual([]);
});

test("its customer objects by the link: once until it is settled, and to their own invoices only", async () => {
  const business = await freshBusiness();
  const [alder, cedar] = await Promise.all(["Alder", "Cedar"].map((name) => business.customer(name).write()));
  if (!alder || !cedar) throw new Error("two customers were added");
  const { invoiceId } = await desk(business, alder).invoice(100_00, "2026-03-01");
  const raise = (accountId: string, note = "Twice") =>
    business.change((books) => raiseDispute(books, accountId, { invoiceId, reason: "wrong-price", note }));
  await expect(raise(cedar.accountId)).rejects.toMatchObject({ code: "not-found" });
  await raise(alder.accountId);
  await expect(raise(alder.accountId)).rejects.toMatchObject({ code: "disputed-before" });
  const standing = () => business.read((books) => readDisputedOf(books, alder.accountId));
  expect(await standing()).toMatchObject([{ invoiceId, reason: "wrong-price", note: "Twice" }]);
  await business.change((books) => disputeInvoice(books, { invoiceId, disputed: false, note: "" }));
  expect(await standing()).toEqual([]);
  await raise(alder.accountId, "Again");
  expect(await standing()).toMatchObject([{ note: "Again" }]);
});

test("two who object at once are one dispute", async () => {
  const business = await freshBusiness();
  const alder = await business.customer("Alder").write();
  const { invoiceId } = await desk(business, alder).invoice(100_00, "2026-03-01");
  const told = await Promise.allSettled(
    ["One", "Two", "Three"].map((note) =>
      business.change((books) =>
        raiseDispute(books, alder.accountId, { invoiceId, reason: "damaged", note }),
      ),
    ),
  );
  expect(told.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
});
