// How a colour stands out on white: by the ratios that WCAG's own formula gives.
import { expect, test } from "vitest";
import { ENOUGH_CONTRAST, colourOf, contrastOnWhite, contrastText, darkened } from "./contrast.ts";

test.each([
  ["#ffffff", 1],
  ["#000000", 21],
  ["#767676", 4.54],
  ["#777777", 4.48],
  ["#1f5f4a", 7.52],
  ["#ff0000", 4],
])("%s stands out by %d to 1", (colour, ratio) => {
  expect(contrastOnWhite(colour)).toBeCloseTo(ratio, 1);
});

test("what is cut never reads as enough", () => {
  expect(contrastText("#777777")).toBe("4.4 : 1");
  expect(contrastText("#ffffff")).toBe("1.0 : 1");
});

test.each(["#ffd400", "#ff0000", "#777777", "#ffffff", "#00ffff"])("%s is darkened just enough", (colour) => {
  const shade = darkened(colour);
  expect(contrastOnWhite(shade)).toBeGreaterThanOrEqual(ENOUGH_CONTRAST);
  expect(contrastOnWhite(shade)).toBeLessThan(5);
});

test("what stands out enough stays, and a colour is six digits", () => {
  expect(darkened("#1f5f4a")).toBe("#1f5f4a");
  expect(colourOf(" 1F5F4A ")).toBe("#1f5f4a");
  for (const typed of ["", "#fff", "green", "#1f5f4a80"]) expect(colourOf(typed)).toBeNull();
});
