// A check comes in: a wrong amount is said, two invoices are settled, the rest stays open credit and is applied later
// and un-applied; two clicks are one payment; and an account that changed meanwhile loses nobody's typing.
import { writeFile } from "node:fs/promises";
import { expect, test, type Page } from "@playwright/test";
import { expectAccessible, expectNoSideways } from "./axe.ts";
import { books, freshBusiness } from "./books.ts";
import { consoleErrors, fillSignIn } from "./demo.ts";

test.describe.configure({ timeout: 180_000 });

const INVOICES = [
  ["A-1", "2026-01-05", "2026-02-04", "500.00"],
  ["A-2", "2026-02-05", "2026-03-07", "730.50"],
  ["A-3", "2026-03-05", "2026-04-04", "620.40"],
];

/** A business whose one customer owes three invoices, 1,850.90 in all, and its owner signed in. */
async function open(page: Page, file: string): Promise<string> {
  const business = await freshBusiness("Till & Co");
  const head = "customerID,invoiceNumber,InvoiceDate,DueDate,InvoiceAmount,SettledDate\n";
  const rows = INVOICES.map((cells) => `Greenleaf,${cells.join(",")},\n`);
  await writeFile(file, head + rows.join(""));
  await books("import", "receivables", file, "--org", business.slug, "--history");
  await page.goto("/sign-in");
  await fillSignIn(page, business.email, business.password);
  await expect(page).toHaveURL(new RegExp(`/${business.slug}`));
  return business.slug;
}

async function pick(page: Page, slug: string) {
  await page.goto(`/${slug}/payments/new`);
  await page.getByRole("combobox", { name: "Customer" }).fill("greenl");
  await expect(page.getByRole("option", { name: /Greenleaf/ })).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(page.getByLabel("Amount for A-1")).toBeVisible();
}

const line = (page: Page, name: string) =>
  page
    .getByRole("complementary", { name: "What will happen" })
    .getByText(name, { exact: true })
    .locator("..");

test("a payment is taken at the keyboard, its rest applied later and un-applied", async ({ page }, info) => {
  const heard = consoleErrors(page);
  const slug = await open(page, info.outputPath("owed.csv"));

  await test.step("nothing there yet says what comes next", async () => {
    await page.goto(`/${slug}/payments`);
    await expect(page.getByText("No payments yet")).toBeVisible();
    await expectAccessible(page);
  });

  await test.step("what is wrong is said where it is wrong, and what was typed stays", async () => {
    await pick(page, slug);
    const amount = page.getByLabel("Amount, USD");
    await expect(amount).toBeFocused();
    await page.keyboard.type("1,500.005");
    await page.keyboard.press("Control+Enter");
    await expect(page.getByText("USD has at most 2 decimals.")).toBeVisible();
    await expect(amount).toHaveValue("1,500.005");
    await expect(amount).toBeFocused();
    await expectAccessible(page);
    await amount.fill("1500");
    // The oldest first, as one types, and changeable.
    await expect(page.getByLabel("Amount for A-1")).toHaveValue("500.00");
    await expect(page.getByLabel("Amount for A-3")).toHaveValue("269.50");
    await page.getByLabel("Amount for A-1").fill("500.01");
    await expect(page.getByText("Only 500.00 is left to pay.")).toBeVisible();
    await page.keyboard.press("Control+Enter");
    await expect(page.getByLabel("Amount for A-1")).toBeFocused();
    await expectAccessible(page);
    await page.getByRole("button", { name: "Clear" }).click();
  });

  await test.step("Enter goes from box to box; the effect is shown; two clicks are one payment", async () => {
    await page.getByLabel("Amount, USD").focus();
    for (const next of ["Received on", "Method", "Check number"]) {
      await page.keyboard.press("Enter");
      await expect(page.getByLabel(next)).toBeFocused();
    }
    await page.keyboard.type("4471");
    await page.getByRole("button", { name: "Apply to A-1" }).click();
    await page.getByRole("button", { name: "Apply to A-2" }).click();
    await expect(page.getByLabel("Amount for A-2")).toHaveValue("730.50");
    await expect(line(page, "To open credit")).toContainText("269.50");
    await expect(line(page, "Account balance")).toContainText("1,850.90 → becomes 620.40");
    await expect(line(page, "Open credit")).toContainText("0.00 → becomes 269.50");
    await expectAccessible(page);
    await page.getByRole("button", { name: "Record payment" }).dblclick();
    await expect(page.getByText(/^Payment P-\d+ recorded$/)).toBeVisible();
    await expect(page.getByText("Applied to 2 invoices; 269.50 is open credit.")).toBeVisible();
    await expectAccessible(page);
  });

  await test.step("a picture of the check is kept with it", async () => {
    const check = info.outputPath("Check 4471.pdf");
    await writeFile(check, "%PDF-1.7 check");
    await page.locator("input[type=file]").setInputFiles(check);
    await expect(page.getByRole("link", { name: "Check 4471.pdf" })).toBeVisible();
    await expectAccessible(page);
  });

  await test.step("the list has it once, and finds it by its reference", async () => {
    await page.goto(`/${slug}/payments`);
    await expect(page.getByRole("rowheader", { name: /^P-/ })).toHaveCount(1);
    await page.getByRole("textbox", { name: "Find a payment" }).fill("4471");
    await page.keyboard.press("Enter");
    await expect(page.getByText("Payments matching “4471”")).toBeVisible();
    await expectAccessible(page);
    await page.getByRole("link", { name: /^P-/ }).click();
    await expect(page.getByRole("heading", { name: /^Payment P-/ })).toBeVisible();
    await expect(page.getByRole("link", { name: "Check 4471.pdf" })).toBeVisible();
  });

  await test.step("the rest is applied, and an application is un-applied after its effect was shown", async () => {
    await expect(page.getByRole("link", { name: "A-2" })).toBeVisible();
    await expectAccessible(page);
    await page.getByRole("button", { name: "Apply to A-3" }).click();
    await page.getByRole("button", { name: "Apply 269.50" }).click();
    await expect(page.getByText("269.50 of open credit applied")).toBeVisible();
    await expect(page.getByRole("rowheader", { name: "A-3" })).toBeVisible();
    await expect(page.locator("#apply")).toHaveCount(0);
    await page.getByRole("button", { name: "Un-apply from A-1" }).click();
    const dialog = page.getByRole("dialog");
    await expect(dialog).toContainText("Account balance350.90 → becomes 850.90");
    await expectAccessible(page);
    await dialog.getByRole("button", { name: "Un-apply" }).click();
    await expect(page.getByText("500.00 un-applied from A-1")).toBeVisible();
    await expect(page.locator("#apply")).toContainText("500.00 USD can be applied");
    await expectAccessible(page);
  });
  expect(heard).toEqual([]);
});

