// A bookkeeper keeps the books behind receivables: accounts, agencies with their rates, a sale that is taxed for both, and
// the reports that say so: trial balance, journal and tax, on the screen, as files and to the operator.
import { readFile } from "node:fs/promises";
import { expect, test, type Page } from "@playwright/test";
import { expectAccessible, expectNoSideways } from "./axe.ts";
import { books, freshBusiness } from "./books.ts";
import { consoleErrors, fillSignIn } from "./demo.ts";
import { ask, tell } from "./doors.ts";

test.describe.configure({ timeout: 180_000 });

const TODAY = new Date().toISOString().slice(0, 10);

async function open(page: Page): Promise<{ slug: string; email: string }> {
  const { slug, email, password } = await freshBusiness("Ledger & Levy");
  await page.goto("/sign-in");
  await fillSignIn(page, email, password);
  await expect(page).toHaveURL(new RegExp(`/${slug}`));
  return { slug, email };
}

const dialog = (page: Page, title: string) => page.getByRole("dialog", { name: title });

async function addRate(page: Page, name: string, agency: string, percent: string) {
  await page.getByRole("button", { name: "Add rate" }).click();
  const form = dialog(page, "Add rate");
  await form.getByLabel("Name").fill(name);
  await form.getByLabel("Agency").selectOption(agency);
  await form.getByLabel("Rate, percent").fill(percent);
  await form.getByRole("button", { name: "Add rate" }).click();
  return form;
}

/** A customer who is charged a taxed sale of 100.00, through the doors. */
async function charge(page: Page, slug: string) {
  const address = { addressLines: ["1 Elm St"] };
  const customer = await tell<{ customerId: string; accountId: string }>(page, slug, "customers.create", {
    name: "Greenleaf",
    ...address,
  });
  const { decided } = await ask<{ decided: object }>(page, slug, "credit.account", {
    customerId: customer.customerId,
  });
  const { accountId } = await ask<{ accountId: string }>(page, slug, "payments.account", {
    customerId: customer.customerId,
  });
  const terms = { status: "good", chargingAllowed: true, limit: { kind: "limit", limitCents: 1_000_00 } };
  await tell(page, slug, "credit.change", { accountId, terms, reason: "Known for years", seen: decided });
  const lines = [{ productId: null, description: "Stone", quantity: "1", unitPrice: "100", taxable: true }];
  const tenders = [{ tender: "house-charge", amountCents: 107_13 }];
  return tell<{ receiptId: string }>(page, slug, "receipts.record", { accountId, lines, tenders });
}

