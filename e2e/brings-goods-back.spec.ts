// A receipt after the sale: it is found, printed, its signed copy attached, some of it brought back as credit and some
// as money, and the account tells all of it.
import { writeFile } from "node:fs/promises";
import { expect, test, type Page } from "@playwright/test";
import { expectAccessible, expectNoSideways } from "./axe.ts";
import { freshBusiness } from "./books.ts";
import { consoleErrors, fillSignIn } from "./demo.ts";

test.describe.configure({ timeout: 180_000 });

/** A procedure, called as the page itself would. */
const call = <T>(page: Page, path: string, input: object) =>
  page.evaluate(
    async ([url, body]) => {
      const answer = await fetch(url, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body,
      });
      return ((await answer.json()) as { result: { data: unknown } }).result.data;
    },
    [path, JSON.stringify({ commandKey: `key-${Math.random()}`, ...input })] as const,
  ) as Promise<T>;

/** A customer who bought three rakes for 60.00, and paid by card. */
async function sell(page: Page, slug: string): Promise<{ receiptId: string; customerId: string }> {
  const to = `/api/trpc/${slug}`;
  const made = await call<{ customerId: string; accountId: string }>(page, `${to}/customers.create`, {
    name: "Greenleaf Landscaping",
    addressLines: ["1 Elm St"],
  });
  const sold = await call<{ receiptId: string }>(page, `${to}/receipts.record`, {
    accountId: made.accountId,
    issuedOn: new Intl.DateTimeFormat("en-CA", { timeZone: "UTC" }).format(),
    lines: [{ productId: null, description: "Bow rake", quantity: "3", unitPrice: "20", taxable: true }],
    tenders: [{ tender: "card", reference: "4242", amountCents: 60_00 }],
  });
  return { ...sold, customerId: made.customerId };
}

test("goods come back against their receipt, and the account tells of it", async ({ page }, info) => {
  const heard = consoleErrors(page);
  const business = await freshBusiness("Till & Rake");
  await page.goto("/sign-in");
  await fillSignIn(page, business.email, business.password);
  await expect(page).toHaveURL(new RegExp(`/${business.slug}`));
  const { slug } = business;

  await test.step("nothing there yet says what comes next", async () => {
    await page.goto(`/${slug}/receipts`);
    await expect(page.getByText("No receipts yet")).toBeVisible();
    await expectAccessible(page);
  });

  const { receiptId, customerId } = await sell(page, slug);

  await test.step("it is found by what was sold", async () => {
    await page.goto(`/${slug}/receipts?search=rake+greenleaf`);
    await expect(page.getByRole("row", { name: /R-00001.*Greenleaf Landscaping.*60\.00/ })).toBeVisible();
    await expectAccessible(page);
    await page.getByRole("link", { name: "R-00001" }).click();
    await expect(page.getByRole("article", { name: "The receipt" })).toContainText("3 × 20.00");
    await expectAccessible(page);
  });

  await test.step("its copies print", async () => {
    const href = await page.getByRole("link", { name: "Customer copy" }).first().getAttribute("href");
    const pdf = await page.request.get(href ?? "");
    expect(pdf.headers()["content-type"]).toBe("application/pdf");
    expect((await pdf.body()).subarray(0, 5).toString()).toBe("%PDF-");
  });

  await test.step("a signed copy is attached, saved as it was, and taken away; nothing else is taken", async () => {
    const file = info.outputPath("Signed copy.pdf");
    await writeFile(file, "%PDF-1.7 signed");
    await page.locator("input[type=file]").setInputFiles(file);
    const link = page.getByRole("link", { name: "Signed copy.pdf" });
    await expect(link).toBeVisible();
    await expectAccessible(page);
    const answer = await page.request.get((await link.getAttribute("href")) ?? "");
    expect(await answer.text()).toBe("%PDF-1.7 signed");
    expect(answer.headers()).toMatchObject({
      "content-security-policy": "sandbox; default-src 'none'",
      "content-disposition": expect.stringContaining("attachment"),
    });
    await page.getByRole("button", { name: "Remove Signed copy.pdf" }).click();
    await page.getByRole("button", { name: "Remove file" }).click();
    await expect(link).toBeHidden();
    const note = info.outputPath("note.txt");
    await writeFile(note, "not a paper");
    await page.locator("input[type=file]").setInputFiles(note);
    await expect(page.getByText("Only PNG, JPEG and PDF files can be attached.")).toBeVisible();
  });

  await test.step("one comes back as credit; more than was sold can't", async () => {
    await page.getByRole("link", { name: "Return", exact: true }).click();
    const back = page.getByRole("textbox", { name: "How much of Bow rake comes back" });
    await back.fill("4");
    await expect(page.getByText("More would come back than was sold")).toBeVisible();
    await expect(page.getByRole("button", { name: "Record return" })).toBeDisabled();
    await expectAccessible(page);
    await back.fill("1");
    await page.getByRole("radio", { name: "Credit to the account" }).check();
    await expect(page.getByRole("complementary", { name: "What will happen" })).toContainText("20.00");
    await page.getByRole("button", { name: "Record return" }).dblclick();
    await expect(page.getByRole("heading", { name: "Return R-00002" })).toBeVisible();
    await expectAccessible(page);
  });

  await test.step("the rest comes back in cash, and then nothing is left", async () => {
    await page.goto(`/${slug}/receipts/${receiptId}/return`);
    await page.getByRole("button", { name: "Everything comes back" }).click();
    await page.getByRole("radio", { name: "Cash" }).check();
    await page.getByRole("button", { name: "Record return" }).click();
    await expect(page.getByRole("heading", { name: "Return R-00003" })).toBeVisible();
    await page.goto(`/${slug}/receipts/${receiptId}`);
    await expect(page.getByRole("region", { name: "What it became" })).toContainText("R-00003");
    await expect(page.getByRole("link", { name: "Return", exact: true })).toBeHidden();
  });

  await test.step("the credit is reversed where it was posted, and that rake can come back again", async () => {
    const became = page.getByRole("region", { name: "What it became" });
    await became.getByRole("link", { name: "R-00002" }).click();
    await became.getByRole("link", { name: /^event/ }).click();
    await page.getByRole("button", { name: "Reverse", exact: true }).click();
    await page.getByRole("dialog").getByLabel("Reason").fill("Wrong receipt");
    await page.getByRole("dialog").getByRole("button", { name: "Reverse", exact: true }).click();
    await expect(page.getByText("This event was reversed")).toBeVisible();
    await page.goto(`/${slug}/receipts/${receiptId}`);
    await expect(became.getByRole("listitem").filter({ hasText: "R-00002" })).toContainText("Reversed");
    await expect(page.getByRole("link", { name: "Return", exact: true })).toBeVisible();
  });

  await test.step("the account has the credit and its reversal; a phone shows all of it", async () => {
    await page.goto(`/${slug}/customers/${customerId}`);
    await expect(page.getByRole("row", { name: /Credit memo.*20\.00/ })).toHaveCount(2);
    await page.setViewportSize({ width: 390, height: 844 });
    for (const path of ["receipts", `receipts/${receiptId}`, `receipts/${receiptId}/return`]) {
      await page.goto(`/${slug}/${path}`);
      await expectAccessible(page);
      await expectNoSideways(page);
    }
  });
  expect(heard).toEqual([]);
});
