// What a bounce moves: a few invoices are named, and of many the rest is counted and added up.
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { cents } from "@/domain/values/money.ts";
import { WhatMoves } from "./what-moves.tsx";

type Preview = Parameters<typeof WhatMoves>[0]["preview"];

/** 1.00, 2.00, 3.00 and so on, owed again. */
function drawn(count: number): string[] {
  const owedAgain = Array.from({ length: count }, (_, at) => ({
    eventId: at + 1,
    name: `INV-${at + 1}`,
    amountCents: cents((at + 1) * 100),
  }));
  const preview = { owedAgain, openAgain: [], account: { currency: "USD" } } as unknown as Preview;
  const html = renderToStaticMarkup(<WhatMoves preview={preview} locale="en-US" />);
  return [...html.matchAll(/<li[^>]*>(.*?)<\/li>/g)].map(([, row]) =>
    (row ?? "")
      .replace(/<[^>]+>/g, " ")
      .replace(/\s+/g, " ")
      .trim(),
  );
}

test("nine are all named", () => {
  const rows = drawn(9);
  expect(rows).toHaveLength(9);
  expect(rows.at(-1)).toBe("INV-9 9.00 owed again");
});

test("of more, eight are named and the others counted, with what they come to", () => {
  const rows = drawn(12);
  expect(rows).toHaveLength(9);
  expect(rows.at(-2)).toBe("INV-8 8.00 owed again");
  expect(rows.at(-1)).toBe("and 4 more 42.00 owed again");
});
