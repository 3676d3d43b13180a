// The notice of a draft whose tax is another by now: what it was, what it is, and nothing where it is the same.
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { Draft } from "@/domain/invoices/draft.ts";
import type { LineTaxes } from "@/domain/invoices/line-taxes.ts";
import { TaxChanged } from "./tax-changed.tsx";

const tax = (name: string, rate: string) => ({ name, agency: "Vermont", rate });
const [STATE, CITY] = [tax("State tax", "6"), tax("City tax", "1")];
type Before = Pick<Draft, "taxes" | "lineTaxes">;
const drawn = (before: Before | null, taxes: Draft["taxes"], choices: LineTaxes[] = []) =>
  renderToStaticMarkup(<TaxChanged before={before} now={{ taxes, choices }} locale="en-US" />);

test("another rate is said with both", () => {
  const said = drawn({ taxes: [STATE], lineTaxes: [] }, [tax("State tax", "7")]);
  expect(said).toContain("The tax has changed");
  expect(said).toContain("It was State tax 6% and is State tax 7%.");
});

test("a tax that is gone, and one that is new, are said", () => {
  expect(drawn({ taxes: [STATE], lineTaxes: [] }, [])).toContain("It was State tax 6% and is no tax.");
  expect(drawn({ taxes: [], lineTaxes: [] }, [STATE])).toContain("It was no tax and is State tax 6%.");
});

test("of a line’s own rate, too", () => {
  const before = { taxes: [STATE], lineTaxes: [{ name: "Food", taxes: [tax("Reduced", "2")] }] };
  const now = (rate: string) => [{ rateId: "food", name: "Food", taxes: [tax("Reduced", rate)] }];
  expect(drawn(before, [STATE], now("3"))).toContain("Reduced 3%");
  expect(drawn(before, [STATE], now("2"))).toBe("");
});

test("the same taxes in another order, and a draft of which nothing was reckoned, say nothing", () => {
  expect(drawn({ taxes: [STATE, CITY], lineTaxes: [] }, [CITY, STATE])).toBe("");
  expect(drawn(null, [STATE])).toBe("");
});
