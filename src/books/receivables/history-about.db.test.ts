// A line of the history that has no paper of its own names what it is about: the credit and the invoices of an application,
// and what a reversal reversed.
import { afterAll, expect, test } from "vitest";
import { closePool } from "@/db/client.ts";
import { cents } from "@/domain/values/money.ts";
import { day } from "@/domain/values/day.ts";
import { freshBusiness } from "../story/ledger-dsl.ts";
import { applyCredit } from "../ledger/applications.ts";
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
