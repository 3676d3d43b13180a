// A sale that the browser keeps belongs to its customer, and is sent under one key until it is recorded or thrown away,
// also after a reload.
import { expect, test } from "vitest";
import { BLANK, draftKey, keepDraft, keptSales, openWith, shelfOf, type Draft } from "./draft.ts";
import { withSessionStorage } from "@/ui/testing/session-storage.ts";

withSessionStorage();

const SALE: Draft = { ...BLANK, note: "Two bags" };
const of = (customerId: string | null, note = "Two bags"): Draft => ({ ...BLANK, customerId, note });
const MINE = shelfOf("hillside", "ann");
const notes = (shelf = MINE) => keptSales(shelf).map((sale) => sale.draft.note);

test("the key is kept beside its sale, of each business and person by itself", () => {
  keepDraft(MINE, "one", SALE);
  draftKey(MINE, "one").keep("a-key");
  keepDraft(MINE, "two", { ...SALE, note: "Four bags" });
  keepDraft(MINE, "one", { ...SALE, note: "Three bags" });
  expect(notes()).toEqual(["Four bags", "Three bags"]);
  expect(draftKey(MINE, "one").read()).toBe("a-key");
  expect(draftKey(MINE, "two").read()).toBeNull();
  for (const others of [shelfOf("other", "ann"), shelfOf("hillside", "bob")])
    expect([draftKey(others, "one").read(), notes(others)]).toEqual([null, []]);
});

test("it goes with the sale that is recorded or thrown away", () => {
  keepDraft(MINE, "one", SALE);
  draftKey(MINE, "one").keep("a-key");
  keepDraft(MINE, "one", of("a customer and nothing else", ""));
  expect([notes(), draftKey(MINE, "one").read()]).toEqual([[], null]);
  draftKey(MINE, "one").keep("another");
  expect(draftKey(MINE, "one").read()).toBeNull();
});

test("no more are kept than a counter can have: the oldest goes", () => {
  for (let at = 1; at <= 12; at++) keepDraft(MINE, `${at}`, of(null, `${at}`));
  expect(notes()).toEqual(["5", "6", "7", "8", "9", "10", "11", "12"]);
});

const kept = (id: string, customerId: string | null) => ({ id, draft: of(customerId), key: null });
const [ANN, BOB, WALK_IN] = [kept("1", "ann"), kept("2", "bob"), kept("3", null)];

test.each([
  ["nothing waits", [], "bob", null, null],
  ["their own goes on", [BOB, ANN], "bob", "2", null],
  ["another's is asked about, and is never theirs", [ANN], "bob", null, "1"],
  ["somebody's without an account is asked about, too", [WALK_IN], "bob", null, "3"],
  ["opened for nobody, the latest goes on, under its own name", [BOB, ANN], null, "1", null],
])("%s", (_what, sales, customerId, sale, waiting) => {
  const opening = openWith(sales, customerId);
  expect([opening.sale?.id ?? null, opening.waiting?.id ?? null]).toEqual([sale, waiting]);
});
