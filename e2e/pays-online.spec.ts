// A business enters its keys, and a customer pays their statement from a phone, without a script, and an invoice from the link that
// was mailed with it, less what they keep for paying early. The page that they come back to waits until Stripe has told; then it is on
// their account and in the list of online payments.
import { expect, test, type Page } from "@playwright/test";
import { startStripe, type StripeStandIn } from "../src/server/testing/stripe-stand-in.ts";
import { expectAccessible, expectNoSideways } from "./axe.ts";
import { consoleErrors, demoDay, signIn } from "./demo.ts";
import { ask, tell } from "./doors.ts";
import { issueInvoice } from "./invoices.ts";
import { mailedLink } from "./mail.ts";

const KEY = "sk_test_storystory4242";
const SECRET = "whsec_storystory";
const seconds = () => Math.floor(Date.now() / 1000);

const standIn = () =>
  startStripe({ keys: [KEY], port: Number(process.env["E2E_STRIPE_PORT"]), now: seconds });

const webhookOf = async (page: Page): Promise<string> =>
  (await ask<{ webhookUrl: string }>(page, "hillside", "onlineSettings.read", {})).webhookUrl;

/** Stripe says that a session is done. */
async function hears(webhookUrl: string, stripe: StripeStandIn, session: unknown): Promise<void> {
  const { body, signature } = stripe.event("checkout.session.completed", session, SECRET);
  const headers = { "stripe-signature": signature };
  expect((await fetch(webhookUrl, { method: "POST", headers, body })).status).toBe(200);
}

test("a statement and an invoice are paid without a script, and the business sees it", async ({
  page,
  browser,
}) => {
  const stripe = await standIn();
  await signIn(page, "owner@hillside.example");
  await page.goto("/hillside/payments/online");
  await page.getByRole("link", { name: "Set up online payments" }).click();
  await page.getByLabel("Customers can pay online").check();
  await page.getByLabel("Secret key").fill(KEY);
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Enter this key, too")).toBeVisible();
  await page.getByLabel("Signing secret of the webhook").fill(SECRET);
  await page.getByRole("button", { name: "Save" }).click();
  const heard = consoleErrors(page);
  await page.getByRole("button", { name: "Check the key" }).click();
  await expect(page.getByText("Stripe knows this key: Stand-in")).toBeVisible();
  expect(await page.content()).not.toContain(KEY);
  await expectAccessible(page);

  // A customer of the story's own: others read the demo's.
  const { customerId } = await tell<{ customerId: string }>(page, "hillside", "customers.create", {
    name: "Birch & Sons",
  });
  await issueInvoice(page, "hillside", { customerId, lines: [["Bark mulch", "3", "24.00"]] });
  const { statementId } = await tell<{ statementId: string }>(page, "hillside", "statements.issue", {
    customer: customerId,
    currency: "USD",
    asOf: demoDay(),
  });
  const { url } = await tell<{ url: string }>(page, "hillside", "statements.share", { statementId });
  const webhookUrl = await webhookOf(page);

  const phone = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 390, height: 844 } });
  const reader = await phone.newPage();
  await reader.goto(url);
  await expect(reader.getByRole("heading", { name: "Pay online" })).toBeVisible();
  await expectNoSideways(reader);
  await reader.getByText("Pay another amount").click();
  await reader.locator("#pay").getByLabel("Amount", { exact: true }).fill("0.50");
  await reader.getByRole("button", { name: "Pay", exact: true }).first().click();
  await expect(reader.getByText("That is less than can be paid online.")).toBeVisible();
  const all = reader.getByRole("button", { name: /^Pay everything: / });
  const amount = /\$[\d,.]+/.exec((await all.textContent()) ?? "")?.[0] ?? "";
  await all.click();
  await expect(reader.getByRole("heading", { name: /^Pay [\d.]+$/ })).toBeVisible();
  await reader.getByRole("button", { name: "Pay" }).click();
  await expect(reader.getByText("We are waiting for the confirmation")).toBeVisible();

  const [session] = stripe.all("checkout.session").filter((each) => each["status"] === "complete");
  await hears(webhookUrl, stripe, session);
  await expect(async () => {
    await reader.reload();
    await expect(reader.getByText(`${amount} was paid`)).toBeVisible({ timeout: 500 });
  }).toPass();
  await reader.getByRole("link", { name: "Back to the statement" }).click();
  await expect(reader.getByText("You now owe nothing").first()).toBeVisible();
  await expect(reader.getByRole("heading", { name: "Pay online" })).toHaveCount(0);

  const { invoiceId } = await issueInvoice(page, "hillside", {
    customerId,
    lines: [["Cedar mulch", "10", "100.00"]],
    terms: "net-30-2-10",
  });
  const mail = { kind: "invoice", id: invoiceId, recipients: ["ap@birch.example"], message: "" };
  const link = await mailedLink("ap@birch.example", "/s/", () => tell(page, "hillside", "mails.send", mail));
  await reader.goto(link);
  await expect(reader.getByText(/^\$1,[\d.]+ − \$20\.00 for paying by /)).toBeVisible();
  await expectNoSideways(reader);
  await reader.getByRole("button", { name: /^Pay \$/ }).click();
  await reader.getByRole("button", { name: "Pay" }).click();
  await expect(reader.getByText("We are waiting for the confirmation")).toBeVisible();
  const paidNow = stripe
    .all("checkout.session")
    .find((each) => each["status"] === "complete" && each !== session);
  await hears(webhookUrl, stripe, paidNow);
  await expect(async () => {
    await reader.reload();
    await expect(reader.getByText("The discount of $20.00 for paying early is taken off.")).toBeVisible({
      timeout: 500,
    });
  }).toPass();
  await reader.getByRole("link", { name: "Back to the invoice" }).click();
  await expect(reader.getByText("Nothing to pay", { exact: true })).toBeVisible();
  await phone.close();

  await page.goto("/hillside/payments/online");
  const row = page.getByRole("row").filter({ hasText: "Paid" }).last();
  await expect(row).toContainText(amount.slice(1));
  await expectAccessible(page);
  await row.getByRole("link", { name: /^P-/ }).click();
  await expect(page.getByText("Online payment Visa 4242").first()).toBeVisible();
  expect(heard).toEqual([]);
  await stripe.stop();
});

