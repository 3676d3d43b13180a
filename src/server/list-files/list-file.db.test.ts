// Lists as files: behind their procedure's door, whole, out of one snapshot, and given up when nobody fetches them.
import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { changeBooks } from "@/books/open.ts";
import { closePool } from "@/db/client.ts";
import { present } from "@/domain/assert.ts";
import { ROLES, mayDo } from "@/domain/permission.ts";
import { setClock } from "../clock.ts";
import { answerList } from "./list-file.ts";
import { agingFile } from "./aging.ts";
import { creditCustomersFile } from "./credit-customers.ts";
import { customerChangesFile } from "./customer-changes.ts";
import { customersFile } from "./customers.ts";
import { historyFile } from "./history.ts";
import { jobsFile } from "./jobs.ts";
import { invoicesFile } from "./invoices.ts";
import { paymentsFile } from "./payments.ts";
import { productsFile } from "./products.ts";
import { receiptsFile } from "./receipts.ts";
import { statementsFile } from "./statements.ts";
import { unpaidFile } from "./unpaid.ts";
import { INPUTS } from "../testing/fixture-inputs.ts";
import { queue } from "../jobs/queue.ts";
import { as, asMember, call, openShop, type Shop } from "../testing/fixture-shop.ts";
import type { Context } from "../trpc.ts";

let [ours, theirs] = [undefined, undefined] as unknown as [Shop, Shop];
beforeAll(async () => {
  setClock("2026-06-30T12:00:00Z");
  [ours, theirs] = [await openShop(), await openShop()];
});
afterAll(async () => {
  setClock(null);
  await (await queue()).stop({ graceful: false });
  await closePool();
});

const memberOf = (context: Context) => present(context.member, "they are a member");
async function linesOf(answer: Response): Promise<string[]> {
  const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(await answer.arrayBuffer());
  expect([answer.status, text[0], text.endsWith("\r\n")]).toEqual([200, "\uFEFF", true]);
  return text.slice(1).trimEnd().split("\r\n");
}

test("golden: each list of the shop", async () => {
  const owner = await asMember(ours, "owner");
  const fileOf = async (list: Parameters<typeof answerList>[1], asked: object = {}) =>
    linesOf(await answerList(owner, list, asked));
  expect(await fileOf(customersFile)).toEqual([
    "Name,Number,Company,First name,Last name,Title,E-mail,Phone,Mobile phone,Fax,Billing address,City,State or region,Postal code,Country,Shipping address,Terms,Tax number,Exemption certificate,Exempt until,Labels,Status,Credit limit (USD),Limit is,Open credit (USD),Overdue (USD),Balance (USD)",
    "Greenleaf,C-1,,,,,ap@greenleaf.example,,,,1 Elm St,,,,,,2/10 net 30,,,,Monthly,Good standing,,not set,10.00,43.00,43.00",
    "Spare,C-0001,,,,,,,,,,,,,,,Net 30,,,,,Good standing,,not set,0.00,0.00,0.00",
  ]);
  expect(await fileOf(agingFile, { asOf: "2026-03-05" })).toEqual([
    "Customer,Number,Current (USD),1–30 days late (USD),31–60 days late (USD),61–90 days late (USD)," +
      "91+ days late (USD),Total (USD),Unapplied (USD),Net (USD)",
    "Greenleaf,C-1,3.00,40.00,0.00,0.00,0.00,43.00,-10.00,33.00",
  ]);
  const payments = await fileOf(paymentsFile, { customerId: ours.customerId });
  expect(payments[0]).toBe(
    "Payment,Event ID,Received,Customer number,Customer,Method and reference,Reference,To account,Memo,Status,Currency,Amount,Applied,Open credit,Given back",
  );
  expect(payments.slice(1)).toEqual([
    expect.stringMatching(/^P-\d+,\d+,2026-03-05,C-1,Greenleaf,Check,,,,Posted,USD,5.00,0.00,5.00,0.00$/),
    expect.stringMatching(/^P-\d+,\d+,2026-03-05,C-1,Greenleaf,Check,,,,Posted,USD,5.00,0.00,5.00,0.00$/),
    expect.stringMatching(/^P-\d+,\d+,2026-02-10,C-1,Greenleaf,\w+,,,,Posted,USD,60.00,60.00,0.00,0.00$/),
  ]);
  const invoices = await fileOf(invoicesFile, { search: "A-1" });
  expect(invoices).toEqual([
    "Invoice,Event ID,Customer,Issued,Due,Status,Receipt,Job,Currency,Amount,Left to pay",
    expect.stringMatching(/^A-1,\d+,Greenleaf,2026-01-31,2026-03-02,Overdue,,,USD,100.00,40.00$/),
  ]);
  expect((await fileOf(statementsFile))[1]).toMatch(
    /^S-00001,Greenleaf,2026-02-28,20\d\d-\d\d-\d\dT[^,]+,0,,USD,40.00$/,
  );
});

