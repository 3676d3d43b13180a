// What is said inside stays inside: a memo or a reason is on no statement, and what is written for the customer is.
import { afterAll, expect, test } from "vitest";
import { closePool } from "@/db/client.ts";
import { inputOf } from "@/domain/input-of.ts";
import { NewPayment } from "@/domain/payments/payment-input.ts";
import { NewReceipt, NewReceiptReturn } from "@/domain/receipts/receipt.ts";
import { day } from "@/domain/values/day.ts";
import { cents } from "@/domain/values/money.ts";
import { writeOff } from "../corrections/adjustments.ts";
import { reverseEvent } from "../corrections/reversals.ts";
import { returnPayment } from "../corrections/returned-payments.ts";
import { recordPayment } from "../payments/payments.ts";
import { refundCredit } from "../payments/refunds.ts";
import { recordReturn } from "../receipts/receipt-returns.ts";
import { recordReceipt } from "../receipts/receipts.ts";
import { readHistory } from "../receivables/history-page.ts";
import { freshBusiness } from "../story/ledger-dsl.ts";
import { line, paidBy } from "../testing/counter.ts";
import { desk } from "../testing/desk.ts";
import { accountOfStatement, readAccountNow, readChangesSince } from "./shared-account.ts";
import { issueStatement, previewStatement, readStatement } from "./statements.ts";

afterAll(closePool);
const ON = day("2026-06-01");

test("of each kind, the statement has the words for the customer and none of the others", async () => {
  const business = await freshBusiness({ today: day("2026-06-30") });
  const greenleaf = await business
    .customer("Greenleaf", { limitCents: cents(1_000_00), addressLines: ["1 Elm St"] })
    .write();
  const { accountId, customerId } = greenleaf;
  const at = desk(business, greenleaf);
  const said = (what: string) => ({ reason: `secret ${what}`, customerNote: `told ${what}` });
  const pay = (amount: number, what: string) =>
    business.change((books) =>
      recordPayment(
        books,
        inputOf(NewPayment, {
          accountId,
          amountCents: cents(amount),
          receivedOn: ON,
          method: "check",
          applied: [],
          memo: `secret ${what}`,
          customerNote: `told ${what}`,
        }),
      ),
    );
  await pay(50_00, "payment");
  await business.change((books) =>
    refundCredit(books, {
      accountId,
      amountCents: cents(10_00),
      refundedOn: ON,
      method: "cash",
      reference: "",
      ...said("refund"),
    }),
  );
  const bounced = await pay(20_00, "check");
  await business.change((books) =>
    returnPayment(books, { eventId: bounced.eventId, returnedOn: ON, ...said("bounce") }),
  );
  const wrong = await at.invoice(30_00, "2026-05-01");
  await business.change((books) => reverseEvent(books, { eventId: wrong.eventId, on: ON, ...said("void") }));
  const lost = await at.invoice(40_00, "2026-05-01");
  await business.change((books) =>
    writeOff(books, {
      accountId,
      amountCents: cents(5_00),
      itemId: lost.eventId,
      on: ON,
      ...said("write-off"),
    }),
  );
  const sold = await business.change((books) =>
    recordReceipt(
      books,
      inputOf(NewReceipt, {
        accountId,
        issuedOn: ON,
        lines: [line("Mulch", "1", "12.00")],
        tenders: [paidBy("house-charge", 12_00)],
        note: "told charge",
        memo: "secret charge",
      }),
    ),
  );
  await business.change((books) =>
    recordReturn(
      books,
      inputOf(NewReceiptReturn, {
        receiptId: sold.receiptId,
        issuedOn: ON,
        lines: [{ line: 1, quantity: "1" }],
        toAccountCents: cents(12_00),
        note: "told return",
        memo: "secret return",
      }),
    ),
  );
  const letterhead = { name: "Hillside", slug: "hillside", locale: "en-US", country: "US" };
  const request = { customer: customerId, fromOn: day("2026-01-01"), asOf: day("2026-06-30") };
  const statement = await business.read((books) => previewStatement(books, letterhead, request));
  const text = JSON.stringify(statement);
  expect(text).not.toContain("secret");
  const kinds = ["payment", "refund", "check", "bounce", "void", "write-off", "charge", "return"];
  const told = statement.lines.flatMap((each) => each.reference ?? []);
  expect(told.sort()).toEqual(kinds.map((what) => `told ${what}`).sort());

  // Nor does the link of an issued one say any of it: its paper, the account behind it, and what changed since.
  const { statementId } = await business.change((books) => issueStatement(books, letterhead, request));
  await pay(1_00, "afterwards");
  const linked = await business.read(async (books) => ({
    paper: await readStatement(books, statementId),
    account: await readAccountNow(books, await accountOfStatement(books, statementId), letterhead),
    since: await readChangesSince(books, statementId),
  }));
  expect(linked.account.history.lines.map(({ customerNote }) => customerNote)).toContain("told afterwards");
  expect(JSON.stringify(linked)).not.toContain("secret");

  const { lines } = await business.read((books) =>
    readHistory(books, { asOf: day("2026-06-30"), knownAt: null }, { accountId }),
  );
  // Inside, both are there.
  for (const what of kinds)
    expect(lines).toContainEqual(
      expect.objectContaining({ notes: `secret ${what}`, customerNote: `told ${what}` }),
    );
});
