// Whoever has a paper in hand types its number into the one search box and is there: invoice, receipt, payment, customer.
// Words that mean one customer open that customer. Nobody finds what is another business's.
import { expect, test, type Page } from "@playwright/test";
import { expectAccessible, expectNoSideways } from "./axe.ts";
import { signIn } from "./demo.ts";
import { ask } from "./doors.ts";
import { expectTouchable } from "./touch.ts";

test.describe.configure({ timeout: 120_000 });

const box = (page: Page) => page.getByRole("searchbox", { name: "Find a customer or a number" });

async function find(page: Page, text: string): Promise<void> {
  // The key works as soon as the page's script does.
  await expect(async () => {
    await page.keyboard.press("/");
    await expect(box(page)).toBeFocused({ timeout: 1000 });
  }).toPass();
  await box(page).fill(text);
  await page.keyboard.press("Enter");
}

type Rows<Row> = { rows: Row[] };
const numberOf = async (page: Page, list: string) => {
  const { rows } = await ask<Rows<{ number: string }>>(page, "hillside", list, {});
  return rows[0]?.number ?? "";
};

test("a number opens what bears it, from any page @phone", async ({ page }) => {
  await signIn(page, "viewer@hillside.example");
  for (const [list, path] of [
    ["invoices.list", "invoices"],
    ["receipts.list", "receipts"],
    ["payments.list", "payments"],
  ] as const) {
    const number = await numberOf(page, list);
    await page.goto("/hillside/products");
    await find(page, number.toLowerCase());
    await expect(page).toHaveURL(new RegExp(`/hillside/${path}/[0-9a-f-]{36}$`));
    await expect(page.getByRole("heading", { level: 1 })).toContainText(number);
  }
});

test("on the list of customers Enter opens, too; what may mean several is listed", async ({ page }) => {
  await signIn(page, "viewer@hillside.example");
  const invoice = await numberOf(page, "invoices.list");
  await page.goto("/hillside/customers");
  await find(page, invoice);
  await expect(page.getByRole("heading", { level: 1 })).toContainText(invoice);

  const { rows } = await ask<Rows<{ customerId: string; number: string; name: string }>>(
    page,
    "hillside",
    "customers.list",
    {},
  );
  const customer = rows[0] ?? { customerId: "", number: "", name: "" };
  for (const text of [customer.number, customer.name]) {
    await find(page, text);
    await expect(page).toHaveURL(new RegExp(`/hillside/customers/${customer.customerId}`));
  }

  await find(page, "1");
  await expect(page).toHaveURL(/\/hillside\/find\?search=1$/);
  await expect(page.getByRole("main").getByRole("link", { name: "Payment P-00001" })).toBeVisible();
  await expectAccessible(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await expectNoSideways(page);

  await find(page, "nothing-is-called-so-4711");
  await expect(page).toHaveURL(/\/customers\?search=nothing/);
  await expect(page.getByText("No customer matches")).toBeVisible();
});

test("what may mean several fits a finger on a phone @phone", async ({ page }) => {
  await signIn(page, "viewer@hillside.example");
  await page.goto("/hillside/find?search=1");
  await expectTouchable(page);
});

test("another business's numbers, and another business, aren't there", async ({ page }) => {
  await signIn(page, "owner@granite.example");
  await page.goto("/granite/customers");
  const theirs = await page.request.get("/hillside/find?search=INV-00001");
  expect(theirs.status()).toBe(404);
  const { numbered } = await ask<{ numbered: { id: string }[] }>(page, "granite", "books.find", {
    search: "INV-00001",
  });
  for (const { id } of numbered) {
    const there = await page.request.get(`/granite/invoices/${id}`);
    expect(there.status()).toBe(200);
  }
});
