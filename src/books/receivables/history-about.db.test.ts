// A line of the history that has no paper of its own names what it is about: the credit and the invoices of an application,
// and what a reversal reversed.
import { afterAll, expect, test } from "vitest";
import { closePool } from "@/db/client.ts";
import { cents } from "@/domain/values/money.ts";
import { day } from "@/domain/values/day.ts";
import { freshBusiness } from "../story/ledger-dsl.ts";
import { applyCredit } from "../ledger/applications.ts";
import { readAccountNow } from "../statements/shared-account.ts";
import { approveAs, askAs } from "../testing/overrides.ts";
import { desk } from "../testing/desk.ts";
import type { RecordedInvoice } from "../invoices/invoices.ts";
import { readHistory } from "./history-page.ts";

afterAll(closePool);

test("applications, un-applications and reversals name their invoice and payment", async () => {
  const business = await freshBusiness({ today: day("2026-06-30") });
  const greenleaf = await business.customer("Greenleaf").write();
  const at = desk(business, greenleaf);
  const invoices: RecordedInvoice[] = [];
  for (const number of ["A-1", "A-2", "A-3", "A-4", "A-5"])
    invoices.push(await at.invoice(10_00, "2026-05-01", { number }));
  const paid = await at.pay(100_00, "2026-06-01", []);
  await business.change((books) =>
    applyCredit(books, {
      accountId: greenleaf.accountId,
      appliedOn: day("2026-06-02"),
      applied: invoices.map(({ eventId }) => ({
        creditId: paid.eventId,
        itemId: eventId,
        amountCents: cents(10_00),
      })),
      useEarmarked: false,
      seenSeq: undefined,
    }),
  );
  await at.unApply(paid.eventId, invoices[0]?.eventId ?? 0, "2026-06-03");
  const wrong = await at.pay(7_00, "2026-06-04", []);
  await at.reverse(wrong.eventId, "2026-06-05");
  const { lines } = await business.read((books) =>
    readHistory(books, { asOf: day("2026-06-30"), knownAt: null }, { accountId: greenleaf.accountId }),
  );
  const about = lines.map(({ kind, about: text }) => [kind, text]).filter(([, text]) => text !== "");
  expect(about).toEqual([
    ["reversal", "P-00002"],
    ["un-application", "P-00001 from A-1"],
    ["application", "P-00001 to A-1, A-2, A-3 and 2 more"],
  ]);
});

test("a charge that an override let pass says by whom it was approved, inside and not by the link", async () => {
  const business = await freshBusiness({ today: day("2026-06-30") });
  const greenleaf = await business
    .customer("Greenleaf", { limitCents: cents(1_00), addressLines: ["1 Elm St"] })
    .write();
  const at = desk(business, greenleaf);
  const { overrideId } = await askAs(business, greenleaf, { amount: 50_00 });
  await approveAs(business, overrideId);
  await at.charge(50_00, "2026-06-30", overrideId);
  await at.invoice(2_00, "2026-06-30");
  const { accountId, customerId } = greenleaf;
  const moment = { asOf: day("2026-06-30"), knownAt: null };
  const { lines } = await business.read((books) => readHistory(books, moment, { accountId }));
  expect(lines.map(({ about }) => about)).toEqual(["", "override approved by Olive"]);
  const account = {
    accountId,
    customerId,
    customerName: "Greenleaf",
    customerNumber: "C-1",
    currency: "USD",
  };
  const seen = await business.read((books) =>
    readAccountNow(books, account, { name: "Test Supply", locale: "en-US", country: "US" }),
  );
  expect(seen.history.lines.map(({ about }) => about)).toEqual(["", ""]);
});
