// What came in is taken to the bank: payments that wait are ticked, with a running count and sum, the slip is printed, a
// check that bounced comes back from the bank, and another deposit is undone.
import { expect, test } from "@playwright/test";
import { expectAccessible, expectNoSideways } from "./axe.ts";
import { freshBusiness } from "./books.ts";
import { consoleErrors, fillSignIn } from "./demo.ts";
import { tell } from "./doors.ts";

test.describe.configure({ timeout: 180_000 });

test("payments are deposited, one comes back, and a deposit is reversed @phone", async ({ page }) => {
  const heard = consoleErrors(page);
  const { slug, email, password } = await freshBusiness("Bank & Co");
  await page.goto("/sign-in");
  await fillSignIn(page, email, password);
  await expect(page).toHaveURL(new RegExp(`/${slug}`));
  const say = <T>(path: string, input: object) => tell<T>(page, slug, path, input);
  const { accountId } = await say<{ accountId: string }>("customers.create", { name: "Greenleaf" });
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
    await page.getByRole("button", { name: "Make deposit" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Deposit D-00001" })).toBeVisible();
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
