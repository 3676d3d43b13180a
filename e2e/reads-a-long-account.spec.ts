// A contractor owes 184 invoices: the history is near, what is asked for is found, and the button that records a
// payment is in reach whatever is scrolled to; a statement of all of them comes a page at a time.
import { writeFile } from "node:fs/promises";
import { expect, test, type Locator, type Page } from "@playwright/test";
import { books, freshBusiness } from "./books.ts";
import { consoleErrors, fillSignIn } from "./demo.ts";

test.describe.configure({ timeout: 240_000 });
test.use({ actionTimeout: 20_000 });

const HEAD = "customerID,invoiceNumber,InvoiceDate,DueDate,InvoiceAmount,SettledDate\n";
const OWED = Array.from({ length: 184 }, (_, n) => {
  const on = `2026-${String(Math.floor(n / 27) + 1).padStart(2, "0")}-${String((n % 27) + 1).padStart(2, "0")}`;
  return `Busy,BB-${1000 + n},${on},${on},${n + 1}.00,\n`;
});

/** It lies in the window, and nothing covers it. */
async function expectInReach(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeInViewport({ ratio: 1 });
  await target.click({ trial: true });
}

test("a long account is read and paid", async ({ page }, info) => {
  const heard = consoleErrors(page);
  const business = await freshBusiness("Long & Co");
  const file = info.outputPath("owed.csv");
  await writeFile(file, HEAD + OWED.join(""));
  await books("import", "receivables", file, "--org", business.slug, "--history");
  await page.goto("/sign-in");
  await fillSignIn(page, business.email, business.password);
  await page.getByRole("link", { name: "Busy" }).click();
  const unpaid = page.getByRole("region", { name: "Unpaid invoices" });

  await test.step("ten invoices stand above the history, and all are one click away", async () => {
    await expect(unpaid.locator("tbody tr")).toHaveCount(10);
    await expect(unpaid.locator("tfoot")).toContainText("Total of all 184 invoices");
    await expect(unpaid.locator("tfoot")).toContainText("17,020.00");
    await unpaid.getByRole("link", { name: "Show all 184" }).click();
    await expect(unpaid.locator("tbody tr")).toHaveCount(100);
    await unpaid.getByRole("link", { name: "More" }).click();
    await expect(unpaid.locator("tbody tr")).toHaveCount(84);
    await unpaid.getByRole("link", { name: "First" }).click();
    await unpaid.getByRole("link", { name: "Only the first 10" }).click();
    await expect(unpaid.locator("tbody tr")).toHaveCount(10);
  });

  await test.step("a statement comes a page at a time, each in itself a sum", async () => {
    await page.getByRole("link", { name: "Statement", exact: true }).click();
    const items = page.getByRole("table", { name: "Unpaid invoices" });
    await expect(items.locator("tbody tr")).toHaveCount(50);
    await expect(items.locator("tfoot")).toContainText("17,020.00");
    await page
      .getByRole("navigation", { name: "Pages of the unpaid invoices" })
      .getByRole("link", { name: "More" })
      .click();
    await expect(page).toHaveURL(/items=2/);
    await expect(items.locator("tbody tr")).toHaveCount(50);
    await page.goBack();
    await page.goBack();
  });

  for (const width of [1440, 390]) {
    await test.step(`at ${width} px the button is in reach, wherever the page is scrolled to`, async () => {
      await page.setViewportSize({ width, height: 844 });
      await page.getByRole("link", { name: "Take payment" }).click();
      await page.getByLabel("Amount, USD").fill("100");
      const record = page.getByRole("button", { name: "Record payment" }).filter({ visible: true });
      await expectInReach(page, record);
      await page.getByRole("button", { name: /^Show all/ }).click();
      await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight / 2));
      await expectInReach(page, record);
      await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
      await expectInReach(page, record);
      await page.evaluate(() => window.scrollTo(0, 0));
      await page.getByRole("searchbox", { name: "Find an open invoice" }).fill("BB-1150");
      await expect(page.getByRole("row", { name: /BB-1\d\d\d/ })).toHaveCount(1);
      await page.goBack();
    });
  }
  expect(heard).toEqual([]);
});
