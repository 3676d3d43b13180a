// A statement link: no sign-in, no cookie, no script; looking uses nothing up; and it ends when it is withdrawn
// (faults D22, E17, E27, E28, E29, f.1). What a role may not do, it isn't offered.
import fs from "node:fs/promises";
import { PDFDocument } from "@cantoo/pdf-lib";
import { expect, test, type Page } from "@playwright/test";
import { expectAccessible } from "./axe.ts";
import { consoleErrors, demoDay, signIn } from "./demo.ts";
import { ask, tell } from "./doors.ts";

const GONE = "This link has expired or was withdrawn";

/** Issues a statement of a demo customer without mailing it, and makes a link by hand. */
async function linkByHand(page: Page, customer: string): Promise<string> {
  await signIn(page, "books@hillside.example");
  await page.goto(`/hillside/customers?search=${encodeURIComponent(customer)}`);
  await page.getByRole("link", { name: customer }).first().click();
  await page.getByRole("link", { name: "Statement", exact: true }).click();
  await page.getByRole("button", { name: "Issue" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("E-mail it to the customer").uncheck();
  await dialog.getByRole("button", { name: "Issue", exact: true }).click();
  await expect(page.getByText("Not mailed yet.")).toBeVisible();
  await page.getByRole("button", { name: "Make a link" }).click();
  await dialog.getByRole("button", { name: "Make a link" }).click();
  const link = await dialog.getByLabel("Address").inputValue();
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await expect(page.locator("#links").getByText("Made by hand")).toBeVisible();
  await expect(page.getByText(link)).toHaveCount(0);
  return link;
}

test("a link opens without script and cookie, again and again, until it is withdrawn", async ({
  page,
  browser,
}) => {
  const heard = consoleErrors(page);
  const link = await linkByHand(page, "Greenleaf Landscaping");
  const stranger = await browser.newContext({ javaScriptEnabled: false });
  const reader = await stranger.newPage();

  for (let n = 0; n < 5; n++) {
    const answer = await fetch(link);
    expect(answer.status).toBe(200);
    expect(answer.headers.get("set-cookie")).toBeNull();
    expect(answer.headers.get("cache-control")).toContain("no-store");
    expect(answer.headers.get("referrer-policy")).toBe("no-referrer");
    expect(answer.headers.get("x-robots-tag")).toContain("noindex");
    expect(answer.headers.get("content-security-policy")).toContain("default-src 'none'");
    expect(await answer.text()).not.toMatch(/<script|as="script"/i);
  }
  await reader.goto(link);
  await expect(reader.getByRole("heading", { name: "Statement from Hillside Supply" })).toBeVisible();
  await expect(reader.getByText("Amount due")).toBeVisible();
  await expect(reader.locator("html")).toHaveAttribute("lang", "en-US");
  // Its style has come: the sheet is no bare page of text.
  const sheet = reader.getByRole("article");
  expect(await sheet.evaluate((article) => getComputedStyle(article).borderRadius)).toBe("10px");
  await expect(reader).toHaveTitle(/^Statement .* from Hillside Supply$/);
  const file = await fetch(`${link}/pdf`);
  expect(file.headers.get("content-type")).toBe("application/pdf");
  expect(file.headers.get("content-disposition")).toContain("attachment");

  await page.getByRole("button", { name: "Withdraw it" }).click();
  await expectAccessible(page);
  await page.getByRole("dialog").getByRole("button", { name: "Withdraw it" }).click();
  await expect(page.getByText("all have expired or were withdrawn")).toBeVisible();
  expect(heard).toEqual([]);

  const never = link.replace(/[^/]{43}$/, "A".repeat(43));
  for (const closed of [link, never, `${link}/pdf`, link.slice(0, -3)]) {
    const answer = await reader.goto(closed);
    expect(answer?.status(), closed).toBe(404);
    await expect(reader.getByRole("heading", { name: GONE })).toBeVisible();
    expect(await reader.content()).not.toContain("Hillside");
  }
  await stranger.close();
});

test("a customer sees what they owe now and answers, without a script; a scanner answers nothing", async ({
  page,
  browser,
}) => {
  await signIn(page, "books@hillside.example");
  const customer = "Żółw Gardens Łódź";
  const [found] = (
    await ask<{ rows: { customerId: string }[] }>(page, "hillside", "customers.list", { search: "C-0051" })
  ).rows;
  const asked = {
    customer: found?.customerId ?? "",
    currency: "USD",
    asOf: demoDay(20),
    fromOn: demoDay(40),
  };
  const { statementId } = await tell<{ statementId: string }>(page, "hillside", "statements.issue", asked);
  const { url } = await tell<{ url: string }>(page, "hillside", "statements.share", { statementId });

  // What follows links may follow all of them and send every form as it came.
  const scanner = await (await browser.newContext()).newPage();
  for (const answer of ["seen", "promise"]) {
    await scanner.goto(url);
    await Promise.all([
      scanner.waitForURL(/fault=form-incomplete/),
      scanner.evaluate((id) => document.querySelector<HTMLFormElement>(`#${id} form`)?.submit(), answer),
    ]);
  }
  await scanner.context().close();

  const reader = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await reader.goto(url);
  await expect(reader.getByText("You now owe $333.33.")).toBeVisible();
  await expect(reader.getByRole("row", { name: /Invoice INV-02152/ })).toContainText("333.33");
  await reader.getByRole("link", { name: "See your account now" }).click();
  await expect(reader.getByRole("heading", { name: "Your account with Hillside Supply" })).toBeVisible();
  await reader.getByRole("link", { name: "Open invoice INV-02152" }).click();
  const pdf = await fetch(new URL(`${new URL(reader.url()).pathname}/pdf`, url));
  expect(pdf.headers.get("content-type")).toBe("application/pdf");
  const dispute = reader.getByRole("form", { name: "Is something wrong with this invoice?" });
  await dispute.getByLabel("What is wrong?").selectOption("Wrong quantity");
  await dispute.getByLabel("In your words").fill("We got 90 bulbs");
  await dispute.getByLabel("A file, if it helps").setInputFiles({
    name: "count.pdf",
    mimeType: "application/pdf",
    buffer: Buffer.from("%PDF-1.4 count"),
  });
  await dispute.getByRole("button", { name: "Send" }).click();
  await expect(reader.getByText("Hillside Supply has been told")).toBeVisible();
  await expect(reader.getByText("We got 90 bulbs")).toBeVisible();
  const behind = await (await browser.newContext()).newPage();
  for (const address of [reader.url(), url, `${url}/account`]) {
    await behind.goto(address);
    await expectAccessible(behind);
  }
  await behind.context().close();

  await reader.goto(url);
  const promise = reader.getByRole("form", { name: "Say when you will pay" });
  await promise.getByLabel("Day").fill(demoDay(-10));
  await promise.getByRole("button", { name: "Promise this day" }).click();
  await expect(reader.getByText("Your day is noted")).toBeVisible();
  await expect(reader.getByText("You said that you will pay on")).toBeVisible();
  await expect(reader.getByText("Hillside Supply can see that you have it")).toBeVisible();
  await reader.context().close();

  await page.goto(`/hillside/customers/${found?.customerId}`);
  const said = page.locator("#said");
  await expect(said).toContainText("Wrong quantity");
  await expect(said).toContainText("Customer, by link");
  await expect(said).toContainText("all that was owed");
  await said.getByRole("link", { name: "Invoice INV-02152" }).click();
  await expect(page.getByText("We got 90 bulbs")).toBeVisible();
  await expect(page.getByRole("link", { name: "count.pdf" })).toBeVisible();
  await page.getByRole("button", { name: "It is settled" }).click();
  await expect(page.getByText("The dispute is settled")).toBeVisible();
  await expect(page.getByRole("link", { name: customer })).toBeVisible();
});

test("where the business asks something first, a link opens for who knows it", async ({ page, browser }) => {
  await signIn(page, "owner@hillside.example");
  const askFirst = async (words: string) => {
    await page.goto("/hillside/settings/mail");
    const form = page.getByRole("form", { name: "Links" });
    await form.getByLabel("Asked before a link opens").selectOption(words);
    await form.getByRole("button", { name: "Save" }).click();
    await expect(page.getByText("Saved, for every link from now on")).toBeVisible();
  };
  const [customer] = (
    await ask<{ rows: { customerId: string }[] }>(page, "hillside", "customers.list", { search: "C-0051" })
  ).rows;
  const issued = { customer: customer?.customerId ?? "", currency: "USD", asOf: demoDay() };
  const { statementId } = await tell<{ statementId: string }>(page, "hillside", "statements.issue", issued);
  const { url } = await tell<{ url: string }>(page, "hillside", "statements.share", { statementId });
  await askFirst("The total of the customer’s last invoice");
  try {
    const reader = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
    for (const address of [`${url}/account`, `${url}/pdf`, url]) {
      await reader.goto(address);
      await expect(reader.getByRole("heading", { name: "One question first" })).toBeVisible();
    }
    const total = reader.getByLabel("The total of your last invoice");
    await total.fill("1.00");
    await reader.getByRole("button", { name: "Open" }).click();
    await expect(reader.getByText("That isn’t right.")).toBeVisible();
    await total.fill("333.33");
    await reader.getByRole("button", { name: "Open" }).click();
    await expect(reader.getByRole("heading", { name: "Statement from Hillside Supply" })).toBeVisible();
    await reader.context().close();
  } finally {
    // The other stories are asked nothing.
    await askFirst("Nothing: the link is enough");
  }
});

test("who may only look is shown no way to issue, send, share or import", async ({ page }) => {
  await signIn(page, "viewer@hillside.example");
  await page.goto("/hillside/customers?search=Greenleaf");
  await page.getByRole("link", { name: "Greenleaf Landscaping" }).first().click();
  await page.getByRole("link", { name: "Statement", exact: true }).click();
  await expect(page.getByRole("button", { name: "Print" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Issue" })).toHaveCount(0);
  await page.goto("/hillside/import");
  await expect(page.getByText("Your role doesn’t allow imports")).toBeVisible();
  await expect(page.getByLabel("File to import")).toHaveCount(0);
});

test("days that make no statement are said beside them, and stay", async ({ page }) => {
  await signIn(page, "clerk@hillside.example");
  await page.goto("/hillside/customers?search=Greenleaf");
  await page.getByRole("link", { name: "Greenleaf Landscaping" }).first().click();
  await page.getByRole("link", { name: "Statement", exact: true }).click();
  await expect(page.getByLabel("Activity from")).toBeVisible();
  await page.goto(`${page.url().split("?")[0]}?asOf=2026-01-31&from=2026-02-01`);
  await expect(page.getByText("The activity begins after the statement closes.")).toBeVisible();
  await expect(page.getByLabel("Activity from")).toHaveValue("2026-02-01");
  await expect(page.getByRole("article")).toHaveCount(0);
});

test("where a link shows nothing, it is told in the reader's language", async ({ browser }) => {
  const context = await browser.newContext({ locale: "de-DE", javaScriptEnabled: false });
  const reader = await context.newPage();
  const answer = await reader.goto(`/s/${"g".repeat(43)}`);
  expect(answer?.status()).toBe(404);
  await expect(
    reader.getByRole("heading", { name: "Dieser Link ist abgelaufen oder wurde zurückgezogen" }).first(),
  ).toBeAttached();
  await expect(reader.locator("html")).toHaveAttribute("lang", "de");
  await expect(reader).toHaveTitle("Hier ist kein Kontoauszug");
  await reader.getByRole("button", { name: "Neuen Link schicken" }).click();
  await expect(reader.getByText("Wenn dieser Link von uns war")).toBeVisible();
  await context.close();
});

test("a statement is in the language that the business chose, and stays in it", async ({ page, browser }) => {
  const choose = async (language: string) => {
    const owner = await browser.newContext();
    const settings = await owner.newPage();
    await signIn(settings, "owner@hillside.example");
    await settings.goto("/hillside/settings");
    const form = settings.getByRole("form", { name: "Language and region" });
    await form.getByLabel("Language of documents").selectOption(language);
    await form.getByRole("button", { name: "Save" }).click();
    await expect(settings.getByText("Language and region saved")).toBeVisible();
    await owner.close();
  };
  await choose("German");
  let link: string;
  try {
    link = await linkByHand(page, "Greenleaf Landscaping");
  } finally {
    // The other stories are in English.
    await choose("English");
  }
  const stranger = await browser.newContext({ javaScriptEnabled: false });
  const reader = await stranger.newPage();
  await reader.goto(link);
  await expect(reader.getByRole("heading", { name: "Kontoauszug von Hillside Supply" })).toBeVisible();
  await expect(reader.locator("html")).toHaveAttribute("lang", "de");
  await expect(reader.getByRole("columnheader", { name: "Noch offen" })).toBeVisible();
  const download = reader.getByRole("link", { name: "PDF herunterladen" });
  const file = await fetch(new URL((await download.getAttribute("href")) ?? "", link));
  expect(decodeURIComponent(file.headers.get("content-disposition") ?? "")).toContain(
    "Hillside Supply Kontoauszug S-",
  );
  await stranger.close();
});

test("whoever holds a statement verifies it, with the internet and without; what was changed is told", async ({
  page,
  browser,
}) => {
  await signIn(page, "books@hillside.example");
  const search = { search: "C-0051" };
  const { rows } = await ask<{ rows: { customerId: string }[] }>(page, "hillside", "customers.list", search);
  const asked = {
    customer: rows[0]?.customerId ?? "",
    currency: "USD",
    asOf: demoDay(20),
    fromOn: demoDay(40),
  };
  const { statementId } = await tell<{ statementId: string }>(page, "hillside", "statements.issue", asked);
  const { url } = await tell<{ url: string }>(page, "hillside", "statements.share", { statementId });
  const pdf = Buffer.from(await (await fetch(`${url}/pdf`)).arrayBuffer());
  const file = { name: "statement.pdf", mimeType: "application/pdf", buffer: pdf };

  const context = await browser.newContext();
  const reader = await context.newPage();
  const heard = consoleErrors(reader);
  const sent: string[] = [];
  reader.on("request", (request) => sent.push(`${request.method()} ${request.postData() ?? ""}`));
  await reader.goto(url);
  const code = /Its code is ((?:[0-9A-F]{4}-?){4})\./.exec(
    (await reader.locator("body").textContent()) ?? "",
  )?.[1];
  await reader.getByRole("link", { name: "Verify this statement" }).click();
  await expect(reader.getByText("it opens without the internet, too")).toBeVisible();
  await reader.getByLabel("Choose the statement’s PDF").setInputFiles(file);
  await expect(reader.getByText("This is what Hillside Supply issued")).toBeVisible();
  await expect(reader.getByText(code ?? "no code", { exact: true })).toBeVisible();
  await expectAccessible(reader);
  const told = sent.filter((each) => each.startsWith("POST"));
  expect(told).toEqual([expect.stringMatching(/^POST \{"business":"hillside","seal":"[0-9a-f]{64}"\}$/)]);

  const [value] = (await PDFDocument.load(pdf))
    .getAttachments()
    .filter(({ name }) => name === "statement.json");
  const text = Buffer.from(value?.data ?? []).toString();
  const altered = text.replace(
    /"closingCents":(\d)/,
    (_, digit: string) => `"closingCents":${(Number(digit) % 9) + 1}`,
  );
  const forged = { name: "statement.json", mimeType: "application/json", buffer: Buffer.from(altered) };
  await reader.getByLabel("Choose the statement’s PDF").setInputFiles([file, forged]);
  await expect(reader.getByText("This isn’t what was issued: it was altered")).toBeVisible();
  await expect(reader.getByText("This is what Hillside Supply issued")).toBeVisible();

  await context.setOffline(true);
  await reader.reload();
  await reader.getByLabel("Choose the statement’s PDF").setInputFiles(file);
  await expect(reader.getByText("Whole, as far as can be said without the internet")).toBeVisible();
  await context.setOffline(false);
  await reader.getByRole("button", { name: "Ask now" }).click();
  await expect(reader.getByText("This is what Hillside Supply issued")).toBeVisible();
  expect(heard.filter((each) => !each.includes("ERR_INTERNET_DISCONNECTED"))).toEqual([]);
  await context.close();
});

test("a customer compares their own list, which stays with them, and asks about what differs", async ({
  page,
  browser,
}) => {
  await signIn(page, "books@hillside.example");
  const search = { search: "C-0051" };
  const { rows } = await ask<{ rows: { customerId: string }[] }>(page, "hillside", "customers.list", search);
  const asked = { customer: rows[0]?.customerId ?? "", currency: "USD", asOf: demoDay() };
  const { statementId } = await tell<{ statementId: string }>(page, "hillside", "statements.issue", asked);
  const { url } = await tell<{ url: string }>(page, "hillside", "statements.share", { statementId });
  const reader = await (await browser.newContext()).newPage();
  const heard = consoleErrors(reader);
  const sent: string[] = [];
  reader.on("request", (request) => sent.push(`${request.url()} ${request.postData() ?? ""}`));
  await reader.goto(url);
  await test.step("the same in the dark, and printed without what a finger is for", async () => {
    const compare = reader.getByRole("link", { name: "Compare with your own books" });
    await reader.emulateMedia({ colorScheme: "dark" });
    await expectAccessible(reader);
    await expect(reader.locator("body")).not.toHaveCSS("background-color", "rgb(255, 255, 255)");
    await reader.emulateMedia({ media: "print" });
    await expect(compare).toBeHidden();
    await expect(reader.getByRole("article").getByText("INV-02152").first()).toBeVisible();
    await reader.emulateMedia({ media: "screen", colorScheme: "light" });
    await expect(compare).toBeVisible();
  });
  // On a slow line the file is chosen before the page's script is there; it counts all the same.
  let come = () => {};
  const scripts = new Promise<void>((resolve) => (come = resolve));
  await reader.route(/\.js$/, (route) => scripts.then(() => route.continue()));
  await reader.getByRole("link", { name: "Compare with your own books" }).click({ noWaitAfter: true });
  const list =
    "Rechnung;Fälligkeit;Betrag\r\n02152;01.02.2026;-300,00\r\nHS-SECRET-77;03.02.2026;-1.250,00\r\n";
  await reader.getByLabel("Choose your list").setInputFiles({
    name: "kreditoren.csv",
    mimeType: "text/csv",
    buffer: Buffer.from(list, "latin1"),
  });
  come();
  await expect(reader.getByLabel("What you owe has a minus before it")).toBeChecked();
  await expect(reader.getByText("Your list says you owe").locator("xpath=..")).toContainText("$1,550.00");
  await expect(reader.getByRole("row", { name: /INV-02152/ })).toContainText("another amount");
  await expect(reader.getByRole("row", { name: /HS-SECRET-77/ })).toContainText("1,250.00");
  await expectAccessible(reader);
  const download = reader.waitForEvent("download");
  await reader.getByRole("button", { name: "Download as CSV" }).click();
  const csv = await fs.readFile(await (await download).path(), "utf8");
  expect(csv).toContain("HS-SECRET-77");
  expect(sent.filter((each) => /SECRET|kreditoren/.test(each))).toEqual([]);

  await reader.getByLabel("Your words").fill("We never got HS-SECRET-77 as an invoice");
  await reader.getByRole("button", { name: "Send the question" }).click();
  await expect(reader.getByText("Hillside Supply has your question")).toBeVisible();
  expect(heard).toEqual([]);
  await reader.context().close();

  await page.goto("/hillside/customers");
  await page.getByRole("link", { name: "From customers" }).click();
  const row = page.getByRole("row", { name: /Asks about \d+ differences/ });
  await expect(row).toContainText("We never got HS-SECRET-77");
  await expectAccessible(page);
  await row.getByRole("button", { name: "Mark as answered" }).click();
  await expect(page.getByText("is answered")).toBeVisible();
  await expect(row).toHaveCount(0);
});
