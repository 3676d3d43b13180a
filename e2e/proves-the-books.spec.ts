// From a figure to what it is made of, to the event behind it, to the proof that nobody changed it; the page as it was
// known before; a month that is closed after its effect was said, and what is dated in it.
import { writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { expect, test } from "@playwright/test";
import { expectAccessible, expectNoSideways } from "./axe.ts";
import { books, freshBusiness } from "./books.ts";
import { consoleErrors, fillSignIn, openSection, openSettings } from "./demo.ts";

const CSV = `customerID,invoiceNumber,InvoiceDate,DueDate,InvoiceAmount,SettledDate
GREEN-1,A-1,1/5/2026,2/4/2026,100.00,2/10/2026
GREEN-1,A-2,3/2/2026,4/1/2026,40.50,
GREEN-1,A-3,3/9/2026,4/8/2026,9.50,
`;

test("every figure leads to its events, and the events are proven @phone", async ({ page }) => {
  test.setTimeout(240_000);
  const heard = consoleErrors(page);
  const business = await freshBusiness("Provable Supply");
  const file = path.join(os.tmpdir(), `${business.slug}.csv`);
  await writeFile(file, CSV);
  await books("import", "receivables", file, "--org", business.slug, "--days", "mdy");
  expect(await books("check", "--org", business.slug)).toMatch(/: proven, 4 events in/);
  await page.goto("/sign-in");
  await fillSignIn(page, business.email, business.password);

  await test.step("a figure opens what it is made of", async () => {
    await page.getByRole("link", { name: "GREEN-1" }).click();
    await page.getByRole("link", { name: "What makes up Account balance" }).click();
    const why = page.getByRole("region", { name: "What makes up Account balance" });
    await expect(why.getByRole("row", { name: /^Account balance/ })).toContainText("50.00");
    await expect(why.getByRole("link", { name: /^Event / })).toHaveCount(2);
    await expectAccessible(page);
    await why.getByRole("link", { name: "Close" }).click();
    await expect(why).toBeHidden();
  });

  await test.step("an Event ID opens the event, with its journal and its place in the chain", async () => {
    await page.getByRole("link", { name: "Event 1", exact: true }).click();
    await expect(page.getByRole("heading", { name: "Invoice A-1" })).toBeVisible();
    await expect(page.getByText("The customer was invoiced $100.00.")).toBeVisible();
    await expect(page.getByRole("table", { name: /Journal lines/ })).toContainText("Accounts receivable");
    await expect(page.getByText("Verified just now")).toBeVisible();
    await expectAccessible(page);
    await expectNoSideways(page);
    await page.locator("#since").getByRole("link").first().click();
    await expect(page.getByText("The customer paid $100.00.")).toBeVisible();
    expect((await page.goto(`/${business.slug}/events/99999`))?.status()).toBe(404);
    heard.splice(0); // the browser's own word about that 404
  });

  await test.step("as it was known before the import there was nothing", async () => {
    await page.goto(`/${business.slug}/customers`);
    await page.getByRole("link", { name: "GREEN-1" }).click();
    await page.getByText("As of today").click();
    await page.getByLabel(/As it was known/).fill("2026-04-01T09:00");
    await page.getByRole("button", { name: "Show", exact: true }).click();
    await expect(page.getByText(/Everything here is as of .*, as known Apr 1, 2026/)).toBeVisible();
    await expect(page.getByText("Nothing was owed then.")).toBeVisible();
    await expectAccessible(page);
    await expectNoSideways(page);
    await page.getByRole("link", { name: "Back to today" }).click();
    await expect(page.getByText("As of today")).toBeVisible();
  });

  await test.step("the books are proven on request", async () => {
    await openSection(page, "Settings");
    await openSettings(page, "Proof");
    await expect(page.getByText("Not proven yet")).toBeVisible();
    await page.getByRole("button", { name: "Prove now" }).click();
    await expect(page.getByText(/^Proven at .*: 4 events$/)).toBeVisible({ timeout: 90_000 });
    await expectAccessible(page);
    await expectNoSideways(page);
  });

  await test.step("a month is closed after its effect was said", async () => {
    await openSettings(page, "Periods");
    await page.getByRole("button", { name: "Close March 2026" }).click();
    const question = page.getByRole("dialog", { name: "Close March 2026?" });
    await expect(question.getByText("2 events")).toBeVisible();
    await expectAccessible(page);
    await question.getByRole("button", { name: "Close", exact: true }).last().click();
    await expect(page.getByText("March 2026 closed, with 2 events")).toBeVisible();
  });

  await test.step("what is dated in it says before and after where it is posted", async () => {
    await page.goto(`/${business.slug}/payments/new?customer=GREEN-1`);
    await page.getByLabel("Amount, USD").fill("10");
    await page.getByLabel("Received on").fill("2026-03-20");
    await expect(page.getByText("March 2026 is closed")).toBeVisible();
    await expect(page.getByText("dated Mar 20, 2026 and posted in April 2026")).toBeVisible();
    await page.getByLabel("Post it in").selectOption("May 2026");
    await expectAccessible(page);
    await expectNoSideways(page);
    await page.getByLabel("Amount, USD").press("Control+Enter");
    await expect(page.getByText("It is dated in March 2026, posted in May 2026.")).toBeVisible();
    await page.goto(`/${business.slug}/reports/aging?asOf=2026-03-31`);
    await expect(page.getByText("dated in March 2026, posted in May 2026: −10.00")).toBeVisible();
  });

  await test.step("the month is opened again", async () => {
    await page.goto(`/${business.slug}/settings/periods`);
    await page.getByRole("button", { name: "Reopen March 2026" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Reopen", exact: true }).click();
    await expect(page.getByText("March 2026 is open again")).toBeVisible();
  });
  expect(heard).toEqual([]);
});
