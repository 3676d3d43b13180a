// A signature as it is drawn, kept and drawn again: nothing but strokes of a pen, inside of its box and its bound.
import { expect, test } from "vitest";
import { cents } from "../values/money.ts";
import { DrawnSignature, SignatureAsked, SignaturePath } from "./signature-input.ts";
import { shownLines, wasShown } from "./shown-lines.ts";
import { LONGEST_PATH, STROKES, signaturePath, strokesOf } from "./signature.ts";

const area = { width: 500, height: 200 };

test("strokes become a path in the box, whatever they were drawn on", () => {
  const stroke = [
    { x: 10, y: 10 },
    { x: 10.2, y: 10.1 },
    { x: 250, y: 100.4 },
  ];
  expect(signaturePath([stroke], area)).toBe("M20 20L500 201");
  expect(signaturePath([stroke], { width: 1000, height: 400 })).toBe("M10 10L250 100");
  expect(signaturePath([stroke, [{ x: 300, y: 40 }]], area)).toBe("M20 20L500 201M600 80L600 80");
});

test("what lies outside of the area ends at its edge", () => {
  const path = signaturePath(
    [
      [
        { x: -20, y: -4 },
        { x: 9000, y: 9000 },
      ],
    ],
    area,
  );
  expect(path).toBe("M0 0L1000 400");
  expect(path).toMatch(STROKES);
});

test("a pen that hardly moved didn’t sign", () => {
  expect(signaturePath([], area)).toBeNull();
  expect(signaturePath([[{ x: 5, y: 5 }]], area)).toBeNull();
  expect(
    signaturePath(
      [
        [
          { x: 5, y: 5 },
          { x: 25, y: 5 },
        ],
      ],
      area,
    ),
  ).toBeNull();
});

test("a long one keeps its ends and its bound", () => {
  const stroke = Array.from({ length: 9000 }, (_, n) => ({ x: (n * 7) % 500, y: (n * 3) % 200 }));
  const path = signaturePath([stroke], area) ?? "";
  expect(path.length).toBeGreaterThan(LONGEST_PATH / 4);
  expect(path.length).toBeLessThanOrEqual(LONGEST_PATH);
  expect(path).toMatch(STROKES);
  const last = stroke.at(-1);
  expect(path.endsWith(`L${(last?.x ?? 0) * 2} ${(last?.y ?? 0) * 2}`)).toBe(true);
});

test.each([
  "",
  "M1 1",
  "M1 1L1001 5",
  "M1 1L5 401",
  "M1 1L-5 40",
  "M1 1L5 5Z",
  'M1 1L5 5"/><script>',
  "M1 1 L5 5",
  "m1 1l5 5",
  "M1 1L5 5\n",
  "M1,1L5,5",
])("%j is no signature", (path) => {
  expect(DrawnSignature.safeParse({ path, name: "" }).success).toBe(false);
});

test("who signs is one line", () => {
  expect(DrawnSignature.parse({ path: "M1 1L5 5", name: " Ann Lee " }).name).toBe("Ann Lee");
  expect(DrawnSignature.safeParse({ path: "M1 1L5 5", name: "Ann\nM1 1L5 5" }).success).toBe(false);
  expect(DrawnSignature.safeParse({ path: "M1 1L5 5", name: "x".repeat(101) }).success).toBe(false);
});

test("a path is its strokes again", () => {
  expect(strokesOf("M20 20L500 201M600 80L600 80")).toEqual([
    [
      { x: 20, y: 20 },
      { x: 500, y: 201 },
    ],
    [
      { x: 600, y: 80 },
      { x: 600, y: 80 },
    ],
  ]);
});

test.each(["X", "L0 12X", "M0 12", "L0 401"])(
  "a path as long as there may be, with %s at its end, is refused at once",
  (end) => {
    // Read in two ways, each point would take twice as long, and the test would never end.
    const points = "L0 12".repeat(3190);
    expect(SignaturePath.safeParse(`M0 12${points}${end}`).success).toBe(false);
    expect(STROKES.test(`M0 12${points}`)).toBe(true);
  },
);

const sold = (description: string, total: number) => ({
  description,
  quantity: "1",
  unit: "",
  totalCents: cents(total),
});

test("a phone is shown fifty lines and what the rest comes to; other lines were never shown", () => {
  const many = Array.from({ length: 80 }, (_, n) => sold(`Bolt ${n}`, 1_00));
  const shown = shownLines(many);
  expect(shown).toHaveLength(51);
  expect(shown.at(-1)).toMatchObject({ description: "… + 30", totalCents: 30_00 });
  expect(wasShown([...shown, sold("Sales tax 8 %", 6_40)], many)).toBe(true);
  expect(wasShown(shown, many.slice(1))).toBe(false);
  expect(wasShown(shownLines([sold("Mulch", 5_00)]), [sold("Gravel", 5_00)])).toBe(false);
  expect(wasShown(shownLines([sold("Mulch", 5_00)]), [sold("Mulch", 6_00)])).toBe(false);
  expect(shownLines([sold("x".repeat(500), 1)])[0]?.description).toHaveLength(120);
});

test.each([
  ["a blank", `${"x".repeat(119)} and more`],
  ["half a letter", `${"x".repeat(119)}🪵 and more`],
])("a long one that is cut before %s is what comes back from the phone", (_, description) => {
  const shown = shownLines([sold(description, 1)]);
  const lines = shown.map((line) => ({ ...line, unit: "" }));
  const back = SignatureAsked.parse({
    accountId: "0197b3c0-0000-7000-8000-000000000000",
    amountCents: 1,
    lines,
  });
  expect(JSON.stringify(back.lines).isWellFormed()).toBe(true);
  expect(wasShown(back.lines, [sold(description, 1)])).toBe(true);
});
