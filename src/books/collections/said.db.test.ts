// What customers said, in one list: of whatever kind, the latest first, open until it is dealt with.
import { sql } from "drizzle-orm";
import { afterAll, beforeEach, expect, test } from "vitest";
import { closePool } from "@/db/client.ts";
import { saidWords } from "@/domain/collections/said-words.ts";
import { addDays } from "@/domain/values/day.ts";
import { cents } from "@/domain/values/money.ts";
import { disputeInvoice, raiseDispute } from "../invoices/disputes.ts";
import { freshBusiness, type Account } from "../story/ledger-dsl.ts";
import { makePromise } from "./promises.ts";
import { answerQuestion, askQuestion } from "./questions.ts";
import { countSaid, listSaid, readSaid } from "./said.ts";

let business: Awaited<ReturnType<typeof freshBusiness>>;
let alder: Account;
let birch: Account;
let [invoiceId, questionId] = ["", ""];
const difference = {
  ours: { number: "INV-00001", onDay: null, cents: cents(500_00) },
  theirs: { number: "1", onDay: null, cents: cents(450_00) },
};

beforeEach(async () => {
  business = await freshBusiness();
  alder = await business.customer("Alder").invoice("500.00", "2026-02-01").write();
  birch = await business.customer("Birch").invoice("80.00", "2026-02-01").write();
  const promise = { promisedOn: addDays(business.asker.today, 3), amountCents: null };
  await business.change(async (books) => {
    const [row] = await books.tx.execute<{ id: string }>(sql`
      select id from books.invoices where account_id = ${alder.accountId}::uuid`);
    invoiceId = row?.id ?? "";
    await raiseDispute(books, alder.accountId, { invoiceId, reason: "wrong-price", note: "It was 450" });
    return null;
  });
  await business.change((books) =>
    makePromise(books, { accountId: birch.accountId, currency: "USD" }, promise),
  );
  const account = { accountId: alder.accountId, currency: "USD" };
  ({ questionId } = await business.change((books) =>
    askQuestion(books, account, { note: "Which is right?", differences: [difference] }),
  ));
});
afterAll(closePool);

const list = (query: Parameters<typeof listSaid>[1] = {}, size?: number) =>
  business.read((books) => listSaid(books, query, size));
const words = async (query?: Parameters<typeof listSaid>[1]) =>
  (await list(query)).rows.map((said) => `${said.customerName}: ${saidWords(said, "en-US")}, ${said.state}`);

test("the latest first, in pages", async () => {
  expect(await words()).toEqual([
    "Alder: Asks about 1 difference to their own books, open",
    "Birch: Promises $80.00 by Jul 3, 2026, waiting",
    "Alder: Disputes invoice INV-00001: wrong price, open",
  ]);
  const first = await list({}, 2);
  const rest = await list({ cursor: first.next ?? "" }, 2);
  expect([first.rows.length, rest.rows.length, rest.next]).toEqual([2, 1, null]);
  expect(await business.read((books) => countSaid(books, {}))).toEqual({ count: 3 });
  expect(await words({ kind: "promise" })).toHaveLength(1);
  expect(await words({ customerId: alder.customerId })).toHaveLength(2);
});

test("what is dealt with is no longer open, and still there", async () => {
  await business.change((books) => answerQuestion(books, { questionId }));
  await business.change((books) => disputeInvoice(books, { invoiceId, disputed: false, note: "" }));
  await business.account(birch).paid("80.00", business.asker.today).write();
  expect(await words()).toEqual([]);
  expect(await words({ show: "all" })).toEqual([
    "Alder: Asks about 1 difference to their own books, answered",
    "Birch: Promises $80.00 by Jul 3, 2026, kept",
    "Alder: Disputes invoice INV-00001: wrong price, settled",
  ]);
});

test("a question keeps what was said, who answered it first, and stays its business's", async () => {
  await business.change((books) => answerQuestion(books, { questionId }));
  const said = () => business.read((books) => readSaid(books, "question", questionId));
  const before = await said();
  expect(before).toMatchObject({ note: "Which is right?", differences: [difference], state: "answered" });
  await business.change((books) => answerQuestion(books, { questionId }));
  expect(await said()).toEqual(before);
  const other = await freshBusiness();
  expect(await other.read((books) => readSaid(books, "question", questionId))).toBeNull();
  await expect(other.change((books) => answerQuestion(books, { questionId }))).rejects.toMatchObject({
    code: "not-found",
  });
});
