// An opening day at the counter, without a mouse: a customer who wasn't there yet, products by SKU and barcode, change,
// several tenders, a payment on account, a house charge and one that is refused; a landscaper who hits the limit, pays
// and charges again; and two clerks who charge the same account in the same second.
import { expect, test, type Page } from "@playwright/test";
import { expectAccessible, expectNoSideways } from "./axe.ts";
import { freshBusiness } from "./books.ts";
import { consoleErrors, fillSignIn } from "./demo.ts";
import { ask, tell } from "./doors.ts";

test.describe.configure({ timeout: 180_000 });

const PRODUCTS = [
  { name: "Cedar mulch", sku: "MUL-1", barcode: "4006381333931", price: "38.50", unit: "yd" },
  { name: "Garden rake", sku: "RAKE", barcode: "", price: "24.00", unit: "" },
  { name: "Paving sand", sku: "SAND", barcode: "", price: "4.25", unit: "bag" },
];

/** A shop with three products and 8.25 % sales tax, its owner signed in. */
async function open(page: Page): Promise<{ slug: string; email: string; password: string }> {
  const business = await freshBusiness("Till & Co");
  const { slug } = business;
  await page.goto("/sign-in");
  await fillSignIn(page, business.email, business.password);
  await expect(page).toHaveURL(new RegExp(`/${slug}`));
  for (const product of PRODUCTS) await tell(page, slug, "products.create", product);
  const { version } = await ask<{ version: number }>(page, slug, "settings.read", {});
  await tell(page, slug, "settings.changeTax", { version, taxName: "Sales tax", taxRate: "8.25" });
  return business;
}

async function openAccount(page: Page, slug: string, limitCents: number): Promise<string> {
  const customer = { name: "Greenleaf Landscaping", addressLines: ["1 Elm St"], memo: "Ask for Dana" };
  const { customerId } = await tell<{ customerId: string }>(page, slug, "customers.create", customer);
  await allow(page, slug, { customerId, limitCents });
  return customerId;
}

async function allow(
  page: Page,
  slug: string,
  { customerId, limitCents }: { customerId: string; limitCents: number },
) {
  const { decided: seen, accountId } = await ask<{ decided: object; accountId: string }>(
    page,
    slug,
    "credit.account",
    {
      customerId,
    },
  );
  const terms = { status: "good", chargingAllowed: true, limit: { kind: "limit", limitCents } };
  await tell(page, slug, "credit.change", { accountId, terms, reason: "Opened for credit", seen });
}

const box = (page: Page, name: string) => page.getByRole("combobox", { name });
const summary = (page: Page) => page.getByRole("complementary", { name: "What will happen" });
const sum = (page: Page, name: string) => summary(page).getByText(name, { exact: true }).locator("..");

async function scan(page: Page, text: string) {
  await expect(box(page, "Product")).toBeFocused();
  await page.keyboard.type(text);
  await page.keyboard.press("Enter");
  await expect(box(page, "Product")).toHaveValue("");
}

async function counter(page: Page, slug: string) {
  await page.goto(`/${slug}/receipts/new`);
  await expect(box(page, "Customer")).toBeFocused();
}

async function choose(page: Page, said: string) {
  await page.keyboard.type(said);
  await expect(page.getByRole("option", { name: /Greenleaf/ })).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(box(page, "Product")).toBeFocused();
}

const recorded = (page: Page) => page.getByText(/^Receipt R-\d+ recorded$/);

