// A contractor runs a job: adds it for a customer, is told at the field what is wrong, changes it while a colleague does too,
// finds it by its number and on the customer's tab, and puts it away. At the counter a charge finds room on the job or not.
import { expect, test, type Page } from "@playwright/test";
import { expectAccessible, expectNoSideways } from "./axe.ts";
import { freshBusiness } from "./books.ts";
import { consoleErrors, fillSignIn } from "./demo.ts";
import { ask, tell } from "./doors.ts";

test.describe.configure({ timeout: 180_000 });

const heading = (page: Page, name: string) => page.getByRole("heading", { level: 1, name, exact: true });

async function open(page: Page): Promise<string> {
  const business = await freshBusiness("Granite & Sons");
  await page.goto("/sign-in");
  await fillSignIn(page, business.email, business.password);
  await expect(page).toHaveURL(new RegExp(`/${business.slug}`));
  return business.slug;
}

test("a job is added, changed, found and put away @phone", async ({ page }) => {
  const heard = consoleErrors(page);
  const slug = await open(page);
  const { customerId } = await tell<{ customerId: string }>(page, slug, "customers.create", {
    name: "Alder Homes",
  });

  await test.step("an empty list says what comes next, and asks whose it is", async () => {
    await page.goto(`/${slug}/jobs`);
    await expect(page.getByText("No jobs yet")).toBeVisible();
    await expectAccessible(page);
    await page.getByRole("link", { name: "Add the first job" }).click();
    await expect(heading(page, "New job")).toBeVisible();
    await page.getByLabel("Name", { exact: true }).fill("Oak Street");
    await page.getByRole("button", { name: "Add job" }).click();
    await expect(page.getByText("Choose whose job it is.")).toBeVisible();
    const box = page.getByRole("combobox", { name: "Customer" });
    await box.fill("Alder");
    await page.getByRole("option", { name: /Alder Homes/ }).click();
    await expect(page.getByRole("button", { name: "Change" })).toBeVisible();
  });

  await test.step("what is wrong is said by its field, and what was typed stays", async () => {
    await page.getByLabel("Contract sum").fill("100,000.00");
    await page.getByLabel("Retainage on work, %").fill("7.1255");
    await page.getByLabel("Starts").fill("2026-03-01");
    await page.getByLabel("Ends").fill("2026-02-28");
    await page.getByRole("button", { name: "Add job" }).click();
    await expect(page.getByText("Enter percent from 0 to 100, with at most 3 decimals.")).toBeVisible();
    await expect(page.getByLabel("Name", { exact: true })).toHaveValue("Oak Street");
    await page.getByLabel("Retainage on work, %").fill("7.125");
    await page.getByRole("button", { name: "Add job" }).click();
    await expect(page.getByText("It ends before it starts.")).toBeVisible();
    await expectAccessible(page);
    await expectNoSideways(page);
    await page.getByLabel("Ends").fill("2026-09-30");
    await page.getByLabel("Ends").press("Control+Enter");
    await expect(heading(page, "Oak Street")).toBeVisible();
    await expect(page.getByText("Job J-0001 of")).toBeVisible();
    await expect(page.getByText("100,000.00")).toBeVisible();
    await expect(page.getByText("7.125%")).toBeVisible();
    await expectAccessible(page);
    await expectNoSideways(page);
  });

  await test.step("changed in place, while a colleague changed another field", async () => {
    await page.getByRole("button", { name: "Edit" }).click();
    await page.getByLabel("City").fill("Albany");
    const { rows } = await ask<{ rows: { jobId: string }[] }>(page, slug, "jobs.list", {});
    const jobId = rows[0]?.jobId ?? "";
    const job = await ask<Record<string, unknown>>(page, slug, "jobs.read", { jobId });
    const fields =
      "number name status managerId addressLines city region postalCode country startsOn endsOn limitCents contractNumber " +
      "contractOn contractCents chartCode retainageWork retainageStored notes";
    const kept = Object.fromEntries(fields.split(" ").map((field) => [field, job[field]]));
    await tell(page, slug, "jobs.edit", { jobId, version: 1, ...kept, contractNumber: "C-77" });
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await expect(page.getByText("changed this while you were editing")).toBeVisible();
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await expect(page.getByText("Saved", { exact: true })).toBeVisible();
    await expect(page.getByText("C-77")).toBeVisible();
    await expect(page.getByText("Albany")).toBeVisible();
  });

  await test.step("found by its number, and on its customer's tab", async () => {
    await page.goto(`/${slug}/find?search=j-1`);
    await expect(heading(page, "Oak Street")).toBeVisible();
    await page.goto(`/${slug}/customers/${customerId}/jobs`);
    await page.getByRole("link", { name: "Oak Street" }).click();
    await expect(heading(page, "Oak Street")).toBeVisible();
    await page.goto(`/${slug}/jobs?search=alder+oak`);
    await expect(page.getByText("1 job matching “alder oak”")).toBeVisible();
    await expectAccessible(page);
    await expectNoSideways(page);
  });

  await test.step("put away, and brought back", async () => {
    await page.getByRole("link", { name: "Oak Street" }).click();
    await page.getByRole("button", { name: "Archive" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Archive" }).click();
    await page.getByRole("button", { name: "Bring back" }).click();
    await expect(page.getByText("Oak Street is back")).toBeVisible();
  });
  expect(heard.filter((line) => !/40[09] \((Bad Request|Conflict)\)/.test(line))).toEqual([]);
});

test("a charge at the counter needs room on its job, too", async ({ page }) => {
  const slug = await open(page);
  const say = <T>(path: string, input: object) => tell<T>(page, slug, path, input);
  const { customerId, accountId } = await say<{ customerId: string; accountId: string }>("customers.create", {
    name: "Alder Homes",
    addressLines: ["1 Elm St"],
  });
  const seen = { status: "good", chargingAllowed: false, limit: { kind: "none" } };
  const terms = { status: "good", chargingAllowed: true, limit: { kind: "limit", limitCents: 500_00 } };
  await say("credit.change", { accountId, seen, terms, reason: "Opened for credit" });
  const { jobId } = await say<{ jobId: string }>("jobs.create", {
    customerId,
    name: "Oak Street",
    limitCents: 50_00,
  });
  // Whoever is quicker than the page's script has chosen all the same.
  const scripts = Promise.withResolvers<void>();
  await page.route("**/_next/static/**/*.js", (route) => scripts.promise.then(() => route.continue()));
  await page.goto(`/${slug}/receipts/new?customer=${customerId}`, { waitUntil: "commit" });
  await page.getByLabel("Job").selectOption(jobId);
  scripts.resolve();
  await page.waitForLoadState("networkidle");
  await page.getByRole("combobox", { name: "Product" }).fill("Stone");
  await page.getByRole("option", { name: /as free text/ }).click();
  await expect(page.getByLabel("Job")).toHaveValue(jobId);
  await expect(page.getByLabel("Job")).toContainText("J-0001 Oak Street, 50.00 left to charge");
  await page.getByLabel("Price of Stone").fill("60");
  await page.keyboard.press("F8");
  await page.keyboard.press("Control+Enter");
  const said = "That is 10.00 above what can still be charged on this job, which is 50.00.";
  await expect(page.getByText(said).first()).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel("Price of Stone").fill("50");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByText(/50\.00 charged as invoice INV-00001/)).toBeVisible();
  await page.goto(`/${slug}/jobs/${jobId}`);
  await expect(page.getByText("0.00 left to charge", { exact: true })).toBeVisible();
  await expect(page.getByRole("link", { name: "INV-00001" })).toBeVisible();
});
