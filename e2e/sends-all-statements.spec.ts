// The first of the month: the statements of all customers, rehearsed, approved and printed, each once; and one customer's of
// each kind.
import { expect, test } from "@playwright/test";
import { expectAccessible, expectNoSideways } from "./axe.ts";
import { signIn } from "./demo.ts";

test.describe.configure({ timeout: 180_000 });

test("a run is rehearsed, approved and printed, and the same again makes nothing new", async ({ page }) => {
  await signIn(page, "owner@hillside.example");
  await page.goto("/hillside/statements");
  // The second where nobody has sent one before.
  await page.getByRole("link", { name: /^(New run|For all customers)$/ }).click();
  await expect(page.getByRole("heading", { name: "New statement run" })).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel("Owes at least (USD)").fill("no amount");
  await page.getByRole("button", { name: "Rehearse" }).click();
  await expect(page.getByLabel("Owes at least (USD)")).toHaveAccessibleDescription(/Enter an amount/);
  await page.getByLabel("Owes at least (USD)").fill("100.00");
  await page.getByLabel("How they go out").selectOption("print");
  await page.getByRole("button", { name: "Rehearse" }).click();

  await expect(page.getByText("Waiting for approval")).toBeVisible({ timeout: 30_000 });
  await expectAccessible(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await expectNoSideways(page);
  await page.setViewportSize({ width: 1440, height: 900 });
  const inIt = page.getByRole("button", { name: /^Leave out / });
  const count = await inIt.count();
  await inIt.first().click();
  await expect(inIt).toHaveCount(count - 1);
  const run = page.url();

  await page.getByRole("button", { name: "Approve" }).click();
  const dialog = page.getByRole("dialog", { name: `Make ${count - 1} statements?` });
  await dialog.getByRole("button", { name: "Make", exact: true }).click();
  await expect(page.getByText("Done", { exact: true })).toBeVisible({ timeout: 60_000 });
  const print = await page.getByRole("link", { name: "Print all" }).getAttribute("href");
  const paper = await page.request.get(print ?? "");
  expect([paper.status(), paper.headers()["content-type"]]).toEqual([200, "application/pdf"]);
  const rows = await page.request.get(`${run}/csv`);
  expect((await rows.text()).match(/Made/g)).toHaveLength(count - 1);

  await page.goto("/hillside/statements/runs/new");
  await page.getByLabel("Owes at least (USD)").fill("100.00");
  await page.getByLabel("How they go out").selectOption("print");
  await page.getByRole("button", { name: "Rehearse" }).click();
  await expect(page).toHaveURL(run);
});

test("one customer’s statement is of the kind that is chosen", async ({ page }) => {
  await signIn(page, "owner@hillside.example");
  await page.goto("/hillside/customers?search=Greenleaf");
  await page
    .getByRole("link", { name: /Greenleaf/ })
    .first()
    .click();
  await page.getByRole("link", { name: "Statement", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Account activity" })).toBeVisible();
  await page.getByLabel("Kind").selectOption("open-item");
  await page.getByRole("button", { name: "Show", exact: true }).click();
  await expect(page.getByText("Open item statement")).toBeVisible();
  await expect(page.getByRole("heading", { name: "Unpaid invoices" })).toBeVisible();
  await expect(page.getByRole("heading", { name: "Account activity" })).toHaveCount(0);
  await page.getByLabel("Kind").selectOption("activity");
  await page.getByRole("button", { name: "Show", exact: true }).click();
  await expect(page.getByText("Activity statement")).toBeVisible();
  await expect(page.getByRole("heading", { name: "Unpaid invoices" })).toHaveCount(0);
  await expectAccessible(page);
});
