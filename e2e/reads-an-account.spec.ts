// A bookkeeper reads an account like a bank statement: each figure opens and adds up, a bucket narrows the unpaid
// invoices, the history is looked through and jumped in, open credit is set aside and let go, and another day moves all
// of it. On a desk and on a phone, by day and by night.
import { writeFile } from "node:fs/promises";
import { expect, test, type Page } from "@playwright/test";
import { expectAccessible, expectNoSideways } from "./axe.ts";
import { books, freshBusiness } from "./books.ts";
import { consoleErrors, fillSignIn } from "./demo.ts";

test.describe.configure({ timeout: 240_000 });
test.use({ actionTimeout: 20_000 });

const HEAD = "customerID,invoiceNumber,InvoiceDate,DueDate,InvoiceAmount,SettledDate\n";

/** Sixty paid invoices of two years, so that the history has pages, and three that are open. */
const PAID = Array.from({ length: 60 }, (_, n) => {
  const month = String((n % 12) + 1).padStart(2, "0");
  const year = n < 30 ? 2023 : 2024;
  const day = String((n % 27) + 1).padStart(2, "0");
  return `Greenleaf,P-${100 + n},${year}-${month}-${day},${year}-${month}-28,${n + 1}.00,${year}-${month}-28\n`;
});
const OPEN = [
  "Greenleaf,A-1,2026-01-05,2026-02-04,500.00,\n",
  "Greenleaf,A-2,2026-02-05,2026-03-07,730.50,\n",
  "Greenleaf,A-3,2026-03-05,2026-04-04,620.40,\n",
];