test("golden: jobs", async () => {
  const owner = await asMember(ours, "owner");
  const { jobId } = ours;
  await call(owner, "jobs.edit", {
    ...(INPUTS["jobs.edit"]?.({ ...ours, jobId, version: 1 }) as object),
    number: "J-GOLD",
    name: "=Patio",
    limitCents: 500_00,
    contractOn: "2026-02-20",
  });
  expect(await linesOf(await answerList(owner, jobsFile, { search: "j-gold" }))).toEqual([
    "Number,Name,Customer,Customer number,Project manager,Status,Starts,Ends,Contract number,Contract date,Currency," +
      "Contract sum,Credit limit,Left to pay,May be billed,May be billed since,Retainage on work (%),Retainage on stored materials (%)",
    expect.stringMatching(
      /^J-GOLD,"'=Patio",Greenleaf,C-1,[^,]+,Open,2026-03-01,,C-77,2026-02-20,USD,10000.00,500.00,0.00,0.00,,10,$/,
    ),
  ]);
});

test("golden: an account's unpaid invoices and its history, with what the page looks for", async () => {
  const owner = await asMember(ours, "owner");
  const { customerId } = ours;
  const fileOf = async (list: Parameters<typeof answerList>[1], asked: object = {}) =>
    linesOf(await answerList(owner, list, { customerId, ...asked }));
  const unpaid = await fileOf(unpaidFile);
  expect(unpaid[0]).toBe(
    "Date,Invoice,Receipt,Job,Due,Days past due,Currency,Invoiced,Left to pay,Final due",
  );
  expect(unpaid).toContain("2026-01-31,A-1,,,2026-03-02,120,USD,100.00,40.00,40.00");
  expect((await fileOf(unpaidFile, { bucket: "current" })).join()).not.toContain("A-1,");
  const history = await fileOf(historyFile, { search: "gate CODE" });
  expect(history).toEqual([
    "Date,Invoice,Receipt,Type,Currency,Charge,Credit,Balance,Event ID,Total paid,Reverses event,Reversed by event,Notes",
    expect.stringMatching(/^2026-01-31,A-1,,Invoice,USD,100.00,0.00,100.00,\d+,,,,Gate code 12$/),
  ]);
});

