// A charge that the counter refuses: the clerk asks for an override on the same screen, the admin answers from their mail, and the
// sale goes through with it, once; an invoice that the policy stops, likewise. A customer whose buyers are named: who charges,
// with their PIN, on which order. And a charge that its customer signs, on the counter's screen or on their phone.
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

test("an invoice that the policy stops is asked for from its dialog, and issued once it is approved", async ({
  page,
  browser,
}) => {
  const { slug, customerId } = await open(page, 10_00);
  const admin = `admin@${slug}.example`;
  await books("people", "add", "--org", slug, "--role", "admin", "--email", admin, "--name", "Ada Admin");
  const { version } = await ask<{ version: number }>(page, slug, "settings.read", {});
  const holds = { holdAfterDays: null, holdOverCents: null, approveAboveCents: null };
  await tell(page, slug, "settings.changeHolds", { version, ...holds, invoicePolicy: "ask" });
  await page.goto(`/${slug}/invoices/new?customer=${customerId}`);
  await page.getByRole("combobox", { name: "Product or service" }).fill("Terrace");
  await page.getByRole("option", { name: /as a free line/ }).click();
  await page.getByLabel("Price of Terrace").fill("80");
  await page.getByRole("button", { name: "Issue…" }).first().click();
  const dialog = page.getByRole("dialog", { name: "Issue this invoice?" });
  await dialog.getByLabel("Why 80.00 should pass").fill("Half of it is paid on Friday");
  const link = await mailedLink(admin, "/s/override/", async () => {
    await dialog.getByRole("button", { name: "Ask for an override" }).click();
    await expect(dialog.getByText(/Asked to let 80\.00 pass/)).toBeVisible();
  });
  await expectAccessible(page);
  const other = await browser.newContext();
  const theirs = await other.newPage();
  await theirs.goto(link);
  await theirs.getByLabel(/I, Ada Admin, let this one charge pass/).check();
  await theirs.getByRole("button", { name: "Approve" }).click();
  await other.close();
  await expect(dialog.getByText(/Ada Admin approved up to 80\.00, once\. Issue it now\./)).toBeVisible({
    timeout: 15_000,
  });
  await dialog.getByRole("button", { name: "Issue", exact: true }).click();
  await expect(page).toHaveURL(/\/invoices\/[\w-]{36}$/);
  await page.goto(`/${slug}/customers/${customerId}`);
  await expect(page.getByText("override approved by Ada Admin")).toBeVisible();
});

