// The list of credit memos: each once, in its order, found by number and customer, and what of each is open still.
import { afterAll, beforeAll, expect, test } from "vitest";
import { closePool } from "@/db/client.ts";
import { day } from "@/domain/values/day.ts";
import { reverseEvent } from "../corrections/reversals.ts";
import { freshBusiness, type Account } from "../story/ledger-dsl.ts";
import { byLines, credited, line } from "../testing/credits.ts";
import { desk } from "../testing/desk.ts";
import { issued, item } from "../testing/drafts.ts";
import { listCreditMemos } from "./credit-memo-list.ts";

type Query = Parameters<typeof listCreditMemos>[1];

let business: Awaited<ReturnType<typeof freshBusiness>>;
let greenleaf: Account;
beforeAll(async () => {
  business = await freshBusiness({ startOn: "2026-01-01" });
  greenleaf = await business.customer("Greenleaf").write();
  const hillside = await business.customer("Hillside").write();
  const { invoiceId } = await issued(business, {
    customerId: greenleaf.customerId,
    lines: [item("4", "25")],
  });
  await credited(business, { invoiceId, choice: byLines(line(1, "1")) });
  await desk(business, hillside).memo(40_00, "2026-06-18");
  const gone = await desk(business, greenleaf).memo(5_00, "2026-06-25");
  await business.change((books) =>
    reverseEvent(books, { eventId: gone.eventId, on: day("2026-06-25"), reason: "Twice" }),
  );
});
afterAll(closePool);

const numbers = async (query: Query = {}, size?: number) =>
  (await business.read((books) => listCreditMemos(books, query, size))).rows.map((row) => row.number);

test("the latest first, or the largest; each page goes on where the last one ended", async () => {
  expect(await numbers()).toEqual(["CM-00003", "CM-00001", "CM-00002"]);
  expect(await numbers({ sort: "total" })).toEqual(["CM-00002", "CM-00001", "CM-00003"]);
  const { rows, next } = await business.read((books) => listCreditMemos(books, {}, 2));
  expect(rows).toHaveLength(2);
  expect(await numbers({ cursor: next ?? "" }, 2)).toEqual(["CM-00002"]);
});

test("found by number, customer, day and what is open of it", async () => {
  expect(await numbers({ search: "cm-00001" })).toEqual(["CM-00001"]);
  expect(await numbers({ search: "2" })).toEqual(["CM-00002"]);
  expect(await numbers({ search: "green" })).toEqual(["CM-00003", "CM-00001"]);
  expect(await numbers({ customerId: greenleaf.customerId, throughOn: day("2026-06-20") })).toEqual([
    "CM-00001",
  ]);
  expect(await numbers({ open: "yes" })).toEqual(["CM-00002"]);
});

test("each says what it credits, and what became of it", async () => {
  const { rows } = await business.read((books) => listCreditMemos(books, {}));
  expect(rows).toMatchObject([
    { number: "CM-00003", invoiceNumber: null, isReversed: true, openCents: 0 },
    { number: "CM-00001", invoiceNumber: "INV-00001", totalCents: 25_00, appliedCents: 25_00, openCents: 0 },
    { number: "CM-00002", customerName: "Hillside", openCents: 40_00, isReversed: false },
  ]);
});
