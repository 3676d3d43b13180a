// A credit memo of an invoice, by line with tax: from the invoice over its paper to the tax report; and at the keyboard on a phone.
import { expect, test, type Page } from "@playwright/test";
import { expectAccessible, expectNoSideways } from "./axe.ts";
import { books, freshBusiness } from "./books.ts";
import { consoleErrors, demoDay, fillSignIn } from "./demo.ts";
import { ask, tell } from "./doors.ts";
import { issueInvoice } from "./invoices.ts";
import { mailedLink } from "./mail.ts";
import { expectTouchable } from "./touch.ts";

test.describe.configure({ timeout: 120_000 });

/** Taxed by two agencies, with one invoice of 160.00 and its tax of 12.80. */
async function open(page: Page) {
  const { slug, email, password } = await freshBusiness("Granite & Co");
  await page.goto("/sign-in");
  await fillSignIn(page, email, password);
  await expect(page).toHaveURL(new RegExp(`/${slug}`));
  const say = <T>(path: string, input: object) => tell<T>(page, slug, path, input);
  const rate = async (agency: string, percent: string) => {
    const { agencyId } = await say<{ agencyId: string }>("taxes.addAgency", { name: agency });
    return (await say<{ rateId: string }>("taxes.addRate", { name: `${agency} tax`, agencyId, percent }))
      .rateId;
  };
  const rateIds = [await rate("Vermont", "6"), await rate("Stowe", "2")];
  const { rateId } = await say<{ rateId: string }>("taxes.addCombined", { name: "Both", rateIds });
  const { version } = await ask<{ version: number }>(page, slug, "settings.read", {});
  await say("taxes.chooseDefault", { version, rateId });
  const { customerId } = await say<{ customerId: string }>("customers.create", {
    name: "Greenleaf",
    email: "ap@greenleaf.example",
  });
  const lines: [string, string, string][] = [
    ["Stone", "4", "25"],
    ["Delivery", "1", "60"],
  ];
  return { slug, ...(await issueInvoice(page, slug, { customerId, lines, retainage: "10%" })) };
}

