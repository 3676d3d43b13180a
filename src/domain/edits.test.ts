// Two people at one form: what follows by itself, what must be chosen, and that nothing typed is lost.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { changesBetween, mergeEdits } from "./edits.ts";

const drawn = { name: "Ann", phone: "1", memo: "" };

test("every changed field is one change", () => {
  expect(changesBetween(drawn, drawn)).toEqual([]);
  expect(changesBetween(drawn, { name: "Ann", phone: "2", memo: "Call" })).toEqual([
    { field: "phone", before: "1", after: "2" },
    { field: "memo", before: "", after: "Call" },
  ]);
});

describe("meanwhile", () => {
  test.each([
    ["nobody changed anything", {}, {}, [], [], drawn],
    ["only they did", { phone: "2" }, {}, [], ["phone"], { ...drawn, phone: "2" }],
    ["only I did", {}, { phone: "3" }, [], [], { ...drawn, phone: "3" }],
    ["both, to the same", { phone: "2" }, { phone: "2" }, [], [], { ...drawn, phone: "2" }],
    ["both, each their own", { phone: "2" }, { phone: "3" }, ["phone"], [], { ...drawn, phone: "3" }],
    ["both, other fields", { phone: "2" }, { memo: "x" }, [], ["phone"], { ...drawn, phone: "2", memo: "x" }],
    ["I emptied what they changed", { phone: "2" }, { phone: "" }, ["phone"], [], { ...drawn, phone: "" }],
  ])("%s", (_what, theirs, mine, clashes, followed, texts) => {
    const came = mergeEdits({ drawn, now: { ...drawn, ...theirs }, typed: { ...drawn, ...mine } });
    expect(came.clashes.map(({ field }) => field)).toEqual(clashes);
    expect(came.followed.map(({ field }) => field)).toEqual(followed);
    expect(came.texts).toEqual(texts);
  });

  const texts = fc.record({
    a: fc.constantFrom("", "x", "y"),
    b: fc.constantFrom("", "x", "y"),
    c: fc.constantFrom("", "x"),
  });
  test("nothing typed is lost, nothing of theirs unseen", () => {
    fc.assert(
      fc.property(texts, texts, texts, (was, now, typed) => {
        const came = mergeEdits({ drawn: was, now, typed });
        for (const { field, after } of changesBetween(was, typed)) expect(came.texts[field]).toBe(after);
        for (const { field } of changesBetween(was, now)) {
          const seen = [...came.clashes, ...came.followed].some((each) => each.field === field);
          expect(seen || typed[field] === now[field]).toBe(true);
        }
      }),
    );
  });
});
