// What the audit log calls things: its own words, or plain ones made of a procedure's name.
import { expect, test } from "vitest";
import { aboutOf, factsOf } from "./audit-facts.ts";
import { AUDIT_KINDS, actionWords } from "./audit-words.ts";

test.each([
  ["payments.record", "Recorded a payment"],
  ["people.changeRole", "Changed somebody’s role"],
  ["statements.draw", "Drew a statement’s PDF"],
  ["link.pay", "Began to pay online, by a link"],
  ["taxes.addRate", "Taxes: rate added"],
  ["mailServer.change", "Mail server: changed"],
  ["export.credit-memos", "Took home a file: credit memos"],
  ["neverHeard.ofIt", "Never heard: it of"],
  ["ledger", "Told the demo’s story, by the operator"],
  ["unheardOf", "Unheard of"],
])("%s is told as %j", (action, words) => {
  expect(actionWords(action)).toBe(words);
});

test("each noun is of one kind", () => {
  const nouns = Object.values(AUDIT_KINDS).flatMap((kind) => [...kind.nouns]);
  expect(nouns).toEqual([...new Set(nouns)]);
});

const money = (cents: number) => `$${cents / 100}`;

test("an entry's fields stand by themselves, as they were and as they were sent", () => {
  const before = JSON.stringify({ role: "clerk", limits: { refund: 10_000, override: null } });
  const input = JSON.stringify({
    userId: "u-1",
    role: "admin",
    limits: { refund: 5_000 },
    lines: [{ paid: true }],
  });
  expect(factsOf({ input, before }, money).facts).toEqual([
    { field: "User", before: null, after: "u-1", changed: false },
    { field: "Role", before: "clerk", after: "admin", changed: true },
    { field: "Limits, refund", before: "$100", after: "$50", changed: true },
    { field: "Lines, 1, paid", before: null, after: "Yes", changed: false },
  ]);
});

test("an entry with thousands of fields shows the first ones and says how many are left", () => {
  const input = JSON.stringify(Object.fromEntries(Array.from({ length: 1000 }, (_, at) => [`f${at}`, at])));
  const { facts, left } = factsOf({ input, before: null }, money);
  expect([facts.length, left]).toEqual([200, 800]);
});

test("what is no JSON is told as it stands, and a list names what an entry was about", () => {
  expect(factsOf({ input: "{broken", before: null }, money).facts[0]).toMatchObject({ after: "{broken" });
  expect(aboutOf(JSON.stringify({ name: "Greenleaf", note: "x", number: "C-1" }))).toBe("Greenleaf · C-1");
  expect([aboutOf("null"), aboutOf("{}")]).toEqual(["", ""]);
});