/** Three strokes of a mouse. */
async function draw(page: Page) {
  const area = page.getByRole("img", { name: "The customer signs here" });
  await area.scrollIntoViewIfNeeded();
  const box = (await area.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  const at = (x: number, y: number) => [box.x + box.width * x, box.y + box.height * y] as const;
  await page.mouse.move(...at(0.1, 0.5));
  await page.mouse.down();
  for (const [x, y] of [
    [0.2, 0.2],
    [0.4, 0.8],
    [0.7, 0.3],
  ] as const)
    await page.mouse.move(...at(x, y), { steps: 5 });
  await page.mouse.up();
}

/** A finger that goes over the page's signature area. */
async function drawByTouch(page: Page) {
  const area = page.getByRole("img", { name: "Sign here" });
  await area.scrollIntoViewIfNeeded();
  const box = (await area.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  const client = await page.context().newCDPSession(page);
  const touch = (type: "touchStart" | "touchMove" | "touchEnd", x = 0, y = 0) =>
    client.send("Input.dispatchTouchEvent", {
      type,
      touchPoints: type === "touchEnd" ? [] : [{ x: box.x + box.width * x, y: box.y + box.height * y }],
    });
  await touch("touchStart", 0.1, 0.5);
  for (let step = 1; step <= 8; step++) await touch("touchMove", 0.1 + step / 10, step % 2 ? 0.2 : 0.8);
  await touch("touchEnd");
}

test("a charge is signed on the counter’s screen, or on the customer’s phone", async ({ page, browser }) => {
  const { slug, customerId } = await open(page, 500_00);
  await page.goto(`/${slug}/settings/credit`);
  const form = page.getByRole("form", { name: "House charges" });
  await form
    .getByLabel("A house charge takes")
    .selectOption({ label: "The customer’s signature on a screen" });
  await form.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Saved, for the next house charge")).toBeVisible();
  await ring(page, slug, customerId, "50");
  await expect(page.getByText("The customer signs for 50.00")).toBeVisible();
  await page.keyboard.press("Control+Enter");
  await expect(page.getByText("Have the customer sign.")).toBeVisible();
  await page.getByLabel("Name of who signs").fill("Ann Lee");
  await draw(page);
  await expectAccessible(page);
  await page.keyboard.press("Control+Enter");
  await expect(page.getByText(/50\.00 charged as invoice/)).toBeVisible();
  await page.getByRole("link", { name: "Open the receipt" }).click();
  await expect(page.getByRole("img", { name: "Signature of Ann Lee" })).toBeVisible();
  await ring(page, slug, customerId, "30");
  await page.getByRole("button", { name: "Sign on a phone instead" }).click();
  await page.getByRole("button", { name: "Show a code for their phone" }).click();
  await expect(page.getByRole("img", { name: "Code for the customer’s phone" })).toBeVisible();
  await expectAccessible(page);
  const link = (await page.getByText(/\/s\/sign\//).textContent()) ?? "";
  await test.step("the customer signs with a finger", async () => {
    const phone = await browser.newContext({ viewport: { width: 390, height: 844 }, hasTouch: true });
    const theirs = await phone.newPage();
    await theirs.goto(link);
    await expect(theirs.getByRole("heading", { name: /Charge .*30\.00.* to your account\?/ })).toBeVisible();
    await expect(theirs.getByText("Stone")).toBeVisible();
    await expectAccessible(theirs);
    await expectNoSideways(theirs);
    await theirs.getByLabel("Your name").fill("Dana Smith");
    await drawByTouch(theirs);
    await theirs.getByRole("button", { name: /^Send to/ }).click();
    await expect(theirs.getByRole("heading", { name: "Signed" })).toBeVisible();
    await theirs.goto(link);
    await expect(theirs.getByRole("heading", { name: "Nothing to sign here" })).toBeVisible();
    await phone.close();
  });
  await expect(page.getByText("Signed for 30.00 by Dana Smith, on their phone")).toBeVisible({
    timeout: 15_000,
  });
  await page.keyboard.press("Control+Enter");
  await expect(page.getByText(/30\.00 charged as invoice/)).toBeVisible();
  await page.getByRole("link", { name: "Open the receipt" }).click();
  await expect(page.getByRole("img", { name: "Signature of Dana Smith" })).toBeVisible();
});

test("only named buyers charge, with their PIN, on what is left of an order", async ({ page }) => {
  const { slug, customerId } = await open(page, 500_00);
  await page.goto(`/${slug}/customers/${customerId}/charging`);
  await page.getByLabel("Authorised buyers only").check();
  await page.getByLabel("Purchase order", { exact: true }).selectOption("blanket");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("authorised buyers only, on a blanket purchase order")).toBeVisible();
  const buyer = page.getByRole("form", { name: "Add a buyer" });
  await buyer.getByLabel("PIN").fill("4711");
  await buyer.getByRole("button", { name: "Add buyer" }).click();
  await expect(buyer.getByText("Enter a name.")).toBeVisible();
  await expect(buyer.getByLabel("Name")).toBeFocused();
  await buyer.getByLabel("Name").fill("Ann Lee");
  await buyer.getByLabel("PIN").fill("4711");
  await buyer.getByRole("button", { name: "Add buyer" }).click();
  await expect(page.getByRole("list", { name: "Authorised buyers" })).toContainText("Ann Lee");
  await expect(buyer.getByLabel("Name")).toBeFocused();
  const order = page.getByRole("form", { name: "Add a blanket purchase order" });
  await order.getByLabel("Amount").fill("0");
  await order.getByRole("button", { name: "Add purchase order" }).click();
  await expect(order.getByText("Enter an amount above nothing.")).toBeVisible();
  await expect(order.getByLabel("Number")).toBeFocused();
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