test("by line with tax, from the invoice to the tax report", async ({ page, browser }) => {
  const heard = consoleErrors(page);
  const { slug, invoiceId } = await open(page);
  const effect = page.getByRole("complementary", { name: "What will happen" });

  await test.step("what of it is credited, and what that comes to, before it is issued", async () => {
    await page.goto(`/${slug}/invoices/${invoiceId}`);
    await page.getByRole("main").getByRole("button", { name: "More" }).click();
    await page.getByRole("link", { name: "Credit", exact: true }).click();
    await expect(page.getByRole("heading", { name: "Credit invoice INV-00001" })).toBeVisible();
    await page.getByLabel("Quantity of Stone credited").fill("5");
    await expect(page.getByText("That is more than is left of it")).toBeVisible();
    await expectAccessible(page);
    await page.getByLabel("Quantity of Stone credited").fill("1");
    await page.getByLabel("Amount of Delivery credited").fill("10");
    await page.getByLabel("Reason").fill("Cracked");
    await page.getByLabel(/^Note to the customer/).fill("Sorry for that");
    for (const shown of [/before tax\s*35.00/, /Tax\s*2.80/, /held back\s*−3.50/, /Credit memo\s*34.30/])
      await expect(effect).toContainText(shown);
    await expect(effect).toContainText(/Settles of INV-00001\s*34.30/);
    await expectAccessible(page);
  });

  await test.step("issued: its page and its paper", async () => {
    await page.getByRole("button", { name: "Issue credit memo" }).click();
    await expect(page.getByRole("heading", { name: "Credit memo CM-00001" })).toBeVisible();
    for (const shown of [
      "Sorry for that",
      "Cracked",
      "Vermont tax, Vermont 6% on 35.00",
      "No longer held back",
    ])
      await expect(page.locator("main")).toContainText(shown);
    await expectAccessible(page);
    const address = await page.getByRole("link", { name: "PDF" }).getAttribute("href");
    const paper = await page.request.get(address ?? "");
    expect(paper.headers()["content-type"]).toBe("application/pdf");
    expect((await paper.body()).subarray(0, 5).toString()).toBe("%PDF-");
  });

  await test.step("mailed: its link opens it without a sign-in or a script, until it is withdrawn", async () => {
    await page.getByRole("button", { name: "E-mail" }).click();
    const dialog = page.getByRole("dialog");
    await expect(dialog.getByLabel("To")).toHaveValue("ap@greenleaf.example");
    await dialog.getByLabel("To").fill("not an address");
    await dialog.getByRole("button", { name: "Send" }).click();
    await expect(dialog.getByText(/^Enter one e-mail address/)).toBeVisible();
    await expectAccessible(page);
    await dialog.getByLabel("To").fill("ap@greenleaf.example");
    await dialog.getByLabel(/^Text/).fill("As agreed.");
    const link = await mailedLink("ap@greenleaf.example", "/s/", () =>
      dialog.getByRole("button", { name: "Send" }).click(),
    );
    await expect(page.locator("#mails").getByText("Sent", { exact: true })).toBeVisible({ timeout: 20_000 });
    const stranger = await browser.newContext({ javaScriptEnabled: false });
    const reader = await stranger.newPage();
    await reader.goto(link);
    await expect(
      reader.getByRole("heading", { name: "Credit memo CM-00001 from Granite & Co" }),
    ).toBeVisible();
    await expect(reader.getByRole("article")).toContainText(/Total credit\s*34.30/);
    expect((await fetch(`${link}/pdf`)).headers.get("content-type")).toBe("application/pdf");
    await page.getByRole("button", { name: "Withdraw 1 link" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Withdraw it" }).click();
    await expect(page.getByText("1 link withdrawn")).toBeVisible();
    expect((await reader.goto(link))?.status()).toBe(404);
    await stranger.close();
  });

  await test.step("the invoice names it, can't be voided over it, and owes so much less", async () => {
    await page.getByRole("link", { name: "INV-00001" }).first().click();
    await expect(page.getByRole("link", { name: "Credit memo CM-00001" })).toBeVisible();
    await expect(page.getByText(/Some of this invoice was credited/)).toBeVisible();
    await expect(page.locator("main")).toContainText(/Left to pay\s*122.50/);
  });

  await test.step("the list of credit memos has it, and takes it home as a file", async () => {
    await page.goto(`/${slug}/invoices`);
    await page.getByRole("link", { name: "Credit memos" }).click();
    await expect(page.getByRole("row", { name: /CM-00001.*INV-00001/ })).toBeVisible();
    await expectAccessible(page);
    await expectNoSideways(page);
    const file = await page.request.get(`/${slug}/credit-memos/csv?search=CM-00001`);
    expect(await file.text()).toContain("INV-00001");
    await page.goBack();
  });

  await test.step("each agency is owed the tax of what is left", async () => {
    await page.goto(`/${slug}/reports/tax`);
    await page.getByLabel("From").fill(demoDay(3));
    await page.getByLabel("To", { exact: true }).fill(demoDay(-1));
    await page.getByRole("button", { name: "Show" }).click();
    await expect(page.getByRole("row", { name: /Vermont.*7\.50/ })).toBeVisible();
    await expect(page.getByRole("row", { name: /Stowe.*2\.50/ })).toBeVisible();
  });
  expect(heard).toEqual([]);
  expect(await books("check", "--org", slug)).toContain("proven");
});

test("all that is left, with the keyboard on a phone @phone", async ({ page }) => {
  const { slug, invoiceId } = await open(page);
  await page.goto(`/${slug}/invoices/${invoiceId}/credit`);
  await page.getByRole("radio", { name: "Chosen lines" }).focus();
  await page.keyboard.press("ArrowDown");
  await expect(page.getByRole("radio", { name: "All that is left" })).toBeChecked();
  await expectNoSideways(page);
  await expectTouchable(page);
  await page.getByLabel("Reason").focus();
  await page.keyboard.press("Control+Enter");
  await expect(page.getByRole("heading", { name: "Credit memo CM-00001" })).toBeVisible();
  await expect(page.locator("main")).toContainText(/Open credit\s*0.00/);
  await page.getByRole("button", { name: "Dismiss" }).tap();
  await expectNoSideways(page);
  await expectTouchable(page);
});
