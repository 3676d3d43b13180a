// A German file that leaves things open: its questions are answered, a column is chosen, a row with an error is left out, it
// is imported and taken back; by keyboard where a person would.
import { expect, test, type Page } from "@playwright/test";
import { expectAccessible, expectNoSideways } from "./axe.ts";
import { books, freshBusiness } from "./books.ts";
import { consoleErrors, fillSignIn } from "./demo.ts";

const FILE = `Kunde;Rechnungsnummer;Datum;Zahlbar bis;Rechnungsbetrag;Bemerkung
Müller GmbH;R-1;01.03.2026;31.03.2026;1.190;Lager
Möller KG;R-2;02.03.2026;01.04.2026;12.500;
Mäller OHG;R-3;40.03.2026;01.04.2026;3.000;
`;

async function enter(page: Page, name: string) {
  const business = await freshBusiness(name);
  await page.goto("/sign-in");
  await fillSignIn(page, business.email, business.password);
  await expect(page).toHaveURL(new RegExp(`/${business.slug}`));
  return business.slug;
}

const send = (page: Page, name: string, text: string) =>
  page
    .getByLabel("File to import")
    .setInputFiles({ name, mimeType: "text/csv", buffer: Buffer.from(text, "latin1") });

const isRead = (page: Page) => expect(page.getByText("Reading the file again…")).toHaveCount(0);

test("a German file is understood with a few answers, imported and taken back", async ({ page }) => {
  test.setTimeout(120_000);
  const heard = consoleErrors(page);
  const slug = await enter(page, "Holz & Stein");
  await page.goto(`/${slug}/import`);
  await expectAccessible(page);
  await send(page, "offene-posten.csv", FILE);
  await expect(page).toHaveURL(/\/import\/[\da-f-]{36}$/);
  const importIt = page.getByRole("button", { name: /^Import/ });

  await test.step("what the file doesn't settle is asked, and nothing can be imported before", async () => {
    await expect(page.getByText("What is the decimal sign in Rechnungsbetrag?")).toBeVisible();
    await expect(importIt).toHaveAttribute("aria-disabled", "true");
    await expect(importIt).toHaveAccessibleDescription(/questions? to answer first/);
    await expectAccessible(page);
    await page.getByRole("radio", { name: /^A comma: 1\.190/ }).check();
    await page.locator("#questions").getByRole("button", { name: "Use this answer" }).click();
    await expect(page.getByText("What is the decimal sign in Rechnungsbetrag?")).toHaveCount(0);
    await isRead(page);
    const amounts = page.getByRole("row", { name: /Rechnungsbetrag/ });
    await expect(amounts).toContainText(/1\.190 →\s+becomes 1,?190/);
  });

  await test.step("the day the open items are of is asked, with a day to begin with", async () => {
    await page.getByRole("radio", { name: /^Open items as of a day/ }).check();
    await expect(page.getByLabel("As of", { exact: true })).toHaveValue(/^\d{4}-\d\d-\d\d$/);
    await page.getByRole("radio", { name: /^History/ }).check();
    await page.locator("#way").getByRole("button", { name: "Use this answer" }).click();
    await isRead(page);
    await expect(page.getByRole("radio", { name: /^History/ })).toBeChecked();
    await expect(page.locator("#way").getByRole("button")).toHaveCount(0);
  });

  await test.step("a column is chosen, and keeps the keyboard", async () => {
    const memo = page.getByLabel("What “Bemerkung” holds");
    await memo.focus();
    await memo.selectOption("Leave out");
    await isRead(page);
    await memo.selectOption("Memo");
    await isRead(page);
    await expect(memo).toHaveValue("memo");
    await expect(memo).toBeFocused();
  });

  await test.step("the row with an error is told by the file's own heading, and left out", async () => {
    const errors = page.locator("#errors");
    await expect(errors.getByRole("row", { name: /Datum/ })).toContainText("4");
    await expect(importIt).toHaveAccessibleDescription(/^1 error/);
    const coming = page.waitForEvent("download");
    await errors.getByRole("link", { name: "Download all as CSV" }).click();
    expect((await coming).suggestedFilename()).toMatch(/\.csv$/);
    await errors.getByRole("checkbox").check();
    await isRead(page);
    await expect(page.locator("#figures")).toContainText("13,690.00");
    await expectAccessible(page);
  });

  await test.step("it is imported", async () => {
    await page.getByRole("button", { name: "Import 2 invoices, 2 new customers" }).click();
    await expect(page.getByText("Imported: 2 invoices, 2 new customers")).toBeVisible({ timeout: 30_000 });
    await expect(page.getByText("1 row left out for errors.")).toBeVisible();
    await expect(page.getByRole("region", { name: "What it brought" })).toBeFocused();
    await expectAccessible(page);
    expect(JSON.parse(await books("aging", "--org", slug, "--json"))).toMatchObject({ openInvoices: 2 });
  });

  await test.step("and taken back whole", async () => {
    await page.getByRole("button", { name: "Undo this import" }).click();
    const dialog = page.getByRole("dialog");
    await expect(dialog).toContainText("2 invoices, 2 new customers");
    await dialog.getByRole("button", { name: "Undo import" }).click();
    await expect(page.getByText("This import was undone").first()).toBeVisible({ timeout: 20_000 });
    expect(JSON.parse(await books("aging", "--org", slug, "--json"))).toMatchObject({ openInvoices: 0 });
    await page.getByRole("link", { name: "All imports" }).click();
    await expect(page.getByRole("row", { name: /offene-posten\.csv/ })).toContainText("Undone");
    await expectAccessible(page);
  });
  expect(heard).toEqual([]);
});

test("a connection that is lost while a file is sent is said, and can be tried again on a phone @phone", async ({
  page,
}) => {
  const slug = await enter(page, "Unterwegs");
  await page.goto(`/${slug}/import`);
  const keys: (string | null)[] = [];
  await page.route("**/import/files?*", async (route) => {
    keys.push(new URL(route.request().url()).searchParams.get("key"));
    if (keys.length === 1) await route.abort("connectionreset");
    else await route.continue();
  });
  await send(page, "offene-posten.csv", FILE);
  await expect(page.getByText("The connection was lost before the file was sent.")).toBeVisible();
  await expectNoSideways(page);
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(page).toHaveURL(/\/import\/[\da-f-]{36}$/);
  await expect(page.getByRole("heading", { name: "Columns" })).toBeVisible({ timeout: 20_000 });
  expect(keys).toHaveLength(2);
  expect(keys[0]).toBe(keys[1]);
  await expectNoSideways(page);
  await expectAccessible(page);
});

test("what can't be imported is said before it is sent", async ({ page }) => {
  const slug = await enter(page, "Falsches");
  await page.goto(`/${slug}/import`);
  await page.getByLabel("File to import").setInputFiles({
    name: "scan.pdf",
    mimeType: "application/pdf",
    buffer: Buffer.from("x"),
  });
  await expect(page.getByText("scan.pdf is of another kind.")).toBeVisible();
  await send(page, "empty.csv", "");
  await expect(page.getByText("empty.csv is empty.")).toBeVisible();
  await expectAccessible(page);
});
