// The reports of the books as files: the trial balance of a day, and the journal of a period, which is in balance for every
// event and comes to what the trial balance grew by.
import { afterAll, beforeAll, expect, test } from "vitest";
import { closePool } from "@/db/client.ts";
import { ROLES } from "@/domain/permission.ts";
import { setClock } from "../clock.ts";
import { queue } from "../jobs/queue.ts";
import { asMember, openShop, type Shop } from "../testing/fixture-shop.ts";
import { chartFile } from "./chart.ts";
import { journalFile } from "./journal.ts";
import { answerList } from "./list-file.ts";
import { retainageFile } from "./retainage.ts";
import { taxFile } from "./tax.ts";
import { trialBalanceFile } from "./trial-balance.ts";

let shop: Shop;
beforeAll(async () => {
  setClock("2026-06-30T12:00:00Z");
  shop = await openShop();
});
afterAll(async () => {
  setClock(null);
  await (await queue()).stop({ graceful: false });
  await closePool();
});

type List = Parameters<typeof answerList>[1];
async function fileOf(list: List, asked: object): Promise<string[]> {
  const answer = await answerList(await asMember(shop, "bookkeeper"), list, asked);
  expect(answer.status).toBe(200);
  return (await answer.text()).trimEnd().split("\r\n");
}

test("golden: the trial balance of a day", async () => {
  expect(await fileOf(trialBalanceFile, { asOf: "2026-02-28" })).toEqual([
    "Account,Name,Kind,Debit (USD),Credit (USD)",
    "1100,Undeposited funds,Asset,60.00,",
    "1200,Accounts receivable,Asset,40.00,",
    "2300,Customer credit,Liability,0.00,",
    "4000,Sales,Revenue,,100.00",
  ]);
});

test("golden: the journal of a period", async () => {
  const lines = await fileOf(journalFile, { fromOn: "2026-01-01", throughOn: "2026-02-28" });
  expect(lines[0]).toBe(
    "Event,Line,Posted,Dated,Period,Customer,Number,What,Memo,Account,Account name,Debit (USD),Credit (USD)",
  );
  expect(lines.slice(1).map((line) => line.replace(/^\d+/, "n"))).toEqual([
    "n,1,2026-01-31,2026-01-31,2026-01,Greenleaf,C-1,Invoice,Gate code 12,1200,Accounts receivable,100.00,",
    "n,2,2026-01-31,2026-01-31,2026-01,Greenleaf,C-1,Invoice,Gate code 12,4000,Sales,,100.00",
    "n,1,2026-02-10,2026-02-10,2026-02,Greenleaf,C-1,Check,,2300,Customer credit,,60.00",
    "n,2,2026-02-10,2026-02-10,2026-02,Greenleaf,C-1,Check,,2300,Customer credit,60.00,",
    "n,3,2026-02-10,2026-02-10,2026-02,Greenleaf,C-1,Check,,1200,Accounts receivable,,60.00",
    "n,4,2026-02-10,2026-02-10,2026-02,Greenleaf,C-1,Check,,1100,Undeposited funds,60.00,",
  ]);
});

test("golden: the chart of accounts", async () => {
  const lines = await fileOf(chartFile, {});
  expect(lines[0]).toBe("Number,Name,Kind,What goes there,Products,Archived");
  expect(lines).toContain('4000,Sales,Revenue,"Sales, unless a product says otherwise",1,no');
  expect(lines).toContain("4010,Plants,Revenue,,0,no");
  expect(lines).toContain('2201,"Tax payable, City of Barre",Liability,Tax of City of Barre,0,no');
});

test("golden: the tax of a period by agency", async () => {
  expect(await fileOf(taxFile, { fromOn: "2026-01-01", throughOn: "2026-03-31" })).toEqual([
    "Agency,Account,On account (USD),Paid at the counter (USD),Tax (USD),In the journal (USD)",
    "Tax agency,2200,0.00,0.00,0.00,0.00",
    "City of Barre,2201,0.00,0.00,0.00,0.00",
  ]);
});

test("golden: aged retainage", async () => {
  expect(await fileOf(retainageFile, { asOf: "2026-06-30" })).toEqual([
    "Customer,Customer number,Job,Job name,Invoice,Issued,Days,Age,Release expected,Expected,Held back (USD)",
  ]);
});

test("every event of the journal is in balance, and its receivable is the trial balance's", async () => {
  const rows = (await fileOf(journalFile, {})).slice(1).map((line) => line.split(","));
  const byEvent = new Map<string, number>();
  let receivable = 0;
  for (const row of rows) {
    const amount = Math.round(100 * (Number(row.at(-2)) - Number(row.at(-1))));
    byEvent.set(row[0] ?? "", (byEvent.get(row[0] ?? "") ?? 0) + amount);
    if (row.at(-4) === "1200") receivable += amount;
  }
  expect([...byEvent.values()].every((sum) => sum === 0)).toBe(true);
  expect(byEvent.size).toBeGreaterThan(4);
  const trial = await fileOf(trialBalanceFile, {});
  const said = trial.find((line) => line.startsWith("1200,"))?.split(",")[3];
  expect(Math.round(100 * Number(said))).toBe(receivable);
});

test.each(ROLES)("as %s: whoever reads reports and may export takes them home", async (role) => {
  for (const list of [chartFile, journalFile, retainageFile, taxFile, trialBalanceFile]) {
    const { status } = await answerList(await asMember(shop, role), list, {});
    expect(status).toBe(["owner", "admin", "bookkeeper", "viewer"].includes(role) ? 200 : 403);
  }
});
