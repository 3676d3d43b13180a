// On a phone whatever can be pressed is 44 px wide and tall, on every page: for somebody in a truck, with gloves on.
import { test, type Page } from "@playwright/test";
import { signIn } from "./demo.ts";
import { expectNoSideways } from "./axe.ts";
import { expectTouchable } from "./touch.ts";

test.describe.configure({ timeout: 600_000 });
test.use({ actionTimeout: 20_000 });
test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

const LISTS = ["customers", "invoices", "receipts", "payments", "products", "statements"];
const OF_A_CUSTOMER = [
  "?why=balance",
  "?asOf=2026-01-01",
  "/info",
  "/receipts",
  "/changes",
  "/apply",
  "/adjust",
  "/credit",
  "/statement",
];
const ALONE = [
  "customers/credit",
  "customers/new",
  "payments/new",
  "products/new",
  "receipts/new",
  "reports/aging",
  "import",
  "settings",
];

async function look(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await expectTouchable(page);
  await expectNoSideways(page);
}

/** The path of the first row's page, in the list that is open; its own where nothing is listed yet. */
async function firstRow(page: Page): Promise<string> {
  const link = page.locator("main tbody tr a").first();
  return (await link.count()) > 0 ? ((await link.getAttribute("href")) ?? "") : new URL(page.url()).pathname;
}

test("every page of the shell fits a finger", async ({ page }) => {
  await signIn(page, "owner@hillside.example");
  for (const list of LISTS) {
    await look(page, `/hillside/${list}`);
    await look(page, await firstRow(page));
  }
  await page.goto("/hillside/customers?search=Greenleaf");
  const customer = await firstRow(page);
  for (const part of OF_A_CUSTOMER) await look(page, customer + part);
  await page.goto(customer);
  const event = page.getByRole("link", { name: /^Event / }).first();
  await look(page, (await event.getAttribute("href")) ?? "");
  for (const path of ALONE) await look(page, `/hillside/${path}`);
  await look(page, `/hillside/payments/new?customer=${customer.split("/").at(-1)}`);
  await look(page, "/account/password");
});

test("the front pages fit a finger", async ({ page }) => {
  for (const path of ["/sign-in", "/sign-up", "/sign-in/new-password"]) await look(page, path);
});
