// The whole job on real input: import 2,466 invoices, read their aging, mail a statement, open it as its customer
// does, and keep its PDF. The figures were worked out elsewhere, by other means.
import { readFile } from "node:fs/promises";
import { expect, test, type Download, type Page } from "@playwright/test";
import { extractText, getDocumentProxy } from "unpdf";
import { expectAccessible, expectNoSideways } from "./axe.ts";
import { books, freshBusiness } from "./books.ts";
import { consoleErrors, fillSignIn } from "./demo.ts";
import { INBOX, mailedLink } from "./mail.ts";

const FILE = "src/domain/testdata/late-payment-histories.csv";

/** Open invoices, current, 1–30 and all, at the end of five days; nothing was ever later than that. */
const AGINGS = [
  ["2012-06-30", 98, "4594.36", "909.73", "5504.09"],
  ["2012-12-31", 99, "4936.32", "788.74", "5725.06"],
  ["2013-06-30", 84, "4284.29", "835.56", "5119.85"],
  ["2013-12-31", 13, "206.25", "555.65", "761.90"],
  ["2014-01-31", 0, "0.00", "0.00", "0.00"],
] as const;

async function enter(page: Page, { slug, email, password }: Awaited<ReturnType<typeof freshBusiness>>) {
  await page.goto("/sign-in");
  await fillSignIn(page, email, password);
  await expect(page).toHaveURL(new RegExp(`/${slug}`));
}

async function choose(page: Page, file: string | { name: string; text: string }) {
  const input = page.getByLabel("File to import");
  if (typeof file === "string") return input.setInputFiles(file);
  const { name, text } = file;
  return input.setInputFiles({ name, mimeType: "text/csv", buffer: Buffer.from(text, "latin1") });
}

/** Chosen, sent and read. */
async function look(page: Page, file: Parameters<typeof choose>[1]) {
  await choose(page, file);
  await expect(page).toHaveURL(/\/import\/[\da-f-]{36}$/);
  await expect(page.getByRole("heading", { name: "Columns" })).toBeVisible({ timeout: 20_000 });
}

async function textOf(download: Download): Promise<{ bytes: Buffer; text: string }> {
  const bytes = await readFile(await download.path());
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(bytes)), { mergePages: true });
  return { bytes, text };
}

async function downloadPdf(page: Page) {
  const coming = page.waitForEvent("download");
  await page.getByRole("link", { name: "Download PDF" }).click();
  return textOf(await coming);
}

