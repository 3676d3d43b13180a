// Two people at one draft: what one of them changed follows, what both did is asked, and nothing is lost.
import { expect, test } from "vitest";
import { mergeEdits } from "../edits.ts";
import { day } from "../values/day.ts";
import { blankDraft, blankLine, type Draft } from "./draft.ts";
import { draftOf, tellField, textsOf } from "./draft-edits.ts";

const drawn: Draft = {
  ...blankDraft(day("2026-06-30"), "en-US"),
  customerId: "c",
  lines: [{ ...blankLine("item"), description: "Wall" }],
};

test("a draft is its texts", () => {
  for (const draft of [
    drawn,
    { ...drawn, customerId: null, issuedOn: null, dueOn: day("2026-07-01"), lines: [] },
  ])
    expect(draftOf(draft, textsOf(draft))).toEqual(draft);
});

test("what a page hangs on its lines is no change", () => {
  const keyed = { ...drawn, lines: drawn.lines.map((line) => ({ ...line, key: 7 })) };
  expect(textsOf(keyed)).toEqual(textsOf(drawn));
});

test("their PO number follows, and of two edits of the lines one is chosen", () => {
  const now = { ...drawn, poNumber: "PO-7", lines: [...drawn.lines, blankLine("subtotal")] };
  const typed = { ...drawn, terms: "net-0", lines: [] };
  const came = mergeEdits({ drawn: textsOf(drawn), now: textsOf(now), typed: textsOf(typed) });
  expect(came.followed.map(({ field }) => field)).toEqual(["poNumber"]);
  expect(
    came.clashes.map(({ field, theirs, mine }) => [
      field,
      tellField(field, theirs, "en-US"),
      tellField(field, mine, "en-US"),
    ]),
  ).toEqual([["lines", "2 lines: Wall", "no lines"]]);
  expect(draftOf(typed, came.texts)).toMatchObject({ poNumber: "PO-7", terms: "net-0", lines: [] });
});