async function open(page: Page, file: string): Promise<string> {
  const business = await freshBusiness("Reads & Co");
  await writeFile(file, HEAD + PAID.join("") + OPEN.join(""));
  await books("import", "receivables", file, "--org", business.slug);
  await page.goto("/sign-in");
  await fillSignIn(page, business.email, business.password);
  await expect(page).toHaveURL(new RegExp(`/${business.slug}`));
  await page.getByRole("link", { name: "Greenleaf" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Greenleaf" })).toBeVisible();
  return business.slug;
}

const history = (page: Page) => page.getByRole("region", { name: "Account history" });
const unpaid = (page: Page) => page.getByRole("region", { name: "Unpaid invoices" });
const cents = (text: string) => Math.round(Number(text.replace("−", "-").replaceAll(/[^\d.-]/g, "")) * 100);

test("an account is read, explained and searched", async ({ page }, info) => {
  const heard = consoleErrors(page);
  const slug = await open(page, info.outputPath("owed.csv"));

  await test.step("each figure opens, and its lines add up to it", async () => {
    for (const name of ["Account balance", "Net receivable"]) {
      await page.getByRole("link", { name: `What makes up ${name}` }).click();
      const why = page.getByRole("region", { name: `What makes up ${name}` });
      await expect(why).toBeVisible();
      const lines = await why.locator("tbody tr td:last-child").allInnerTexts();
      const total = await why.locator("tfoot tr td:last-child").innerText();
      expect(lines.map(cents).reduce((all, each) => all + each, 0)).toBe(cents(total));
      expect(cents(total)).toBe(1850_90);
      await expect(why.getByRole("link", { name: /^Event / })).toHaveCount(3);
    }
    for (const name of ["Open credit", "Can charge", "Credit limit"]) {
      await page.getByRole("link", { name: `What makes up ${name}` }).click();
      await expect(page.getByRole("region", { name: `What makes up ${name}` })).toBeVisible();
    }
    await expectAccessible(page);
    await page.getByRole("link", { name: "Close", exact: true }).click();
    await expect(page.getByRole("region", { name: /What makes up/ })).toBeHidden();
  });

  await test.step("a bucket and an order narrow and turn the unpaid invoices", async () => {
    await page.getByRole("region", { name: "Aging" }).getByRole("link", { name: "1,850.90" }).click();
    await expect(page).toHaveURL(/bucket=d91/);
    await expect(unpaid(page)).toContainText("3 of 3 invoices");
    await unpaid(page).getByRole("link", { name: "Left to pay" }).click();
    await expect(page).toHaveURL(/sort=open/);
    await expect(unpaid(page).locator("tbody tr").first()).toContainText("A-1");
    await unpaid(page).getByRole("searchbox").fill("a-3");
    await page.keyboard.press("Enter");
    await expect(unpaid(page)).toContainText("1 of 3 invoices");
    await expect(unpaid(page).locator("tfoot")).toContainText("620.40");
    await unpaid(page).getByRole("link", { name: /“a-3”/ }).click();
    await expect(unpaid(page)).toContainText("3 of 3 invoices");
  });

  await test.step("the history is looked through; each line keeps its own balance", async () => {
    await page.goto(`/${slug}/customers/Greenleaf`);
    await page.getByText("Filter, or jump to a date").click();
    await history(page).getByLabel("Find in the history").fill("p-159");
    await history(page).getByRole("button", { name: "Find" }).click();
    // The invoice, and the payment whose note names it.
    await expect(history(page).locator("tbody tr")).toHaveCount(2);
    await expect(
      history(page)
        .getByRole("row", { name: /Invoice/ })
        .last(),
    ).toContainText("60.00");
    await history(page)
      .getByRole("link", { name: /“p-159”/ })
      .click();
    await expect(page).not.toHaveURL(/search=/);
    await page.getByText("Filter, or jump to a date").click();
    await history(page).getByRole("combobox", { name: "Type" }).selectOption("payments");
    await history(page).getByRole("button", { name: "Find" }).click();
    await expect(page).toHaveURL(/type=payments/);
    await expect(history(page).locator("tbody tr")).toHaveCount(50);
    // What the top bar covers right now can't be judged.
    await page.evaluate(() => window.scrollTo(0, 0));
    await expectAccessible(page);
  });

  await test.step("it jumps to a day, and goes both ways from there", async () => {
    await page.goto(`/${slug}/customers/Greenleaf`);
    await page.getByText("Filter, or jump to a date").click();
    await history(page).getByLabel("Jump to").fill("2023-06-30");
    await history(page).getByRole("button", { name: "Go" }).click();
    await expect(page).toHaveURL(/jump=2023-06-30/);
    const first = history(page).locator("tbody tr").first();
    await expect(first).toContainText("2023");
    const event = () => first.getByRole("link", { name: /^Event / }).innerText();
    const seen = await event();
    await history(page).getByRole("link", { name: "Newer" }).click();
    await expect(page).toHaveURL(/cursor=/);
    await expect.poll(event).not.toBe(seen);
    await history(page).getByRole("link", { name: "Older" }).click();
    await expect.poll(event).toBe(seen);
    await history(page).getByRole("link", { name: "Newest" }).click();
    await expect(history(page).locator("tbody tr").first()).toContainText("A-3");
  });

  await test.step("open credit is set aside, refused above what is free, and let go", async () => {
    await page.goto(`/${slug}/customers/Greenleaf`);
    await page.getByRole("link", { name: "Take payment" }).click();
    await page.getByLabel("Amount, USD").fill("200");
    await page.getByRole("button", { name: "Clear" }).click();
    await page.getByLabel("Amount, USD").press("Control+Enter");
    await expect(page.getByText(/recorded/i).first()).toBeVisible();
    await page.goto(`/${slug}/customers/Greenleaf`);
    await page.getByRole("button", { name: "New earmark" }).click();
    const dialog = page.getByRole("dialog", { name: "Set open credit aside" });
    await expect(dialog.getByLabel("Amount, USD")).toBeFocused();
    await page.keyboard.type("200.01");
    await expect(dialog.getByText("Only 200.00 of the open credit is free.")).toBeVisible();
    await dialog.getByLabel("Amount, USD").fill("100");
    await dialog.getByLabel("What it is for").fill("Spring mulch");
    await expect(dialog.getByText("200.00 → becomes 100.00")).toBeVisible();
    await expectAccessible(page);
    await page.keyboard.press("Enter");
    await expect(dialog).toBeHidden();
    const earmarks = page.getByRole("region", { name: "Earmarked open credit" });
    await expect(earmarks.getByRole("row", { name: /Spring mulch/ })).toContainText("100.00");
    await earmarks.getByRole("button", { name: /Release 100.00/ }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Release" }).click();
    await expect(earmarks).toContainText("all of the open credit is free");
  });

  await test.step("another day moves everything, and offers nothing to change", async () => {
    await page.goto(`/${slug}/customers/Greenleaf?asOf=2026-02-20&why=balance&bucket=d1_30`);
    await expect(page.getByText("Everything here is as of Feb 20, 2026.")).toBeVisible();
    const why = page.getByRole("region", { name: "What makes up Account balance" });
    await expect(why.locator("tfoot")).toContainText("1,230.50");
    await expect(unpaid(page)).toContainText("1 of 2 invoices");
    await expect(history(page).locator("tbody tr").first()).toContainText("A-2");
    await expect(page.getByRole("link", { name: "Take payment" })).toBeHidden();
    await expect(page.getByRole("button", { name: "New earmark" })).toBeHidden();
  });

  await test.step("both lists are taken home as they are narrowed", async () => {
    const [file, answer] = [`/${slug}/customers/Greenleaf`, "text/csv; charset=utf-8"];
    const owed = await page.request.get(`${file}/unpaid/csv?bucket=d91`);
    expect([owed.status(), owed.headers()["content-type"]]).toEqual([200, answer]);
    expect((await owed.text()).trim().split("\r\n")).toHaveLength(4);
    const lines = await page.request.get(`${file}/history/csv?type=payments`);
    expect((await lines.text()).trim().split("\r\n")).toHaveLength(62);
  });

  for (const [width, scheme] of [
    [390, "light"],
    [390, "dark"],
    [1440, "light"],
    [1440, "dark"],
  ] as const) {
    await test.step(`accessible at ${width} px, ${scheme}`, async () => {
      await page.emulateMedia({ colorScheme: scheme });
      await page.setViewportSize({ width, height: 900 });
      await page.goto(`/${slug}/customers/Greenleaf?why=net&type=payments&bucket=d91`);
      await expectAccessible(page);
      await expectNoSideways(page);
    });
  }
  expect(heard).toEqual([]);
});
