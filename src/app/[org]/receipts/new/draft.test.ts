// A sale that the browser keeps is sent under one key until it is recorded or thrown away, also after a reload.
import { beforeEach, expect, test, vi } from "vitest";
import { BLANK, draftKey, keepDraft, keptDraft } from "./draft.ts";

beforeEach(() => {
  const kept = new Map<string, string>();
  vi.stubGlobal("sessionStorage", {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => kept.set(name, value),
    removeItem: (name: string) => kept.delete(name),
  });
  return () => vi.unstubAllGlobals();
});

const SALE = { ...BLANK, note: "Two bags" };

test("the key is kept beside the sale, of each business by itself", () => {
  keepDraft("hillside", SALE);
  draftKey("hillside").keep("a-key");
  keepDraft("hillside", { ...SALE, note: "Three bags" });
  expect([keptDraft("hillside")?.note, draftKey("hillside").read()]).toEqual(["Three bags", "a-key"]);
  expect([keptDraft("other"), draftKey("other").read()]).toEqual([null, null]);
});

test("it goes with the sale that is recorded or thrown away", () => {
  keepDraft("hillside", SALE);
  draftKey("hillside").keep("a-key");
  keepDraft("hillside", BLANK);
  expect([keptDraft("hillside"), draftKey("hillside").read()]).toEqual([null, null]);
  draftKey("hillside").keep("another");
  draftKey("hillside").keep(null);
  expect(draftKey("hillside").read()).toBeNull();
});
