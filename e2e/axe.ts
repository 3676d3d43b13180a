// What a machine can tell about whether everybody can use a page (WCAG 2.2 AA).
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AxeResults, RunOptions } from "axe-core";
import { expect, type Page } from "@playwright/test";

const RULES: RunOptions = {
  runOnly: { type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
  resultTypes: ["violations"],
};

// Into each document once: with @axe-core/playwright it goes in twice at each look, which took two thirds of its time.
const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
type WithAxe = Window & { axe?: { run(on: Document, options: RunOptions): Promise<AxeResults> } };

export async function expectAccessible(page: Page): Promise<void> {
  // The page itself, not the skeleton that stands in for it while it comes.
  await expect(page).toHaveTitle(/./);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(AXE);
  const told = await page.evaluate(async (rules) => {
    const { violations } = (await (window as WithAxe).axe?.run(document, rules)) ?? { violations: null };
    return violations?.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
  }, RULES);
  expect.soft(told, page.url()).toEqual([]);
}

/** Nothing that matters scrolls sideways. */
export async function expectNoSideways(page: Page): Promise<void> {
  const [wide, room] = await page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth]);
  expect.soft(wide, page.url()).toBeLessThanOrEqual(room ?? 0);
}