test("an opening day at the counter, without a mouse", async ({ page }) => {
  const heard = consoleErrors(page);
  const { slug } = await open(page);

  await test.step("a customer who wasn't there yet is added on the spot", async () => {
    await counter(page, slug);
    await expectAccessible(page);
    await page.keyboard.type("Greenleaf Landscaping");
    await expect(page.getByRole("option", { name: /New customer “Greenleaf Landscaping”/ })).toBeVisible();
    await expectAccessible(page);
    await page.keyboard.press("Enter");
    await expect(page.getByRole("dialog", { name: "New customer" })).toBeVisible();
    await expect(page.getByLabel("Name")).toHaveValue("Greenleaf Landscaping");
    await expectAccessible(page);
    await page.keyboard.press("Tab");
    await page.keyboard.type("555-0134");
    await page.keyboard.press("Tab");
    await page.keyboard.type("not an address");
    await page.keyboard.press("Enter");
    await expect(page.getByText("Enter an e-mail address like name@company.com.")).toBeVisible();
    // The browser notes every answer of that kind.
    expect(heard.splice(0)).toEqual([expect.stringContaining("400")]);
    await page.keyboard.press("Control+a");
    await page.keyboard.type("ap@greenleaf.example");
    await page.keyboard.press("Tab");
    await page.keyboard.type("1 Elm St\nSpringfield");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("link", { name: "Greenleaf Landscaping" })).toBeVisible();
    await expect(page.getByText(/Can’t charge: the account hasn’t been opened for credit/)).toBeVisible();
  });

  await test.step("products by SKU, by number and by barcode; cash, and the change is large", async () => {
    await scan(page, "mul-1");
    await scan(page, "3*rake");
    await scan(page, "4006381333931");
    await expect(page.getByLabel("Quantity of Cedar mulch")).toHaveValue("2");
    await expect(sum(page, "Subtotal")).toContainText("149.00");
    await expect(sum(page, "Sales tax 8.25%")).toContainText("12.29");
    await expect(sum(page, "To pay, USD")).toContainText("161.29");
    await page.keyboard.press("F9");
    await page.keyboard.type("200");
    await expect(sum(page, "Change")).toContainText("38.71");
    await expectAccessible(page);
    await page.keyboard.press("Control+Enter");
    await expect(recorded(page)).toBeVisible();
    await expect(page.getByText("38.71")).toBeVisible();
    await expectAccessible(page);
    await page.keyboard.press("Enter");
    await expect(box(page, "Customer")).toBeFocused();
  });

  await test.step("who walks in pays with a check and a card; a draft survives a reload", async () => {
    await page.keyboard.press("F4");
    await scan(page, "sand");
    await page.keyboard.press("ArrowUp");
    await page.keyboard.type("10");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    await page.keyboard.type("10%");
    await page.keyboard.press("Enter");
    await expect(sum(page, "To pay, USD")).toContainText("41.41");
    await page.reload();
    await expect(page.getByLabel("Discount of Paving sand")).toHaveValue("10%");
    await page.keyboard.press("Alt+k");
    await expect(page.getByLabel("Amount of Check")).toBeFocused();
    await page.keyboard.type("20");
    await page.keyboard.press("Enter");
    await page.keyboard.type("4471");
    await expect(sum(page, "Left to pay")).toContainText("21.41");
    await page.keyboard.press("Alt+c");
    await expect(page.getByLabel("Amount of Card")).toBeFocused();
    // Two Enters are one receipt.
    await page.keyboard.press("Control+Enter");
    await page.keyboard.press("Control+Enter");
    await expect(recorded(page)).toBeVisible();
    const { rows } = await ask<{ rows: unknown[] }>(page, slug, "receipts.list", {});
    expect(rows).toHaveLength(2);
    await page.keyboard.press("Enter");
  });

  await test.step("a house charge is refused with the reason before it is sent", async () => {
    await choose(page, "greanleaf");
    await scan(page, "mul-1");
    await page.keyboard.press("F8");
    await expect(page.getByText(/Can’t charge to the account: the account hasn’t been opened/)).toBeVisible();
    await expect(page.getByLabel("Amount of House Charge")).toHaveCount(0);
  });
  expect(heard).toEqual([]);
});