test("rates of two agencies are one tax, and every report of the books says so", async ({ page }) => {
  const heard = consoleErrors(page);
  const { slug, email } = await open(page);

  await test.step("an account is added; one that the books use is not put away, and it says why", async () => {
    await page.goto(`/${slug}/settings/accounts`);
    await expectAccessible(page);
    await page.getByRole("button", { name: "Add account" }).click();
    const form = dialog(page, "Add account");
    await form.getByLabel("Number").fill("40/10");
    await form.getByLabel("Name").fill("Stone");
    await form.getByRole("button", { name: "Add account" }).click();
    await expect(form.getByText("Letters, digits and . _ - only.")).toBeVisible();
    await form.getByLabel("Number").fill("4010");
    await form.getByRole("button", { name: "Add account" }).click();
    await expect(page.getByText("4010 Stone added")).toBeVisible();
    await tell(page, slug, "products.create", { name: "Stone", price: "10", chartCode: "4010" });
    await page.getByRole("button", { name: "Archive Stone" }).click();
    const asked = dialog(page, "Archive Stone?");
    await asked.getByRole("button", { name: "Archive" }).click();
    await expect(asked.getByText(/The revenue of 1 product goes there/)).toBeVisible();
    await page.keyboard.press("Escape");
  });

  await test.step("two agencies, two rates, one combined rate as the default", async () => {
    await page.goto(`/${slug}/settings/tax`);
    await page.getByRole("button", { name: "Add agency" }).click();
    const form = dialog(page, "Add agency");
    await form.getByLabel("Name").fill("City of Barre");
    await form.getByRole("button", { name: "Add agency" }).click();
    await expect(page.getByRole("row", { name: /City of Barre 2201/ })).toBeVisible();
    const wrong = await addRate(page, "State tax", "Tax agency", "6.0005");
    await expect(wrong.getByText("Enter percent like 6.25, with at most 3 decimals.")).toBeVisible();
    await wrong.getByLabel("Rate, percent").fill("6");
    await wrong.getByRole("button", { name: "Add rate" }).click();
    await expect(page.getByRole("row", { name: /State tax/ })).toContainText("6%");
    await addRate(page, "City tax", "City of Barre", "1.125");
    await expect(page.getByRole("row", { name: /City tax/ })).toContainText("1.125%");
    await page.getByRole("button", { name: "Add combined rate" }).click();
    const both = dialog(page, "Add combined rate");
    await both.getByLabel("Name").fill("Barre combined");
    await both.getByRole("checkbox", { name: /State tax/ }).check();
    await both.getByRole("checkbox", { name: /City tax/ }).check();
    await expect(both.getByText("Together 7.125%, each rounded by itself.")).toBeVisible();
    await both.getByRole("button", { name: "Add combined rate" }).click();
    await page.getByRole("button", { name: "Make default: Barre combined" }).click();
    await expect(page.getByText(/Sales are taxed with Barre combined of 7.125%/)).toBeVisible();
    await expectAccessible(page);
  });

  const { receiptId } = await charge(page, slug);

  await test.step("the receipt says what each came to", async () => {
    await page.goto(`/${slug}/receipts/${receiptId}`);
    await expect(page.getByText("State tax 6%")).toBeVisible();
    await expect(page.getByText("City tax 1.125%")).toBeVisible();
  });

  await test.step("the trial balance is in balance, agrees with the aging, and leads to the journal", async () => {
    await page.goto(`/${slug}/reports/trial-balance`);
    await expect(page.getByText("Receivable less customer credit is 107.13, as in the aging.")).toBeVisible();
    await expect(page.getByRole("row", { name: /^Total/ })).toContainText("107.13");
    await expectAccessible(page);
    await page.getByRole("link", { name: "Tax payable, City of Barre" }).click();
    await expect(page).toHaveURL(/reports\/journal\?account=2201/);
    await expect(page.getByRole("row", { name: /City of Barre/ })).toContainText("1.13");
    await expectAccessible(page);
  });

  await test.step("the journal of a period goes home as a file that is in balance", async () => {
    await page.goto(`/${slug}/reports/journal?from=${TODAY}`);
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name: "CSV" }).click(),
    ]);
    const lines = (await readFile(await file.path(), "utf8")).trimEnd().split("\r\n").slice(1);
    const sides = lines.map((line) => line.split(",").slice(-2).map(Number));
    const [debit, credit] = [0, 1].map((at) => sides.reduce((sum, side) => sum + (side[at] ?? 0), 0));
    expect([debit?.toFixed(2), credit?.toFixed(2)]).toEqual(["107.13", "107.13"]);
  });

  await test.step("the tax report says what is due to whom, and so does the operator's line", async () => {
    await page.goto(`/${slug}/reports/tax?from=${TODAY}&through=${TODAY}`);
    await expect(page.getByRole("row", { name: /Tax agency/ })).toContainText("6.00");
    await expect(page.getByRole("row", { name: /City of Barre/ })).toContainText("1.13");
    await expectAccessible(page);
    await page.getByLabel("Basis").selectOption("paid");
    await page.getByRole("button", { name: "Show" }).click();
    await expect(page).toHaveURL(/basis=paid/);
    await expect(page.getByRole("row", { name: /^Total/ })).not.toContainText("7.13");
    const told = await books("trial-balance", "--org", slug, "--as-of", TODAY, "--json");
    expect(JSON.parse(told)).toMatchObject({ receivable: "107.13", revenue: "100.00", taxPayable: "7.13" });
    const done = await books("do", "--org", slug, "--as", email, "session.here");
    expect(JSON.parse(done)).toMatchObject({ org: { slug } });
  });
  expect(heard.filter((line) => !/400|422/.test(line))).toEqual([]);
});

