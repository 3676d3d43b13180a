// Whether the walk over a shape finds ids wherever they can stand.
import { expect, test } from "vitest";
import { z } from "zod";
import { idPlaces, idsIn, unsaidIds, withValueAt } from "./input-ids.ts";

const ITEM = z.number().int().positive();

test.each([
  ["by format, whatever its name", z.strictObject({ whose: z.uuid() }), ["whose"]],
  ["a number by its name", z.strictObject({ itemId: ITEM, count: ITEM }), ["itemId"]],
  ["a text by its name", z.strictObject({ customer: z.string().max(100), name: z.string() }), ["customer"]],
  ["a list of ids", z.strictObject({ customerIds: z.array(z.uuid()).min(1) }), ["customerIds[]"]],
  [
    "in the objects of a list",
    z.strictObject({ applied: z.array(z.strictObject({ itemId: ITEM })) }),
    ["applied[].itemId"],
  ],
  [
    "optional, nullable, with a default, read-only",
    z.strictObject({ a: z.uuid().nullable().default(null), b: z.uuid().optional().readonly() }),
    ["a", "b"],
  ],
  [
    "in a choice",
    z.strictObject({ to: z.union([z.literal("all"), z.array(z.strictObject({ itemId: ITEM }))]) }),
    ["to[].itemId"],
  ],
  [
    "in a discriminated choice",
    z.discriminatedUnion("by", [z.strictObject({ by: z.literal("id"), jobId: z.string() })]),
    ["jobId"],
  ],
  ["before it is transformed", z.strictObject({ who: z.uuid().transform((id) => ({ id })) }), ["who"]],
  ["by a key of one's own choice", z.record(z.string(), z.uuid()), [".*"]],
  [
    "nowhere",
    z.strictObject({ cursor: z.string(), version: ITEM, valid: z.boolean(), paid: z.string() }),
    [],
  ],
])("%s", (_says, shape, places) => {
  expect(idPlaces(shape)).toEqual(places);
});

test("the values at those places, each with its way, and what looks like an id anywhere else", () => {
  const id = "00000000-0000-4000-8000-000000000001";
  const input = { applied: [{ itemId: 71 }, { itemId: 72, cents: 71 }], note: id, text: `${id} and more` };
  const places = ["applied[].itemId"];
  expect(idsIn(input, places)).toEqual([
    { way: ["applied", 0, "itemId"], value: 71 },
    { way: ["applied", 1, "itemId"], value: 72 },
  ]);
  expect(unsaidIds(input, places, [71])).toEqual(["applied[].cents", "note"]);
  const changed = withValueAt(input, ["applied", 1, "itemId"], 9);
  expect(changed).toEqual({ ...input, applied: [{ itemId: 71 }, { itemId: 9, cents: 71 }] });
});
