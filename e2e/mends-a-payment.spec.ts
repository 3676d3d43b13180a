// A payment goes wrong: entered twice, bounced, refunded, applied to the wrong invoice. Each is mended after its effect
// was shown, and the history still reads well: nothing is gone, and each event says what reversed it.
import { writeFile } from "node:fs/promises";
import { expect, test, type Page } from "@playwright/test";
import { expectAccessible, expectNoSideways } from "./axe.ts";
import { books, freshBusiness } from "./books.ts";
import { consoleErrors, fillSignIn } from "./demo.ts";

test.describe.configure({ timeout: 240_000 });

const INVOICES = [
  ["A-1", "2026-01-05", "2026-02-04", "500.00"],
  ["A-2", "2026-02-05", "2026-03-07", "730.50"],
];

/** A business whose one customer owes 1,230.50, and its owner signed in. */
async function open(page: Page, file: string): Promise<string> {
  const business = await freshBusiness("Mend & Co");
  const head = "customerID,invoiceNumber,InvoiceDate,DueDate,InvoiceAmount,SettledDate\n";
  await writeFile(file, head + INVOICES.map((cells) => `Greenleaf,${cells.join(",")},\n`).join(""));
  await books("import", "receivables", file, "--org", business.slug, "--history");
  await page.goto("/sign-in");
  await fillSignIn(page, business.email, business.password);
  await expect(page).toHaveURL(new RegExp(`/${business.slug}`));
  return business.slug;
}

async function invoice(page: Page, slug: string, number: string) {
  await page.goto(`/${slug}/invoices?search=${number}`);
  await page.getByRole("link", { name: number, exact: true }).click();
  await expect(page.getByRole("heading", { name: `Invoice ${number}` })).toBeVisible();
}

/** From an invoice's page: its payment, of this much, leads to the payment's own page. */
async function pay(page: Page, amount: string, reference: string) {
  await page.getByRole("link", { name: "Take payment" }).click();
  await expect(page.getByRole("heading", { name: "Record payment" })).toBeVisible();
  await page.getByLabel("Amount, USD").fill(amount);
  await page.getByLabel("Check number").fill(reference);
  await page.getByRole("button", { name: "Record payment" }).click();
  await page.getByRole("link", { name: "See the payment" }).click();
  await expect(page.getByRole("heading", { name: /^Payment P-/ })).toBeVisible();
}

const dialog = (page: Page) => page.getByRole("dialog");

