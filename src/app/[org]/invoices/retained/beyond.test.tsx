// What a screen of held lines says of those that it doesn't show.
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { cents } from "@/domain/values/money.ts";
import { Beyond } from "./beyond.tsx";

const said = (beyond: { lines: number; held: number } | null) =>
  renderToStaticMarkup(
    <Beyond
      beyond={beyond && { lines: beyond.lines, heldCents: cents(beyond.held) }}
      shown={1000}
      currency="USD"
      locale="en-US"
    />,
  ).replace(/<[^>]*>/g, " ");

test("how many lines are left out, and their sum", () => {
  const words = said({ lines: 1240, held: 12_345_67 });
  expect(words).toContain("The first 1,000 lines stand below");
  expect(words).toContain("1,240 more lines with 12,345.67 USD held back are left out");
  expect(said({ lines: 1, held: 5_00 })).toContain("1 more line with 5.00 USD held back is left out");
});

test("nothing where all of them are there", () => {
  expect(said(null)).toBe("");
});