test("a file is imported, its aging is right, and a statement reaches its customer", async ({
  page,
  context,
}) => {
  test.setTimeout(180_000);
  const heard = consoleErrors(page);
  const business = await freshBusiness("Walk & Sons");
  const { slug } = business;
  await enter(page, business);
  await expectAccessible(page);

  await test.step("a file that is wrong says where, and imports nothing", async () => {
    await page.goto(`/${slug}/import`);
    await expectAccessible(page);
    const head = "customerID,invoiceNumber,InvoiceDate,DueDate,InvoiceAmount,SettledDate\n";
    const rows =
      "A,1,1/2/2013,2/1/2013,5.555,\nA,1,13/13/2013,2/1/2013,-4,\nCaf\xe9,2,1/2/2013,2/1/2013,7,1/1/2013\n";
    await look(page, { name: "wrong.csv", text: head + rows });
    await expect(page.getByRole("heading", { name: "wrong.csv" })).toBeVisible();
    const errors = page.getByRole("region", { name: /errors?$/ });
    for (const told of ["“13/13/2013”", "InvoiceDate"])
      await expect(errors.getByText(told).first()).toBeVisible();
    await expect(page.getByRole("button", { name: /^Import/ })).toHaveAttribute("aria-disabled", "true");
    // The bar at the foot covers what is scrolled behind it; at the end it stands below everything.
    await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
    await expectAccessible(page);
    expect(JSON.parse(await books("aging", "--org", slug, "--json"))).toMatchObject({ openInvoices: 0 });
  });

  await test.step("the real file shows what it would do, and does it once", async () => {
    await page.goto(`/${slug}/import`);
    await look(page, FILE);
    const figures = page.locator("#figures");
    for (const figure of ["2,466", "100", "147,703.18"])
      await expect(figures.getByText(figure).first()).toBeVisible();
    await expectAccessible(page);
    await page
      .getByRole("button", { name: /^Import 2,466 invoices, 2,466 payments, 100 new customers/ })
      .click();
    await expect(page.getByText(/^Imported: 2,466 invoices/)).toBeVisible({ timeout: 60_000 });
    await expectAccessible(page);
    await page.goto(`/${slug}/import`);
    await look(page, FILE);
    await expect(page.getByText("This file is in your books already")).toBeVisible();
    await expect(page.getByRole("button", { name: /^Import/ })).toHaveCount(0);
  });

  await test.step("five agings are what others worked out", async () => {
    for (const [asOf, openInvoices, current, d1_30, total] of AGINGS) {
      const told = await books("aging", "--org", slug, "--as-of", asOf, "--json");
      const late = { d31_60: "0.00", d61_90: "0.00", d91: "0.00" };
      const sums = { total, unapplied: "0.00", net: total };
      expect(JSON.parse(told)).toEqual({ asOf, openInvoices, current, d1_30, ...late, ...sums });
      await page.goto(`/${slug}/reports/aging?asOf=${asOf}`);
      await expect(
        page.getByText(openInvoices ? `${openInvoices} open item` : "Nobody owes anything"),
      ).toBeVisible();
      await expect(page.getByText("The ledger’s receivable less customer credit is the same")).toBeVisible();
      const shown = page.getByRole("main").locator("dl").first();
      for (const figure of [current, d1_30, total]) {
        const written =
          figure === "0.00" ? "—" : Number(figure).toLocaleString("en-US", { minimumFractionDigits: 2 });
        await expect(shown.getByText(written, { exact: true }).first()).toBeVisible();
      }
    }
    await expectAccessible(page);
  });

  await test.step("a customer's page shows that customer's share", async () => {
    await page.goto(`/${slug}/customers?search=8887-NCUZC`);
    await page.getByRole("link", { name: "8887-NCUZC" }).click();
    await expect(page.getByRole("heading", { name: "8887-NCUZC" })).toBeVisible();
    await page.goto(`${page.url()}?asOf=2013-06-30`);
    await expect(page.getByText("Everything here is as of Jun 30, 2013.")).toBeVisible();
    const aging = page.locator("#aging");
    for (const figure of ["53.19", "27.84", "81.03"])
      await expect(aging.getByText(figure).first()).toBeVisible();
    await expectAccessible(page);
  });

  await test.step("the statement is looked at, issued and mailed", async () => {
    await page.getByRole("link", { name: "Statement", exact: true }).click();
    await expect(page.getByRole("article", { name: "Statement preview" })).toContainText("81.03");
    await expectAccessible(page);
    await page.getByRole("button", { name: "Issue" }).click();
    const dialog = page.getByRole("dialog");
    await expect(dialog).toContainText("Closing balance$81.03");
    await dialog.getByLabel("E-mail it to the customer").check();
    const to = dialog.getByRole("textbox", { name: "To" });
    await to.fill("accounts payable");
    await dialog.getByRole("button", { name: "Issue and e-mail" }).click();
    await expect(dialog.getByText("Enter one e-mail address")).toBeVisible();
    await expect(to).toHaveValue("accounts payable");
    await expectAccessible(page);
    const recipient = `ap@${slug}.example`;
    const link = await mailedLink(recipient, "/s/", async () => {
      await to.fill(recipient);
      await dialog.getByRole("button", { name: "Issue and e-mail" }).click();
      await expect(page.getByRole("heading", { name: /^Statement S-/ })).toBeVisible();
    });
    await expect(page.locator("#mails").getByText("Sent", { exact: true })).toBeVisible({ timeout: 15_000 });
    await expectAccessible(page);
    expect(link).toMatch(/\/s\/[\w-]{43}$/);
  });

  const mine = await downloadPdf(page);
  const theirs = await test.step("its customer opens it from the inbox and keeps the PDF", async () => {
    const reader = await context.browser()?.newContext({ locale: "en-US" });
    if (!reader) throw new Error("there is a browser");
    const inbox = await reader.newPage();
    await inbox.goto(INBOX);
    await inbox
      .getByRole("link", { name: /Statement from Walk & Sons/ })
      .first()
      .click();
    const opening = inbox.waitForEvent("popup");
    await inbox
      .frameLocator("iframe")
      .getByRole("link", { name: /statement/i })
      .first()
      .click();
    const shared = await opening;
    // Attached and there, before it is asked to come again with somebody listening.
    await shared.waitForURL(/\/s\//);
    await shared.waitForLoadState();
    const said = consoleErrors(shared);
    await shared.reload();
    await expect(shared.getByRole("heading", { name: "Statement from Walk & Sons" })).toBeVisible();
    await expect(shared.getByText("as of Jun 30, 2013.")).toBeVisible();
    for (const figure of ["$81.03", "53.19", "27.84"])
      await expect(shared.getByText(figure).first()).toBeVisible();
    await expectAccessible(shared);
    const file = await downloadPdf(shared);
    expect(said).toEqual([]);
    // Browsers share cookies between the ports of one host: the inbox's is there, and none of ours.
    const kept = (await reader.cookies(shared.url())).map(({ name }) => name);
    expect(kept.filter((name) => !name.startsWith("onaccount.inbox."))).toEqual([]);
    await reader.close();
    return file;
  });
  expect(theirs.bytes.equals(mine.bytes), "one statement is the same bytes for everybody").toBe(true);
  for (const told of ["Walk & Sons", "8887-NCUZC", "81.03", "53.19", "27.84", "5143348258", "Jun 30, 2013"])
    expect(theirs.text).toContain(told);
  expect(heard).toEqual([]);
});

test("the same from a phone, with two invoices @phone", async ({ page }) => {
  const heard = consoleErrors(page);
  const business = await freshBusiness("Pocket Trade");
  const { slug } = business;
  await enter(page, business);
  await expectNoSideways(page);
  await page.goto(`/${slug}/import`);
  const head = "customerID;invoiceNumber;InvoiceDate;DueDate;InvoiceAmount;SettledDate\n";
  await look(page, {
    name: "two.csv",
    text: `${head}Caf\xe9;0001;1/2/2026;2/1/2026;55.94;\nCaf\xe9;0002;1/9/2026;2/8/2026;10;2/1/2026\n`,
  });
  await expectNoSideways(page);
  await page.getByRole("radio", { name: /^Month first/ }).check();
  await page.getByRole("button", { name: "Use this answer" }).click();
  await page.getByRole("button", { name: "Import 2 invoices, 1 payment, 1 new customer" }).click();
  await page.getByRole("link", { name: "See the customers" }).click();
  await page.getByRole("link", { name: "Café" }).click();
  await page.getByRole("link", { name: "Statement", exact: true }).click();
  await expect(page.getByRole("article")).toContainText("$55.94");
  await expectAccessible(page);
  await expectNoSideways(page);
  await page.getByRole("button", { name: "Issue" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Issue", exact: true }).click();
  await expect(page.getByText("Not mailed yet.")).toBeVisible();
  await expectNoSideways(page);
  await page.getByRole("button", { name: "E-mail" }).click();
  const recipient = `cafe@${slug}.example`;
  const link = await mailedLink(recipient, "/s/", async () => {
    await page.getByRole("textbox", { name: "To" }).fill(recipient);
    await page.getByRole("button", { name: "Send" }).click();
  });
  await expect(page.locator("#mails").getByText("Sent", { exact: true })).toBeVisible({ timeout: 15_000 });
  await page.goto(`/${slug}/statements`);
  await expect(page.getByRole("link", { name: /^S-/ })).toBeVisible();
  await expectAccessible(page);
  await expectNoSideways(page);
  await page.goto(link);
  await expect(page.getByText("Amount due")).toBeVisible();
  await expectAccessible(page);
  await expectNoSideways(page);
  expect(heard).toEqual([]);
});
