// What a tab keeps of a form is found by who typed it, at its place, and by nobody else.
import { expect, test } from "vitest";
import { keptForm } from "./kept-form.ts";
import { withSessionStorage } from "./testing/session-storage.ts";

withSessionStorage();

const PLACE = ["payment", "hillside", "an-account"];
const of = (userId: string, place = PLACE) => keptForm<string>(userId, place);

test("whoever signs in next finds nothing of it, neither words nor key", () => {
  of("ann").keep("125.50");
  of("ann").key.keep("a-key");
  expect([of("bob").read(), of("bob").key.read()]).toEqual([null, null]);
  of("bob").keep("31");
  of("bob").forget();
  expect([of("ann").read(), of("ann").key.read()]).toEqual(["125.50", "a-key"]);
});

test("no two places are one, however their parts are named", () => {
  of("ann", ["payment", "hill", "side"]).keep("31");
  expect(of("ann", ["payment", "hill,side"]).read()).toBeNull();
  expect(of("ann", ["payment", "hill", "side", ""]).read()).toBeNull();
});
