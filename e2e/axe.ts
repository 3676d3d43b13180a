// What a machine can tell about whether everybody can use a page (WCAG 2.2 AA).
import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

export async function expectAccessible(page: Page): Promise<void> {
  // The page itself, not the skeleton that stands in for it while it comes.
  await expect(page).toHaveTitle(/./);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  // Legacy: in the page itself. Otherwise each look opens a second page to sum up frames, which ours don't have,
  // and takes twice as long.
  const { violations } = await new AxeBuilder({ page }).withTags(RULES).setLegacyMode(true).analyze();
  const told = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
  expect.soft(told, page.url()).toEqual([]);
}

/** Nothing that matters scrolls sideways. */
export async function expectNoSideways(page: Page): Promise<void> {
  const [wide, room] = await page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth]);
  expect.soft(wide, page.url()).toBeLessThanOrEqual(room ?? 0);
}