test("without a script autopay is set up and stopped, and a parent pays for one of its branches", async ({
  page,
  browser,
}) => {
  const stripe = await standIn();
  await signIn(page, "owner@hillside.example");
  const say = <T>(path: string, input: object) => tell<T>(page, "hillside", path, input);
  const { settings } = await ask<{ settings: { version: number } }>(
    page,
    "hillside",
    "onlineSettings.read",
    {},
  );
  const keys = { secretKey: KEY, webhookSecret: SECRET, toAccount: null };
  await say("onlineSettings.change", {
    version: settings.version,
    inUse: true,
    ...keys,
    surchargePercent: "0",
    smallestCents: 100,
  });
  const webhookUrl = await webhookOf(page);
  const add = async (name: string, price: string) => {
    const { customerId } = await say<{ customerId: string }>("customers.create", {
      name,
      email: "ap@rowan.example",
    });
    await issueInvoice(page, "hillside", { customerId, lines: [["Bark mulch", "1", price]] });
    return customerId;
  };
  const customer = await add("Rowan Estates", "80.00");
  const linkOf = async (more: object = {}) => {
    const issued = { customer, currency: "USD", asOf: demoDay(), ...more };
    const { statementId } = await say<{ statementId: string }>("statements.issue", issued);
    return (await say<{ url: string }>("statements.share", { statementId })).url;
  };

  const phone = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 390, height: 844 } });
  const reader = await phone.newPage();
  /** On the stand-in's page. */
  const payThere = async () => {
    await expect(reader.getByRole("heading", { name: /^Pay [\d.]+$/ })).toBeVisible();
    await reader.getByRole("button", { name: "Pay" }).click();
  };
  await reader.goto(await linkOf());
  const autopay = reader.locator("#autopay");
  await autopay.getByLabel("Day of the month").selectOption("10");
  await autopay.getByLabel(/^At most/).fill("500");
  await autopay.getByLabel(/^I allow Hillside Supply to take what is due/).check();
  await autopay.getByRole("button", { name: "Set up autopay" }).click();
  await payThere();
  await expect(autopay.getByText("We are waiting to hear that your card")).toBeVisible();
  const setUp = stripe.all("checkout.session").find((each) => each["mode"] === "setup");
  await hears(webhookUrl, stripe, setUp);
  await expect(async () => {
    await reader.reload();
    await expect(autopay).toContainText("On day 10 of each month what is due is taken from Visa 4242.", {
      timeout: 500,
    });
  }).toPass();
  await expect(autopay).toContainText("At most $500.00 at once.");
  await page.goto("/hillside/payments/autopay");
  await expect(page.getByRole("row", { name: /Rowan Estates/ })).toContainText("Visa 4242");
  await autopay.getByRole("button", { name: "Stop autopay" }).click();
  await expect(reader.getByText("Autopay is stopped. Nothing more is taken.")).toBeVisible();
  await expect(autopay.getByRole("button", { name: "Set up autopay" })).toBeVisible();

  const branch = await add("Rowan Estates North", "45.00");
  await say("families.chooseParent", { customerId: branch, parentId: customer });
  await reader.goto(await linkOf({ family: true }));
  await expectNoSideways(reader);
  const north = reader.locator("#pay section", { hasText: "Rowan Estates North" });
  await north.getByRole("button", { name: /^Pay everything: \$/ }).click();
  await payThere();
  await expect(reader.getByText("We are waiting for the confirmation")).toBeVisible();
  const paid = stripe
    .all("checkout.session")
    .find((each) => each["status"] === "complete" && each["mode"] === "payment");
  await hears(webhookUrl, stripe, paid);
  await expect(async () => {
    await reader.reload();
    await expect(reader.getByText(/^\$4\d\.\d\d was paid$/)).toBeVisible({ timeout: 500 });
  }).toPass();
  await reader.getByRole("link", { name: "Back to the statement" }).click();
  await expect(north).toHaveCount(0);
  await expect(reader.locator("#pay section", { hasText: "Rowan Estates" })).toHaveCount(1);
  await phone.close();
  await stripe.stop();
});
