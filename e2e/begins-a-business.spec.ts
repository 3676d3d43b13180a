// A business that has just begun is told its first steps: each leads to where it is done, ticks itself, and when all are
// done the strip is gone. Its settings have sections with addresses of their own.
import { expect, test, type Page } from "@playwright/test";
import { expectAccessible, expectNoSideways } from "./axe.ts";
import { freshBusiness } from "./books.ts";
import { consoleErrors, fillSignIn } from "./demo.ts";
import { expectTouchable } from "./touch.ts";

test.describe.configure({ timeout: 180_000 });

const steps = (page: Page) => page.getByRole("region", { name: /^First steps/ });

test("the first steps lead, tick themselves and go away @phone", async ({ page }, info) => {
  const heard = consoleErrors(page);
  const business = await freshBusiness("Begins & Co");
  await page.goto("/sign-in");
  await fillSignIn(page, business.email, business.password);
  await expect(steps(page)).toContainText("0 of 5 done");
  await expectAccessible(page);
  await expectNoSideways(page);
  if (info.project.name === "phone") await expectTouchable(page);
  const begin = async (words: string) => {
    await page.goto(`/${business.slug}/customers`);
    await steps(page).getByRole("link", { name: words, exact: true }).click();
  };

  await begin("Your address, for statements and receipts");
  await expect(page).toHaveURL(/\/settings$/);
  await page.getByLabel("Address").fill("1 Elm Street");
  await page.getByRole("form", { name: "Business details" }).getByRole("button", { name: "Save" }).click();
  await expect(page.getByText(/^Details saved/)).toBeVisible();

  await begin("Your tax, or that you take none");
  await expect(page).toHaveURL(/\/settings\/tax$/);
  await page.getByLabel("Rate, percent").fill("6");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText(/^Tax saved/)).toBeVisible();

  await begin("A product");
  await page.getByLabel("Name", { exact: true }).fill("Topsoil");
  await page.getByLabel(/^Sales price/).fill("42");
  await page.getByRole("button", { name: "Add product" }).click();
  await expect(page.getByText("Topsoil added")).toBeVisible();

  await begin("A customer");
  await page.getByLabel("Display name").fill("Greenleaf");
  await page.getByLabel("Billing address").fill("2 Elm Street");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Greenleaf" })).toBeVisible();

  await begin("Credit for a customer");
  await expect(page).toHaveURL(/\/customers\/[^/]+\/credit$/);
  await page.getByLabel("May charge to the account").check();
  await expect(page.getByLabel("Up to a limit")).toBeChecked();
  await page.getByLabel("Limit", { exact: true }).fill("500");
  await page.getByLabel("Reason").fill("Good references");
  await page.getByRole("button", { name: "Change credit terms" }).click();
  await expect(page.getByRole("cell", { name: "Good references" })).toBeVisible();

  await page.goto(`/${business.slug}/customers`);
  await expect(page.getByRole("link", { name: "Greenleaf" })).toBeVisible();
  await expect(steps(page)).toHaveCount(0);
  expect(heard).toEqual([]);
});

test("each section of the settings has its own address", async ({ page }) => {
  const business = await freshBusiness("Sections & Co");
  await page.goto("/sign-in");
  await fillSignIn(page, business.email, business.password);
  await expect(page).toHaveURL(new RegExp(`/${business.slug}`));
  await page.goto(`/${business.slug}/settings`);
  const sections = page.getByRole("navigation", { name: "Settings" });
  for (const [group, name, heading] of [
    ["Customers and sales", "Tax", "Tax"],
    ["Customers and sales", "Credit", "Returned payments"],
    ["Papers and mail", "Numbers", "Numbers"],
    ["Books", "Periods", "Posting periods"],
    ["Books", "Proof", "Proof of the books"],
    ["Business", "General", "Language and region"],
  ] as const) {
    const link = sections.getByRole("list", { name: group }).getByRole("link", { name });
    await link.click();
    await expect(page.getByRole("heading", { level: 2, name: heading, exact: true })).toBeVisible();
    await expect(link).toHaveAttribute("aria-current", "page");
    await expect(sections.locator("[aria-current]:visible")).toHaveCount(1);
    await expectAccessible(page);
  }
});

test("all sections of the settings are in sight beside them, on a small screen too", async ({ page }) => {
  const business = await freshBusiness("Beside & Co");
  await page.goto("/sign-in");
  await fillSignIn(page, business.email, business.password);
  await expect(page).toHaveURL(new RegExp(`/${business.slug}`));
  for (const [width, height] of [
    [1024, 600],
    [1440, 900],
  ] as const) {
    await page.setViewportSize({ width, height });
    await page.goto(`/${business.slug}/settings/webhooks`);
    const sections = page.getByRole("navigation", { name: "Settings" });
    // The one that one is on can be seen, and none of the others is cut at its side.
    await expect(sections.getByRole("link", { name: "Webhooks" })).toBeInViewport({ ratio: 1 });
    const cut = await sections.evaluate((list) =>
      [...list.querySelectorAll<HTMLElement>("a[href^='/']")]
        .filter((link) => link.checkVisibility() && link.scrollWidth > link.clientWidth)
        .map((link) => link.textContent),
    );
    expect(cut).toEqual([]);
    await expectNoSideways(page);
  }
});