test("somebody else was quicker: it is said by the row, and the typing stays", async ({
  page,
  context,
}, info) => {
  const slug = await open(page, info.outputPath("owed.csv"));
  await pick(page, slug);
  await page.getByLabel("Amount, USD").fill("600");
  await page.getByLabel("Amount for A-1").fill("400");

  const other = await context.newPage();
  await pick(other, slug);
  await other.getByLabel("Amount, USD").fill("300");
  await expect(other.getByLabel("Amount for A-1")).toHaveValue("300.00");
  await other.getByRole("button", { name: "Record payment" }).click();
  await expect(other.getByText(/recorded$/)).toBeVisible();

  await page.getByRole("button", { name: "Record payment" }).click();
  await expect(page.getByText("This account changed while you were typing")).toBeVisible();
  await expect(page.getByText("That is more than is left to pay.")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "See what changed" }).click();
  await expect(page.getByText("was 500.00")).toBeVisible();
  await expect(page.getByText("Only 200.00 is left to pay.")).toBeVisible();
  await expect(page.getByLabel("Amount for A-1")).toHaveValue("400");
  await expect(page.getByLabel("Amount, USD")).toHaveValue("600");
  await page.getByRole("button", { name: "Apply to A-1" }).click();
  await page.getByRole("button", { name: "Record payment" }).click();
  await expect(page.getByText("Applied to 2 invoices; 300.00 is open credit.")).toBeVisible();
});

test("the same from a phone @phone", async ({ page }, info) => {
  const heard = consoleErrors(page);
  const slug = await open(page, info.outputPath("owed.csv"));
  await pick(page, slug);
  await expectNoSideways(page);
  await page.getByLabel("Amount, USD").fill("600");
  await expect(page.getByLabel("Amount for A-2")).toHaveValue("100.00");
  await expectAccessible(page);
  await expectNoSideways(page);
  await page.getByRole("button", { name: "Record payment" }).click();
  await expect(page.getByText("Applied to 2 invoices; nothing is left over.")).toBeVisible();
  await expectNoSideways(page);
  await page.getByRole("link", { name: "See the payment" }).click();
  await page.getByRole("button", { name: "Un-apply from A-1" }).click();
  await expectAccessible(page);
  await page.getByRole("dialog").getByRole("button", { name: "Un-apply" }).click();
  await expect(page.locator("#apply")).toContainText("500.00 USD can be applied");
  await expectAccessible(page);
  await expectNoSideways(page);
  await page.goto(`/${slug}/payments`);
  await expectAccessible(page);
  await expectNoSideways(page);
  expect(heard).toEqual([]);
});
