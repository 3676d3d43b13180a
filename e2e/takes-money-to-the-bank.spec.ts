// What came in is taken to the bank: payments that wait are ticked, with a running count and sum, the slip is printed, a
// check that bounced comes back from the bank, and another deposit is undone. Who pays early keeps what the terms of their
// invoice let them; and an invoice comes again each month until it is paused.
import { expect, test } from "@playwright/test";
import { expectAccessible, expectNoSideways } from "./axe.ts";
import { freshBusiness } from "./books.ts";
import { consoleErrors, fillSignIn } from "./demo.ts";
import { ask, tell } from "./doors.ts";

test.describe.configure({ timeout: 180_000 });

test("payments are deposited, one comes back, and a deposit is reversed @phone", async ({ page }) => {
  const heard = consoleErrors(page);
  const { slug, email, password } = await freshBusiness("Bank & Co");
  await page.goto("/sign-in");
  await fillSignIn(page, email, password);
  await expect(page).toHaveURL(new RegExp(`/${slug}`));
  const say = <T>(path: string, input: object) => tell<T>(page, slug, path, input);
  const { accountId, customerId } = await say<Record<"accountId" | "customerId", string>>(
    "customers.create",
    { name: "Greenleaf" },
  );
  const pay = (amountCents: number, method: string, reference = "") =>
    say("payments.record", {
      accountId,
      amountCents,
      method,
      reference,
      receivedOn: "2026-03-05",
      applied: [],
    });

  await test.step("an empty list leads to what waits, and nothing does", async () => {
    await page.goto(`/${slug}/deposits`);
    await page.getByRole("link", { name: "New deposit" }).click();
    await expect(page.getByText("Nothing waits for a deposit")).toBeVisible();
  });
  await pay(60_00, "check", "4711");
  await pay(15_00, "cash");
  await pay(20_00, "check", "4712");

  await test.step("a bank account of the chart is added, and a payment goes straight there", async () => {
    await page.goto(`/${slug}/settings/accounts`);
    await page.getByRole("button", { name: "Add account" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("Number").fill("1010");
    await dialog.getByLabel("Name").fill("Savings");
    await dialog.getByLabel("Kind").selectOption("bank");
    await dialog.getByRole("button", { name: "Add account" }).click();
    await expect(page.getByRole("row", { name: /1010.*Savings.*Bank account/ })).toBeVisible();
    await page.goto(`/${slug}/payments/new?customer=${customerId}`);
    await page.getByLabel(/^Amount,/).fill("7.00");
    await expect(page.getByLabel("To account")).toHaveValue("-");
    await page.getByLabel("Method").selectOption("direct-deposit");
    await expect(page.getByLabel("To account")).toHaveValue("1000");
    await page.getByLabel("To account").selectOption("1010");
    await expectAccessible(page);
    await expectNoSideways(page);
    await page.getByRole("button", { name: "Record payment" }).first().click();
    await page.getByRole("link", { name: "See the payment" }).click();
    await expect(page.getByText(/ · to Savings/)).toBeVisible();
  });

  await test.step("what is chosen is counted and added up by method", async () => {
    await page.goto(`/${slug}/deposits/new`);
    await page.getByRole("button", { name: "Make deposit" }).click();
    await expect(page.getByText("Choose what is deposited.")).toBeVisible();
    await page.getByLabel("Method").selectOption("check");
    await page.getByRole("checkbox", { name: "Choose all 2 shown" }).check();
    await page.getByLabel("Method").selectOption("");
    const slip = page.getByRole("complementary", { name: "The deposit slip" });
    await expect(slip.getByText("2 payments")).toBeVisible();
    await expect(slip.getByText("80.00")).toHaveCount(2);
    await page.getByLabel("Deposited on").fill("2026-03-04");
    await page.getByRole("button", { name: "Make deposit" }).click();
    await expect(page.getByText("One of the chosen payments came in after that day.")).toBeVisible();
    await expectAccessible(page);
    await expectNoSideways(page);
    await page.getByLabel("Deposited on").fill("2026-03-06");
    await page.getByLabel("To account").selectOption("1010");
    await page.getByRole("button", { name: "Make deposit" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Deposit D-00001" })).toBeVisible();
    await expect(page.getByText(/^to Savings/)).toBeVisible();
  });

  await test.step("its slip is a PDF", async () => {
    const href = await page.getByRole("link", { name: "Slip" }).getAttribute("href");
    const pdf = await page.request.get(href ?? "");
    expect([pdf.status(), pdf.headers()["content-type"]]).toEqual([200, "application/pdf"]);
    await expectAccessible(page);
    await expectNoSideways(page);
  });

  await test.step("it is reversed with a reason, and its payments wait again", async () => {
    await page.getByRole("button", { name: "Reverse" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("button", { name: "Reverse" }).click();
    await expect(dialog.getByText("Say why")).toBeVisible();
    await dialog.getByLabel("Reason").fill("Wrong slip");
    await dialog.getByRole("button", { name: "Reverse" }).click();
    await expect(page.getByText(/^Wrong slip\./)).toBeVisible();
    await page.getByRole("link", { name: "New deposit" }).click();
    await page.getByRole("checkbox", { name: "Choose all 3 shown" }).check();
    await page.getByRole("button", { name: "Make deposit" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Deposit D-00002" })).toBeVisible();
  });

  await test.step("a check of it bounces: it says so, and the deposit stays", async () => {
    await page.getByRole("link", { name: "P-00001" }).click();
    await expect(page.getByRole("link", { name: "deposit D-00002" })).toBeVisible();
    await page.getByRole("button", { name: "Returned by the bank" }).click();
    await page.getByRole("dialog").getByLabel("Reason").fill("No funds");
    await page.getByRole("dialog").getByRole("button", { name: "Record the return" }).click();
    await expect(page.getByText(/The bank returned this payment on/)).toBeVisible();
    await page.getByRole("link", { name: "deposit D-00002" }).click();
    await expect(page.getByText("Returned", { exact: true })).toBeVisible();
    await expect(page.getByRole("button", { name: "Reverse" })).toHaveCount(0);
    await page.goto(`/${slug}/deposits`);
    await expect(page.getByText("Reversed", { exact: true })).toBeVisible();
    await expectAccessible(page);
    await expectNoSideways(page);
  });
  expect(heard).toEqual([]);
});

test("terms of the business's own, a discount kept for paying early, and an invoice that comes again", async ({
  page,
}) => {
  const heard = consoleErrors(page);
  const { slug, email, password } = await freshBusiness("Early & Co");
  await page.goto("/sign-in");
  await fillSignIn(page, email, password);
  await expect(page).toHaveURL(new RegExp(`/${slug}`));
  const say = <T>(path: string, input: object) => tell<T>(page, slug, path, input);
  const today = new Date().toISOString().slice(0, 10);

  await test.step("terms are made up in the settings, and what is wrong is said by its field", async () => {
    await page.goto(`/${slug}/settings/terms`);
    const form = page.getByRole("form", { name: "Add terms" });
    await form.getByLabel("Days", { exact: true }).fill("30");
    await form.getByLabel("Discount, % (optional)").fill("2");
    await form.getByLabel("Paid within, days").fill("31");
    await form.getByRole("button", { name: "Add terms" }).click();
    await expect(
      form.getByText("The discount ends after the invoice is due. Enter fewer days."),
    ).toBeVisible();
    await expectAccessible(page);
    await form.getByLabel("Paid within, days").fill("10");
    await form.getByRole("button", { name: "Add terms" }).click();
    await expect(page.getByRole("rowheader", { name: "2/10 net 30" })).toBeVisible();
  });

  await test.step("a new customer gets them", async () => {
    await page.goto(`/${slug}/customers/new`);
    await page.getByLabel("Display name").fill("Greenleaf");
    await page.getByLabel("Billing terms").selectOption({ label: "2/10 net 30" });
    await page.getByRole("button", { name: "Add customer" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Greenleaf" })).toBeVisible();
  });
  const found = await ask<{ rows: { customerId: string }[] }>(page, slug, "customers.list", {});
  const customerId = found.rows[0]?.customerId ?? "";
  const ground = await ask<{ taxes: object[] }>(page, slug, "invoiceDrafts.ground", {
    customerId,
    issuedOn: today,
  });
  const line = {
    kind: "item",
    productId: null,
    sku: "",
    description: "Care",
    quantity: "1",
    unit: "",
    discount: "",
  };
  const { draftId, version } = await say<{ draftId: string; version: number }>("invoiceDrafts.start", {
    draft: {
      ...{
        customerId,
        jobId: null,
        issuedOn: today,
        dueOn: null,
        period: null,
        number: "",
        terms: "net-30-2-10",
      },
      ...{
        poNumber: "",
        salesperson: "",
        retainage: "",
        chartCode: "",
        notesToCustomer: "",
        notesInternal: "",
      },
      ...{ billingAddress: "", serviceAddress: "", locale: "en-US", taxes: ground.taxes },
      lines: [{ ...line, unitPrice: "1000", taxable: false, retainable: true, retainage: "" }],
    },
  });
  const seen = { taxes: ground.taxes };
  const { invoiceId } = await say<{ invoiceId: string }>("invoiceDrafts.issue", { draftId, version, seen });

  await test.step("paid in time it is less the discount, and one click takes that back", async () => {
    await page.goto(`/${slug}/payments/new?customer=${customerId}`);
    await page.getByLabel(/^Amount,/).fill("980.00");
    const box = page.getByRole("checkbox", { name: /^Discount of/ });
    await expect(box).toBeChecked();
    await expect(page.getByRole("complementary").getByText("20.00")).toBeVisible();
    await box.uncheck();
    await expect(page.getByLabel(/^Amount for/)).toHaveValue("1000.00");
    await box.check();
    await expectAccessible(page);
    await page.getByRole("button", { name: "Record payment" }).first().click();
    await expect(page.getByText(/Payment P-00001 recorded/)).toBeVisible();
    await page.goto(`/${slug}/invoices/${invoiceId}`);
    await expect(page.getByText("Prompt-payment discount").first()).toBeVisible();
  });

  await test.step("it comes again each month, is paused, and goes on", async () => {
    await page.getByRole("main").getByRole("button", { name: "More" }).click();
    await page.getByRole("link", { name: "Repeat" }).click();
    await page.getByLabel("On day").fill("32");
    await page.getByRole("button", { name: "Have it come again" }).click();
    await expect(page.getByText("Enter a day from 1 to 31.")).toBeVisible();
    await page.getByLabel("On day").fill("31");
    await expectAccessible(page);
    await page.getByRole("button", { name: "Have it come again" }).click();
    await expect(page.getByText("On the last day of each month")).toBeVisible();
    await page.getByRole("button", { name: "Pause Greenleaf" }).click();
    await expect(page.getByText("Paused", { exact: true })).toBeVisible();
    await page.getByRole("button", { name: "Resume Greenleaf" }).click();
    await expect(page.getByText("Paused", { exact: true })).toHaveCount(0);
    await expectAccessible(page);
    await expectNoSideways(page);
  });
  expect(heard).toEqual([]);
});