test("golden: receipts, credit customers, and what was changed on a customer", async () => {
  const owner = await asMember(ours, "owner");
  const fileOf = async (list: Parameters<typeof answerList>[1], asked: object = {}) =>
    linesOf(await answerList(owner, list, asked));
  expect(await fileOf(receiptsFile, { search: "R-00001" })).toEqual([
    "Receipt,Kind,Date,Customer,Sold by,Currency,Total,On account,House charge,Money",
    "R-00001,sale,2026-03-05,Greenleaf,Olive Owner,USD,4500.00,0.00,0.00,4500.00",
  ]);
  const { customerId } = ours;
  const seen = { status: "good", chargingAllowed: false, limit: { kind: "none" } };
  await call(owner, "credit.change", {
    commandKey: randomUUID(),
    accountId: ours.accountId,
    seen,
    reason: "Opened for credit",
    terms: { ...seen, chargingAllowed: true, limit: { kind: "limit", limitCents: 100_00 } },
  });
  await call(owner, "customers.edit", { ...(INPUTS["customers.edit"]?.(ours) as object), memo: "=2*Gate" });
  expect(await fileOf(creditCustomersFile, { sort: "left", direction: "asc" })).toEqual([
    "Name,Number,Status,On hold for age,Charging allowed,Credit limit (USD),Limit is,Balance (USD),In use (USD)," +
      'Can charge (USD),Limit until,Review on,"Oldest debt, days past due",Days to pay,Days late,Invoiced in 90 days (USD),' +
      "Invoiced in the 90 before (USD),Suggestion,Suggested limit (USD),Because",
    "Greenleaf,C-1,Good standing,no,yes,100.00,set,43.00,33.50,66.50,,,120,,,0.00,103.00,look,," +
      '"Its oldest debt is 120 days past due. Hold it, or agree on payments."',
  ]);
  expect(await fileOf(creditCustomersFile, { show: "suggested" })).toHaveLength(2);
  expect(await fileOf(creditCustomersFile, { show: "stopped" })).toHaveLength(1);
  const changes = await fileOf(customerChangesFile, { customerId });
  expect(changes).toEqual([
    "When,Who,What,Before,After",
    expect.stringMatching(/^20\d\d-\d\d-\d\dT[^,]+,Olive Owner,Memo,,"'=2\*Gate"$/),
    expect.stringMatching(/Olive Owner,Location Yard,,Yard · 2 Elm St$/),
    expect.stringMatching(/Olive Owner,Label,,Monthly$/),
    expect.stringMatching(/Olive Owner,Discount class,,Trade$/),
    expect.stringMatching(/^20\d\d-\d\d-\d\dT[^,]+,Olive Owner,Customer,,Added$/),
  ]);
  expect(await fileOf(customerChangesFile, { customerId, field: "Memo" })).toEqual([changes[0], changes[1]]);
});

test.each(ROLES)(
  "as %s: whoever may see the list and export may take it home, and nobody else",
  async (role) => {
    const ofOne = new Set<unknown>([unpaidFile, historyFile, customerChangesFile]);
    for (const list of [
      unpaidFile,
      historyFile,
      customerChangesFile,
      customersFile,
      creditCustomersFile,
      invoicesFile,
      receiptsFile,
      paymentsFile,
      statementsFile,
      agingFile,
      productsFile,
    ]) {
      const context = await asMember(ours, role);
      const answer = await answerList(context, list, ofOne.has(list) ? { customerId: ours.customerId } : {});
      const may = mayDo(role, "books:export") && mayDo(role, list.permission);
      expect(may).toBe(["owner", "admin", "bookkeeper", "viewer"].includes(role));
      expect([list.name, answer.status]).toEqual([list.name, may ? 200 : 403]);
      const text = await answer.text();
      if (!may) expect(text).toMatch(/^Your role doesn't allow this/);
    }
  },
);

test("a stranger's list isn't there, another business's rows are in none, and nonsense is no question", async () => {
  const stranger = await answerList(await as(theirs.people.owner, ours.slug), customersFile, {});
  expect([stranger.status, stranger.headers.get("content-disposition")]).toEqual([404, null]);
  expect((await answerList(await as(null, ours.slug), customersFile, {})).status).toBe(401);
  const others = await linesOf(
    await answerList(await asMember(theirs, "owner"), paymentsFile, { customerId: ours.customerId }),
  );
  expect(others).toHaveLength(1);
  for (const asked of [{ sort: "secret" }, { search: 7 }, { tenantId: "x" }, { search: "a\0b" }])
    expect((await answerList(await asMember(ours, "owner"), customersFile, asked)).status).toBe(400);
});

test("every row once, in the list's order and search, however many pages it takes", async () => {
  const owner = await asMember(theirs, "owner");
  const command = { key: "many-customers", procedure: "test", input: {} };
  await changeBooks(memberOf(owner), command, async (books) => {
    await books.tx.execute(sql`
      with added as (
        insert into books.customers (name, number)
        select case when n % 2 = 1 then '=Odd ' || n % 5 else 'Even ' || n end, 'N-' || n from generate_series(0, 2104) as n
        returning id)
      insert into books.accounts (customer_id, currency) select id, ${books.currency} from added`);
    return null;
  });
  const odd = await linesOf(
    await answerList(owner, customersFile, { search: "odd", sort: "number", direction: "desc" }),
  );
  expect(odd).toHaveLength(1 + 1052);
  expect(odd.slice(1).every((line) => line.startsWith("\"'=Odd "))).toBe(true);
  const all = await linesOf(await answerList(owner, customersFile, {}));
  expect(new Set(all.map((line) => line.split(",")[1])).size).toBe(1 + 2105 + 2);
});
