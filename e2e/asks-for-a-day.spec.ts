// Another day of the books: the end of last month is one click, what is no day is told by its field and not turned into
// today, and a bucket of the aging leads to the invoices in it as of that day.
import { expect, test } from "@playwright/test";
import { expectAccessible, expectNoSideways } from "./axe.ts";
import { signIn } from "./demo.ts";
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