test("a landscaper hits the limit, pays, and charges again", async ({ page }) => {
  const heard = consoleErrors(page);
  const { slug } = await open(page);
  await openAccount(page, slug, 100_00);

  await test.step("the charge shows what it does to the account", async () => {
    await counter(page, slug);
    await choose(page, "green");
    await expect(page.getByText("Ask for Dana")).toBeVisible();
    await scan(page, "2*mul-1");
    await page.keyboard.press("F8");
    await expect(sum(page, "Account balance")).toContainText("0.00 → becomes 83.35");
    await expect(sum(page, "Can charge")).toContainText("100.00 → becomes 16.65");
    await expectAccessible(page);
    await page.keyboard.press("Control+Enter");
    await expect(recorded(page)).toBeVisible();
    await expect(page.getByText(/83\.35 charged as invoice/)).toBeVisible();
    await page.keyboard.press("Enter");
  });

  await test.step("the next is above the limit, and says by how much", async () => {
    await choose(page, "green");
    await scan(page, "rake");
    await page.keyboard.press("F8");
    const said = "That is 9.33 above what this customer can charge, which is 16.65.";
    await expect(summary(page).getByText(said)).toBeVisible();
    await page.keyboard.press("Control+Enter");
    await expect(page.getByLabel("Amount of House Charge")).toBeFocused();
    await expectAccessible(page);
  });

  await test.step("a payment on account beside it makes room", async () => {
    await page.keyboard.press("Alt+a");
    await page.keyboard.type("50");
    await expect(sum(page, "To pay, USD")).toContainText("75.98");
    await expect(sum(page, "Can charge")).toContainText("16.65 → becomes 40.67");
    await page.keyboard.press("Alt+k");
    await page.keyboard.press("Control+Enter");
    await expect(recorded(page)).toBeVisible();
    await expect(page.getByText(/50\.00 paid on account; 25\.98 charged as invoice/)).toBeVisible();
    await expectAccessible(page);
  });
  expect(heard).toEqual([]);
});

test("two clerks charge the same account in the same second: one passes, the other reads why", async ({
  page,
  browser,
}) => {
  const { slug, email, password } = await open(page);
  await openAccount(page, slug, 50_00);
  const other = await (await browser.newContext()).newPage();
  await other.goto("/sign-in");
  await fillSignIn(other, email, password);
  await expect(other).toHaveURL(new RegExp(`/${slug}`));
  const clerks = [page, other];
  for (const clerk of clerks) {
    await counter(clerk, slug);
    await choose(clerk, "green");
    await scan(clerk, "mul-1");
    await clerk.keyboard.press("F8");
    await expect(sum(clerk, "Can charge")).toContainText("50.00 → becomes 8.32");
  }
  await Promise.all(clerks.map((clerk) => clerk.keyboard.press("Control+Enter")));
  const refused = (clerk: Page) => clerk.getByText("Nothing was recorded", { exact: true });
  for (const clerk of clerks) await expect(recorded(clerk).or(refused(clerk))).toBeVisible();
  const passed = await Promise.all(clerks.map((clerk) => recorded(clerk).isVisible()));
  expect(passed.filter((each) => each)).toHaveLength(1);
  const late = passed[0] ? other : page;
  await expect(late.getByText("Can charge 50.00 before; now: can charge 8.32.")).toBeVisible();
  await expect(late.getByLabel("Quantity of Cedar mulch")).toHaveValue("1");
  await expectAccessible(late);
});

test("the same from a phone @phone", async ({ page }) => {
  const heard = consoleErrors(page);
  const { slug } = await open(page);
  await openAccount(page, slug, 100_00);
  await page.goto(`/${slug}/receipts/new`);
  await expectNoSideways(page);
  await box(page, "Customer").fill("green");
  await page.getByRole("option", { name: /Greenleaf/ }).click();
  await expect(page.getByText("Ask for Dana")).toBeVisible();
  await box(page, "Product").fill("mulch");
  await page.getByRole("option", { name: /Cedar mulch/ }).click();
  await page.getByRole("button", { name: "House Charge" }).click();
  await expect(sum(page, "Can charge")).toContainText("100.00 → becomes 58.32");
  await expectAccessible(page);
  await expectNoSideways(page);
  await page.getByRole("button", { name: "Complete" }).click();
  await expect(recorded(page)).toBeVisible();
  await expectAccessible(page);
  await expectNoSideways(page);
  expect(heard).toEqual([]);
});
