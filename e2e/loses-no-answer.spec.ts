// What is entered is never charged to somebody else and never recorded twice: answers that get lost are looked up, a sale
// that isn't finished stays its customer's, and a refused charge says what can be done.
import { writeFile } from "node:fs/promises";
import { expect, test, type Page } from "@playwright/test";
import { expectAccessible, expectNoSideways } from "./axe.ts";
import { books, freshBusiness } from "./books.ts";
import { fillSignIn } from "./demo.ts";
import { tell } from "./doors.ts";

test.describe.configure({ timeout: 180_000 });

type Shop = { slug: string; ann: string; bob: string };

/** A shop with two customers, Ann's two invoices and one product. */
async function open(page: Page, file: string): Promise<Shop> {
  const { slug, email, password } = await freshBusiness("Till & Co");
  await page.goto("/sign-in");
  await fillSignIn(page, email, password);
  await expect(page).toHaveURL(new RegExp(`/${slug}`));
  const head = "customerID,invoiceNumber,InvoiceDate,DueDate,InvoiceAmount,SettledDate\n";
  await writeFile(
    file,
    `${head}Ann,A-1,2026-01-05,2026-02-04,500.00,\nAnn,A-2,2026-02-05,2026-03-07,730.50,\n`,
  );
  await books("import", "receivables", file, "--org", slug, "--history");
  await tell(page, slug, "products.create", { name: "Cedar mulch", sku: "MUL-1", price: "38.50" });
  const { customerId: bob } = await tell<{ customerId: string }>(page, slug, "customers.create", {
    name: "Bob",
  });
  await page.goto(`/${slug}/customers`);
  await page.getByRole("link", { name: "Ann", exact: true }).click();
  await expect(page).toHaveURL(/customers\/[^/]+$/);
  return { slug, ann: page.url().split("/").at(-1) ?? "", bob };
}

async function enterPayment(page: Page, { slug, ann }: Shop) {
  await page.goto(`/${slug}/payments/new?customer=${ann}`);
  await page.getByLabel("Amount, USD").fill("600");
  await page.getByLabel("Check number").fill("4471");
}

const record = (page: Page) => page.getByRole("button", { name: "Record payment" }).click();

async function expectOnePayment(page: Page, slug: string) {
  await page.goto(`/${slug}/payments`);
  await expect(page.getByRole("rowheader", { name: /^P-/ })).toHaveCount(1);
}

test("the answer to a payment gets lost, and what was recorded counts as recorded", async ({
  page,
}, info) => {
  const shop = await open(page, info.outputPath("owed.csv"));
  await enterPayment(page, shop);
  await page.route("**/payments.record*", async (route) => {
    await route.fetch();
    await route.abort("connectionreset");
  });
  await record(page);
  await expect(page.getByText(/^P-00001 was recorded\. Its answer got lost/)).toBeVisible();
  await expect(page.getByText(/^Payment P-00001 recorded$/)).toBeVisible();
  await expectOnePayment(page, shop.slug);
});

test("nobody can be asked: it is said to be unknown, and sending again records it once", async ({
  page,
}, info) => {
  const shop = await open(page, info.outputPath("owed.csv"));
  await enterPayment(page, shop);
  await page.route("**/payments.record*", async (route) => {
    await route.fetch();
    await route.abort("connectionreset");
  });
  await page.route("**/commands.outcome*", (route) => route.abort("connectionrefused"));
  await record(page);
  await expect(page.getByText(/we don't know whether this was recorded/)).toBeVisible({ timeout: 20_000 });
  await expect(page.getByLabel("Amount, USD")).toHaveValue("600");
  await expectAccessible(page);
  // The page is left, and the same is entered once more.
  await page.unrouteAll({ behavior: "wait" });
  await enterPayment(page, shop);
  await record(page);
  await expect(page.getByText(/What you sent before was recorded as P-00001/)).toBeVisible();
  await expectOnePayment(page, shop.slug);
});

test("a sale that isn’t finished stays its customer’s", async ({ page }, info) => {
  const { slug, ann, bob } = await open(page, info.outputPath("owed.csv"));
  const product = page.getByRole("combobox", { name: "Product" });
  const lines = page.getByLabel("Description");
  await page.goto(`/${slug}/receipts/new?customer=${ann}`);
  await product.fill("MUL-1");
  await page.keyboard.press("Enter");
  await expect(page.getByText("Cedar mulch").first()).toBeVisible();
  await page.goto(`/${slug}/customers`);

  await page.goto(`/${slug}/receipts/new?customer=${bob}`);
  await expect(page.getByText("Another sale isn’t finished")).toBeVisible();
  await expect(page.getByText("1 line was entered for Ann.")).toBeVisible();
  await expect(lines).toHaveCount(0);
  await expectAccessible(page);
  await expectNoSideways(page);
  await page.getByRole("button", { name: "Finish Ann’s sale" }).click();
  await expect(product).toBeFocused();
  await expect(page.getByText("Cedar mulch").first()).toBeVisible();
  await expect(page.getByRole("link", { name: "Ann", exact: true })).toBeVisible();

  await page.goto(`/${slug}/receipts/new?customer=${bob}`);
  await expect(page.getByText("Another sale isn’t finished")).toBeVisible();
  await page.getByRole("button", { name: "Start a new one for Bob" }).click();
  await expect(product).toBeFocused();
  await expect(page.getByText("Cedar mulch")).toHaveCount(0);

  await page.goto(`/${slug}/receipts/new?customer=${ann}`);
  await expect(page.getByText("Cedar mulch").first()).toBeVisible();
  await expect(page.getByRole("link", { name: "Ann", exact: true })).toBeVisible();
});

test("a charge that can’t be says what can be done; a payment on account is applied as one chooses", async ({
  page,
}, info) => {
  const { slug, ann } = await open(page, info.outputPath("owed.csv"));
  await page.goto(`/${slug}/receipts/new?customer=${ann}`);
  await page.locator("[data-add=house-charge]").click();
  await expect(page.getByText("No house charge")).toBeVisible();
  await expect(page.getByRole("link", { name: "Open for credit" })).toBeVisible();
  await expectAccessible(page);

  await page.getByRole("button", { name: /^Payment on account/ }).click();
  await page.locator("[name=onAccount]").fill("600");
  await expect(page.getByText("Settles A-1 500.00, A-2 100.00; 0.00 to open credit.")).toBeVisible();
  await page.getByRole("button", { name: "Choose invoices" }).click();
  await page.getByRole("button", { name: "Apply to A-2" }).click();
  await expect(page.getByText("Settles A-2 600.00; 0.00 to open credit.")).toBeVisible();
  await expectAccessible(page);
  await page.locator("[data-add=cash]").click();
  await page.getByRole("button", { name: /^Complete/ }).click();
  await expect(page.getByText(/^Receipt R-\d+ recorded$/)).toBeVisible();
  await page.goto(`/${slug}/customers/${ann}`);
  await expect(page.getByRole("row", { name: /A-2/ }).first()).toContainText("130.50");
});
