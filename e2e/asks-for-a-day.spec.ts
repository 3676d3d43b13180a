// Another day of the books: the end of last month is one click, what is no day is told by its field and not turned into
// today, and a bucket of the aging leads to the invoices in it as of that day, its total to whose they are.
import { expect, test } from "@playwright/test";
import { expectAccessible, expectNoSideways } from "./axe.ts";
import { demoDay, signIn } from "./demo.ts";
import { ask } from "./doors.ts";

test.describe.configure({ timeout: 180_000 });

test("a day that is none is told by its field", async ({ page }) => {
  await signIn(page, "viewer@hillside.example");
  const found = { search: "C-0015" };
  const { rows } = await ask<{ rows: { customerId: string }[] }>(page, "hillside", "customers.list", found);
  const account = `/hillside/customers/${rows[0]?.customerId}`;

  for (const path of [account, "/hillside/reports/aging"]) {
    await page.goto(`${path}?asOf=2026-02-30`);
    const field = page.getByLabel("Show the account as of");
    await expect(field).toHaveAccessibleDescription("“2026-02-30” isn’t a date. Today is shown.");
    await expect(field).toBeVisible();
    await expectAccessible(page);
    await page.setViewportSize({ width: 390, height: 844 });
    await expectNoSideways(page);
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.goto(`${path}?knownAt=yesterday`);
    await expect(page.getByLabel("As it was known at")).toHaveAccessibleDescription(
      /“yesterday” isn’t a time/,
    );
  }
  for (const list of ["invoices", "payments", "receipts"]) {
    await page.goto(`/hillside/${list}?from=2026-02-30`);
    await expect(page.getByLabel("From")).toHaveAccessibleDescription("“2026-02-30” isn’t a date.");
  }
  await page.goto(`${account}?jump=31.12.2025`);
  await expect(page.getByLabel("Jump to")).toHaveAccessibleDescription("“31.12.2025” isn’t a date.");
  await page.goto(`${account}/statement?knownAt=noon`);
  await expect(page.getByLabel("As known at (optional)")).toHaveAccessibleDescription(/“noon” isn’t a time/);
  const file = await page.request.get("/hillside/reports/aging/csv?asOf=2026-02-30");
  expect(file.status()).toBe(400);
});

test("a menu that was opened before the script came stays open", async ({ page }) => {
  await signIn(page, "viewer@hillside.example");
  const held = Promise.withResolvers<void>();
  await page.route("**/_next/static/**/*.js", async (route) => {
    await held.promise;
    await route.continue();
  });
  await page.goto("/hillside/reports/aging", { waitUntil: "commit" });
  const chip = page.getByRole("button", { name: "As of today" });
  await chip.click();
  await expect(page.getByRole("link", { name: "End of last month" })).toBeVisible();
  held.resolve();
  await chip.evaluate(async (button) => {
    const hydrated = () => Object.keys(button).some((key) => key.startsWith("__reactProps"));
    while (!hydrated()) await new Promise((resolve) => setTimeout(resolve, 20));
    await new Promise((resolve) => setTimeout(resolve, 200)); // its effects
  });
  await expect(page.getByRole("link", { name: "End of last month" })).toBeVisible();
});

test("the end of last month is one click, and a bucket leads to its invoices of that day", async ({
  page,
}) => {
  await signIn(page, "viewer@hillside.example");
  await page.goto("/hillside/reports/aging");
  await page.getByText("As of today").click();
  await page.getByRole("link", { name: "End of last month" }).click();
  await expect(page).toHaveURL(/asOf=\d{4}-\d\d-(28|29|30|31)$/);
  const asOf = new URL(page.url()).searchParams.get("asOf") ?? "";
  const cell = page
    .getByRole("table")
    .getByRole("link", { name: / of Bramble Brothers Paving: / })
    .last();
  const amount = (await cell.innerText()).trim();
  await cell.click();
  await expect(page).toHaveURL(new RegExp(`asOf=${asOf}&bucket=`));
  const unpaid = page.getByRole("region", { name: "Unpaid invoices" });
  await expect(unpaid.locator("tfoot")).toContainText(amount);
});

test("the total of a bucket leads to the customers who make it up, on the same day", async ({ page }) => {
  await signIn(page, "viewer@hillside.example");
  const asOf = demoDay(7);
  await page.goto(`/hillside/reports/aging?asOf=${asOf}&sort=name`);
  const table = page.getByRole("table");
  const sums = table.locator("tfoot").getByRole("link", { name: /^\d.* in all: / });
  await expect(sums.first()).toBeVisible();
  const label = ((await sums.first().getAttribute("aria-label")) ?? "").split(" in all")[0] ?? "";
  const amount = (await sums.first().innerText()).trim();
  const count = await sums.count();
  const everybody = await table.locator("tbody tr").count();
  await sums.first().click();
  await expect(page).toHaveURL(new RegExp(`asOf=${asOf}&sort=name&bucket=d\\w+$`));
  const words = `Customers with something ${label} days past due`;
  await expect(page.getByRole("status").filter({ hasText: words })).toBeVisible();
  const rows = await table.locator("tbody tr").count();
  expect(rows).toBeLessThan(everybody);
  await expect(
    table.locator("tbody").getByRole("link", { name: new RegExp(`^${label.replace("+", "\\+")} of `) }),
  ).toHaveCount(rows);
  await expect(table.locator("tfoot").getByText(amount, { exact: true }).first()).toBeVisible();
  expect(await sums.count()).toBeLessThan(count);
  const file = await page.request.get(new URL(page.url()).pathname + "/csv" + new URL(page.url()).search);
  expect((await file.text()).trim().split("\n")).toHaveLength(rows + 1);

  // The figures above are the whole business's, and lead there as well.
  await page.goto(`/hillside/reports/aging?asOf=${asOf}&search=zzzz`);
  await page.getByRole("main").getByRole("definition").first().getByRole("link").click();
  await expect(page).toHaveURL(new RegExp(`asOf=${asOf}&bucket=current$`));
  await page.getByRole("link", { name: "Show all" }).click();
  await expect(table.locator("tbody tr")).toHaveCount(everybody);
});
