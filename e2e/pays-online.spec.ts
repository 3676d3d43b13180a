// A business enters its keys, and a customer pays their statement from a phone, without a script, and an invoice from the link that
// was mailed with it, less what they keep for paying early. The page that they come back to waits until Stripe has told; then it is on
// their account and in the list of online payments.
import { expect, test } from "@playwright/test";
import { startStripe } from "../src/server/testing/stripe-stand-in.ts";
import { expectAccessible, expectNoSideways } from "./axe.ts";
import { consoleErrors, demoDay, signIn } from "./demo.ts";
import { ask, tell } from "./doors.ts";
import { issueInvoice } from "./invoices.ts";
import { mailedLink } from "./mail.ts";

const KEY = "sk_test_storystory4242";
const SECRET = "whsec_storystory";
const seconds = () => Math.floor(Date.now() / 1000);

test("a statement and an invoice are paid without a script, and the business sees it", async ({
  page,
  browser,
}) => {
  const stripe = await startStripe({
    keys: [KEY],
    port: Number(process.env["E2E_STRIPE_PORT"]),
    now: seconds,
  });
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
  const { webhookUrl } = await ask<{ webhookUrl: string }>(page, "hillside", "onlineSettings.read", {});

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
  const event = stripe.event("checkout.session.completed", session, SECRET);
  const headers = { "stripe-signature": event.signature };
  expect((await fetch(webhookUrl, { method: "POST", headers, body: event.body })).status).toBe(200);
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
  const told = stripe.event("checkout.session.completed", paidNow, SECRET);
  await fetch(webhookUrl, {
    method: "POST",
    headers: { "stripe-signature": told.signature },
    body: told.body,
  });
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