test("who is exempt is chosen on a phone, and the counter says so @phone", async ({ page }) => {
  const { slug } = await open(page);
  await tell(page, slug, "settings.changeTax", { version: 1, taxName: "Sales tax", taxRate: "6" });
  const { customerId } = await tell<{ customerId: string }>(page, slug, "customers.create", {
    name: "School District",
  });
  await page.goto(`/${slug}/customers/${customerId}/info`);
  await page.getByRole("button", { name: "Enter certificate" }).click();
  const form = dialog(page, "Tax exemption");
  await form.getByRole("button", { name: "Save certificate" }).click();
  await expect(form.getByText("Enter the certificate’s number.")).toBeVisible();
  await form.getByLabel("Certificate number").fill("EX-77");
  await form.getByLabel("Valid until").fill(TODAY);
  await form.getByRole("button", { name: "Save certificate" }).click();
  await expect(page.getByText("Tax exempt, ends soon")).toBeVisible();
  await expectNoSideways(page);
  await page.goto(`/${slug}/receipts/new?customer=${customerId}`);
  await expect(page.getByText(/Tax exempt by certificate EX-77, which ends on/)).toBeVisible();
  await expectAccessible(page);
});

test("a month is closed with a draft in it: it says so before, and the draft is issued into the next", async ({
  page,
}) => {
  const { slug } = await open(page);
  const { customerId } = await tell<{ customerId: string }>(page, slug, "customers.create", {
    name: "Greenleaf",
  });
  const last = new Date(`${TODAY.slice(0, 7)}-01T00:00:00Z`);
  last.setUTCDate(0);
  const lastDay = last.toISOString().slice(0, 10);
  const month = last.toLocaleDateString("en-US", { month: "long", year: "numeric", timeZone: "UTC" });

  // Whoever is quicker than the page's script has typed the day all the same, and what is billed.
  const scripts = Promise.withResolvers<void>();
  await page.route("**/_next/static/**/*.js", (route) => scripts.promise.then(() => route.continue()));
  await page.goto(`/${slug}/invoices/new?customer=${customerId}`, { waitUntil: "commit" });
  await page.getByLabel("Invoice date").fill(lastDay);
  await page.getByRole("combobox", { name: "Product or service" }).fill("Walls");
  scripts.resolve();
  await page.getByRole("option", { name: "Bill “Walls” as a free line" }).click();
  await page.getByLabel("Price of Walls").fill("100");
  await expect(page.getByText("Saved as a draft")).toBeVisible();
  await expect(page).toHaveURL(/\/invoices\/drafts\//);
  const draft = page.url();

  await page.goto(`/${slug}/settings/periods`);
  const close = page.getByRole("button", { name: `Close ${month}` });
  const year = page.getByText(lastDay.slice(0, 4), { exact: true });
  await expect(year).toBeVisible();
  if (!(await close.isVisible())) await year.click();
  await close.click();
  const asked = dialog(page, `Close ${month}?`);
  await expect(asked.getByText(/1 draft of an invoice is dated in it\. Issued later/)).toBeVisible();
  await asked.getByRole("button", { name: "Close", exact: true }).last().click();
  await expect(page.getByText(`${month} closed, with no events`)).toBeVisible();

  await page.goto(draft);
  await expect(page.getByText(`${month} is closed`)).toBeVisible();
  await page.getByLabel("Price of Walls").press("Control+Enter");
  await page.getByRole("dialog").getByRole("button", { name: "Issue", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Invoice INV-00001" })).toBeVisible();
  type Trial = { lines: { balanceCents: number }[] };
  const trial = async (asOf: string) =>
    (await ask<Trial>(page, slug, "reports.trialBalance", { asOf })).lines.map((line) => line.balanceCents);
  expect(await trial(lastDay)).toEqual([]);
  expect(await trial(TODAY)).toEqual([100_00, -100_00]);
});
