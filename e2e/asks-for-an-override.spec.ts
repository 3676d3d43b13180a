// A charge that the counter refuses: the clerk asks for an override on the same screen, the admin answers from their mail, and the
// sale goes through with it, once. And a customer whose buyers are named: who charges, with their PIN, on which order.
import { expect, test, type Page } from "@playwright/test";
import { expectAccessible, expectNoSideways } from "./axe.ts";
import { books, freshBusiness } from "./books.ts";
import { fillSignIn } from "./demo.ts";
import { ask, tell } from "./doors.ts";
import { mailedLink } from "./mail.ts";

test.describe.configure({ timeout: 240_000 });

type Account = { customerId: string; accountId: string };

async function open(page: Page, limitCents: number): Promise<Account & { slug: string }> {
  const { slug, email, password } = await freshBusiness("Till & Co");
  await page.goto("/sign-in");
  await fillSignIn(page, email, password);
  await expect(page).toHaveURL(new RegExp(`/${slug}`));
  const customer = { name: "Greenleaf", addressLines: ["1 Elm St"] };
  const made = await tell<Account>(page, slug, "customers.create", customer);
  const { decided: seen } = await ask<{ decided: object }>(page, slug, "credit.account", {
    customerId: made.customerId,
  });
  const terms = { status: "good", chargingAllowed: true, limit: { kind: "limit", limitCents } };
  await tell(page, slug, "credit.change", { accountId: made.accountId, terms, reason: "Opened", seen });
  return { slug, customerId: made.customerId, accountId: made.accountId };
}

async function ring(page: Page, slug: string, customerId: string, price: string) {
  await page.goto(`/${slug}/receipts/new?customer=${customerId}`);
  await page.getByRole("combobox", { name: "Product" }).fill("Stone");
  await page.getByRole("option", { name: /as free text/ }).click();
  await page.getByLabel("Price of Stone").fill(price);
  await page.keyboard.press("F8");
}

test("a refused charge is asked for, approved by somebody else from their mail, and recorded once", async ({
  page,
  browser,
}) => {
  const { slug, customerId } = await open(page, 10_00);
  const admin = `admin@${slug}.example`;
  await books("people", "add", "--org", slug, "--role", "admin", "--email", admin, "--name", "Ada Admin");
  await ring(page, slug, customerId, "50");
  await expect(page.getByText(/above what this customer can charge/).first()).toBeVisible();
  await page.getByLabel("Why 50.00 should pass").fill("Known for years");
  const link = await mailedLink(admin, "/s/override/", async () => {
    await page.getByRole("button", { name: "Ask for an override" }).click();
    await expect(page.getByText(/Asked to let 50\.00 pass/)).toBeVisible();
  });
  await expectAccessible(page);
  await test.step("whoever asked can't answer it", async () => {
    const own = await (await page.context().newPage()).goto(`/${slug}/customers/overrides`);
    expect(own?.ok()).toBe(true);
    const list = page.context().pages().at(-1) ?? page;
    await expect(list.getByText("You asked for it yourself, so somebody else answers.")).toBeVisible();
    await expectAccessible(list);
    await list.close();
  });
  await test.step("the admin reads what it is about, on a phone, and approves it", async () => {
    const phone = await browser.newContext({ viewport: { width: 390, height: 844 } });
    const theirs = await phone.newPage();
    await theirs.goto(link);
    await expect(theirs.getByRole("heading", { name: "Let Greenleaf charge 50.00 USD?" })).toBeVisible();
    await expect(theirs.getByText("Known for years")).toBeVisible();
    await expectAccessible(theirs);
    await expectNoSideways(theirs);
    await theirs.getByLabel(/I, Ada Admin, let this one charge pass/).check();
    await theirs.getByRole("button", { name: "Approve" }).click();
    await expect(theirs.getByRole("heading", { name: "Approved" })).toBeVisible();
    await theirs.goto(link);
    await expect(theirs.getByRole("heading", { name: "Nothing to answer here" })).toBeVisible();
    await phone.close();
  });
  await expect(page.getByText("An override is approved")).toBeVisible({ timeout: 15_000 });
  await page.keyboard.press("Control+Enter");
  await expect(page.getByText(/50\.00 charged as invoice/)).toBeVisible();
  await page.getByRole("link", { name: "Open the receipt" }).click();
  await expect(page.getByText("Passed by an override of up to 50.00")).toBeVisible();
  await expect(page.getByText(/approved by Ada Admin by mail/)).toBeVisible();
  await ring(page, slug, customerId, "50");
  await expect(page.getByRole("button", { name: "Ask for an override" })).toBeVisible();
});

test("only named buyers charge, with their PIN, on what is left of an order", async ({ page }) => {
  const { slug, customerId } = await open(page, 500_00);
  await page.goto(`/${slug}/customers/${customerId}/charging`);
  await page.getByLabel("Authorised buyers only").check();
  await page.getByLabel("Purchase order", { exact: true }).selectOption("blanket");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("authorised buyers only, on a blanket purchase order")).toBeVisible();
  const buyer = page.getByRole("form", { name: "Add a buyer" });
  await buyer.getByLabel("Name").fill("Ann Lee");
  await buyer.getByLabel("PIN").fill("4711");
  await buyer.getByRole("button", { name: "Add buyer" }).click();
  await expect(page.getByRole("list", { name: "Authorised buyers" })).toContainText("Ann Lee");
  const order = page.getByRole("form", { name: "Add a blanket purchase order" });
  await order.getByLabel("Number").fill("PO-9");
  await order.getByLabel("Amount").fill("60");
  await order.getByRole("button", { name: "Add purchase order" }).click();
  await expect(page.getByText("60.00 left of 60.00")).toBeVisible();
  await expectAccessible(page);
  await ring(page, slug, customerId, "50");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByText(/Only authorised buyers may charge to this account/).first()).toBeVisible();
  await page.getByLabel("Buyer").selectOption({ label: "Ann Lee" });
  await page.getByLabel("Blanket purchase order").selectOption({ label: "PO-9, 60.00 left" });
  await page.getByLabel("PIN of Ann Lee").fill("1111");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByText("That isn’t their PIN.").first()).toBeVisible();
  await page.getByLabel("PIN of Ann Lee").fill("4711");
  await expectAccessible(page);
  await page.keyboard.press("Control+Enter");
  await expect(page.getByText(/50\.00 charged as invoice/)).toBeVisible();
  await page.getByRole("link", { name: "Open the receipt" }).click();
  await expect(page.getByText("Ordered by Ann Lee · Purchase order PO-9")).toBeVisible();
  await page.goto(`/${slug}/customers/${customerId}/charging`);
  await expect(page.getByText("10.00 left of 60.00")).toBeVisible();
});