test("a wrong payment is reversed, a check bounces with its fee, and the history still reads well", async ({
  page,
}, info) => {
  const heard = consoleErrors(page);
  const slug = await open(page, info.outputPath("owed.csv"));

  await test.step("the list of invoices is found, narrowed and ordered", async () => {
    await page.goto(`/${slug}/invoices`);
    await expect(page.getByRole("rowheader", { name: /^A-/ })).toHaveCount(2);
    await expect(page.getByRole("row", { name: /^Total, USD/ })).toContainText("1,230.50");
    await expectAccessible(page);
    await page.getByRole("link", { name: "Overdue" }).click();
    await expect(page.getByRole("rowheader", { name: /^A-/ })).toHaveCount(2);
    await page.getByRole("link", { name: "Paid", exact: true }).click();
    await expect(page.getByText("No invoice matches")).toBeVisible();
    await expectAccessible(page);
  });

  await test.step("a payment starts from its invoice, with what is left filled in", async () => {
    await invoice(page, slug, "A-1");
    await expectAccessible(page);
    await page.getByRole("link", { name: "Take payment" }).click();
    await expect(page.getByLabel("Amount, USD")).toHaveValue("500.00");
    await expect(page.getByLabel("Amount for A-1")).toHaveValue("500.00");
    await page.goBack();
    await pay(page, "500", "4471");
  });

  await test.step("without a reason nothing is reversed; with one, at the keyboard", async () => {
    await page.getByRole("button", { name: "Reverse", exact: true }).click();
    await expect(dialog(page)).toContainText("A-1500.00 owed again");
    await expect(dialog(page)).toContainText("Account balance730.50 → becomes 1,230.50");
    await expectAccessible(page);
    await dialog(page).getByRole("button", { name: "Reverse" }).click();
    await expect(dialog(page).getByText("Say why: it stays in the history.")).toBeVisible();
    await expect(dialog(page).getByLabel("Reason")).toBeFocused();
    await page.keyboard.type("Entered twice");
    await page.keyboard.press("Control+Enter");
    await expect(page.getByText(/^This payment was reversed on .*: Entered twice$/)).toBeVisible();
    await expect(page.getByRole("button", { name: "Reverse", exact: true })).toHaveCount(0);
    await expectAccessible(page);
  });

  await test.step("the event says by what it was reversed, and that one says what it reverses", async () => {
    await page
      .getByRole("link", { name: /^event \d+$/ })
      .first()
      .click();
    await expect(page.getByText("This event was reversed")).toBeVisible();
    await page
      .getByRole("link", { name: /^Reversal of Check 4471/ })
      .first()
      .click();
    await expect(page.getByText("Reverses", { exact: true })).toBeVisible();
    await expect(page.getByRole("link", { name: /^Check 4471 #/ }).first()).toBeVisible();
    await expectAccessible(page);
  });

  await test.step("the check bounces: owed again, and the fee is a debt of its own", async () => {
    await page.goto(`/${slug}/settings/credit`);
    const usual = page.getByRole("form", { name: "Returned payments" });
    await usual.getByLabel("Fee, USD").fill("20");
    await usual.getByRole("button", { name: "Save" }).click();
    await expect(page.getByText("Fee saved, for the next payment that comes back")).toBeVisible();
    await invoice(page, slug, "A-2");
    await pay(page, "730.50", "4472");
    await page.getByRole("button", { name: "Returned by the bank" }).click();
    await expect(dialog(page).getByLabel("Fee charged on, USD")).toHaveValue("20.00");
    await dialog(page).getByLabel("Fee charged on, USD").fill("25,00x");
    await expect(dialog(page).getByText("Enter an amount like 1,234.50.")).toBeVisible();
    await dialog(page).getByLabel("Fee charged on, USD").fill("25");
    await dialog(page).getByLabel("Reason").fill("Not sufficient funds");
    await expect(dialog(page)).toContainText("Account balance500.00 → becomes 1,255.50");
    await expectAccessible(page);
    await dialog(page).getByRole("button", { name: "Record the return" }).dblclick();
    await expect(
      page.getByText(/^The bank returned this payment on .*: Not sufficient funds$/),
    ).toBeVisible();
  });

  await test.step("the invoice tells both steps, and is owed whole again", async () => {
    await invoice(page, slug, "A-2");
    await expect(page.getByText(/reversed by event \d+/)).toBeVisible();
    await expect(page.getByRole("row", { name: /^Left to pay/ })).toContainText("730.50");
    await expectAccessible(page);
    await page.getByRole("link", { name: "Greenleaf" }).click();
    await expect(page.getByRole("heading", { name: "Greenleaf" })).toBeVisible();
    await expect(page.getByText("1,255.50").first()).toBeVisible();
    await expect(page.getByText("Returned: Check 4472").first()).toBeVisible();
    const history = page.getByRole("region", { name: "Account history" });
    const line = (name: RegExp) => history.getByRole("row").filter({ hasText: name }).first();
    await expect(line(/^(?!.*Returned).*Check 4472/)).toContainText(/Reversed by event \d+/);
    await expect(line(/Returned: Check 4472/)).toContainText(/Reverses P-\d+/);
    await expectAccessible(page);
    await line(/^(?!.*Returned).*Check 4472/)
      .getByRole("link", { name: /^Event \d+$/ })
      .click();
    await expect(page.getByText("This event was reversed")).toBeVisible();
  });
  expect(heard).toEqual([]);
});

test("open credit is applied, un-applied, applied anew, and its rest is refunded", async ({ page }, info) => {
  const heard = consoleErrors(page);
  const slug = await open(page, info.outputPath("owed.csv"));
  await invoice(page, slug, "A-1");
  await pay(page, "600", "4471");
  await page.getByRole("link", { name: "Greenleaf" }).click();
  await expect(page).toHaveURL(/customers\/[^/]+$/);
  const apply = `${page.url()}/apply`;

  await test.step("apply: the effect is shown first", async () => {
    await page.goto(apply);
    await expect(page.getByRole("rowheader", { name: "Check 4471" })).toBeVisible();
    await expectAccessible(page);
    await page.getByRole("button", { name: "Auto-apply" }).click();
    await expect(page.getByLabel("Amount for A-2")).toHaveValue("100.00");
    const aside = page.getByRole("complementary", { name: "What will happen" });
    await expect(aside).toContainText("Account balance730.50 → becomes 630.50");
    await expect(aside).toContainText("Open credit100.00 → becomes 0.00");
    await page.getByRole("button", { name: "Apply 100.00" }).click();
    await expect(page.getByText("No open credit")).toBeVisible();
    await expectAccessible(page);
  });

  await test.step("un-apply and apply anew, less of it", async () => {
    await page.getByRole("button", { name: "Un-apply from A-2" }).click();
    await expectAccessible(page);
    await dialog(page).getByRole("button", { name: "Un-apply" }).click();
    await page.getByLabel("Amount for A-2").fill("100.01");
    await page.getByRole("button", { name: "Apply 100.01" }).click();
    await expect(page.getByText("Only 100.00 can be applied.")).toBeVisible();
    await page.getByLabel("Amount for A-2").fill("60");
    await page.getByRole("button", { name: "Apply 60.00" }).click();
    await expect(page.getByText("60.00 of open credit applied")).toBeVisible();
  });

  await test.step("the rest goes back to the customer, never more than is open", async () => {
    const beside = page.getByRole("complementary", { name: "What will happen" });
    await expect(beside).toContainText("Can be applied40.00");
    await page.getByRole("button", { name: /^Refund/ }).click();
    await expect(dialog(page).getByLabel("Amount, USD")).toHaveValue("40.00");
    await dialog(page).getByLabel("Amount, USD").fill("40.01");
    await expect(dialog(page).getByText("Only 40.00 is open.")).toBeVisible();
    await dialog(page).getByLabel("Amount, USD").fill("40");
    await dialog(page).getByLabel("Check number").fill("1042");
    await dialog(page).getByLabel("Reason").fill("Asked for it back");
    await expect(dialog(page)).toContainText("Open credit40.00 → becomes 0.00");
    await expectAccessible(page);
    await dialog(page).getByRole("button", { name: "Record refund" }).click();
    await expect(page.getByText("No open credit")).toBeVisible();
  });

  await test.step("a small difference is written off with its reason", async () => {
    await invoice(page, slug, "A-2");
    await page.getByRole("main").getByRole("button", { name: "More" }).click();
    await page.getByRole("link", { name: "Write off" }).click();
    await expect(page.getByLabel("Amount, USD")).toHaveValue("670.50");
    await page.getByLabel("Amount, USD").fill("0.50");
    await page.getByLabel("Reason").fill("Bank charges");
    await expect(page.getByText("670.50 → becomes 670.00")).toBeVisible();
    await expectAccessible(page);
    await page.getByRole("button", { name: "Write off" }).click();
    await expect(page.getByRole("heading", { name: "Greenleaf" })).toBeVisible();
    await expect(page.getByRole("rowheader", { name: /^Write-off/ }).first()).toBeVisible();
  });

  await test.step("an invoice is voided: what had paid it is open credit again", async () => {
    await invoice(page, slug, "A-1");
    // By keyboard: left again, the focus is on the menu’s button.
    const more = page.getByRole("main").getByRole("button", { name: "More" });
    await more.press("Enter");
    await page.getByRole("button", { name: "Void" }).press("Enter");
    await page.keyboard.press("Escape");
    await expect(more).toBeFocused();
    await expect(page.getByRole("button", { name: "Void" })).toBeHidden();
    await more.click();
    await page.getByRole("button", { name: "Void" }).click();
    await expect(dialog(page)).toContainText("Check 4471500.00 open credit again");
    await expectAccessible(page);
    await dialog(page).getByLabel("Reason").fill("Wrong customer");
    await dialog(page).getByRole("button", { name: "Void" }).click();
    await expect(page.getByText("This invoice is void")).toBeVisible();
    await expectAccessible(page);
  });

  await test.step("the check bounces all the same: what was refunded of it is a debt of its own", async () => {
    await page.goto(`/${slug}/payments?search=4471`);
    await page.getByRole("link", { name: /^P-/ }).click();
    await expect(page.getByRole("button", { name: "Reverse", exact: true })).toHaveCount(0);
    await page.getByRole("button", { name: "Returned by the bank" }).click();
    await expect(dialog(page)).toContainText("A-260.00 owed again");
    await expect(dialog(page)).toContainText("40.00 of it went back to the customer before");
    await expect(dialog(page)).toContainText("Account balance670.00 → becomes 770.00");
    await expect(dialog(page)).toContainText("Open credit500.00 → becomes 0.00");
    await expectAccessible(page);
    await dialog(page).getByLabel("Reason").fill("Not sufficient funds");
    await dialog(page).getByRole("button", { name: "Record the return" }).click();
    await expect(page.getByText(/^The bank returned this payment on .*/)).toBeVisible();
  });
  expect(heard).toEqual([]);
});

test("somebody else was quicker: nothing is done, and the reason stays", async ({ page, context }, info) => {
  const slug = await open(page, info.outputPath("owed.csv"));
  await invoice(page, slug, "A-1");
  await page.getByRole("main").getByRole("button", { name: "More" }).click();
  await page.getByRole("button", { name: "Void" }).click();
  await dialog(page).getByLabel("Reason").fill("Wrong customer");

  const other = await context.newPage();
  await invoice(other, slug, "A-1");
  await pay(other, "500", "4471");

  await dialog(page).getByRole("button", { name: "Void" }).click();
  await expect(dialog(page).getByText("This account changed meanwhile")).toBeVisible();
  await expectAccessible(page);
  await dialog(page).getByRole("button", { name: "See what changed" }).click();
  await expect(dialog(page)).toContainText("Check 4471500.00 open credit again");
  await expect(dialog(page).getByLabel("Reason")).toHaveValue("Wrong customer");
  await dialog(page).getByRole("button", { name: "Void" }).click();
  await expect(page.getByText("This invoice is void")).toBeVisible();
});

test("the same from a phone @phone", async ({ page }, info) => {
  const heard = consoleErrors(page);
  const slug = await open(page, info.outputPath("owed.csv"));
  await page.goto(`/${slug}/invoices`);
  await expectAccessible(page);
  await expectNoSideways(page);
  await invoice(page, slug, "A-1");
  await expectNoSideways(page);
  await pay(page, "600", "4471");
  await expectNoSideways(page);
  await page.getByRole("button", { name: "Returned by the bank" }).click();
  await expectAccessible(page);
  await expectNoSideways(page);
  await page.keyboard.press("Escape");
  await page.getByRole("link", { name: "Greenleaf" }).click();
  await expect(page).toHaveURL(/customers\/[^/]+$/);
  const account = page.url();
  for (const screen of ["apply", "adjust"]) {
    await page.goto(`${account}/${screen}`);
    await expectAccessible(page);
    await expectNoSideways(page);
  }
  await page.goto(`/${slug}/payments?open=yes`);
  await expectAccessible(page);
  await expectNoSideways(page);
  expect(heard).toEqual([]);
});
