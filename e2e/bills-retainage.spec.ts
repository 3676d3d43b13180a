// A job holds back 10 %: its invoice says so by itself, its release waits for a waiver, half of it is billed and paid in part,
// each is followed to the other, and once all is billed, with a line beside it, there is nothing left to bill.
import { expect, test, type Page } from "@playwright/test";
import { expectAccessible, expectNoSideways } from "./axe.ts";
import { freshBusiness } from "./books.ts";
import { consoleErrors, fillSignIn } from "./demo.ts";
import { ask, tell } from "./doors.ts";

test.describe.configure({ timeout: 180_000 });

async function open(page: Page): Promise<string> {
  const { slug, email, password } = await freshBusiness("Granite & Sons");
  await page.goto("/sign-in");
  await fillSignIn(page, email, password);
  await expect(page).toHaveURL(new RegExp(`/${slug}`));
  return slug;
}

const heading = (page: Page, name: string) => page.getByRole("heading", { level: 1, name, exact: true });

type Account = { accountId: string; debts: { itemId: number; number: string }[] };

/** In cash, on one invoice. */
async function pay(page: Page, slug: string, { customerId, number }: { customerId: string; number: string }) {
  const { accountId, debts } = await ask<Account>(page, slug, "payments.account", { customerId });
  const { today } = (await ask<{ org: { today: string } }>(page, slug, "session.here", {})).org;
  const itemId = debts.find((debt) => debt.number === number)?.itemId;
  const applied = [{ itemId, amountCents: 25_00 }];
  const payment = { accountId, amountCents: 25_00, method: "cash", receivedOn: today, applied };
  await tell(page, slug, "payments.record", payment);
}

/** There the bar with the button to issue covers nothing, which a machine can't tell from a button that is too small. */
const scrollToEnd = (page: Page) => page.evaluate(() => scrollTo(0, document.body.scrollHeight));

test("held back with an invoice, billed in two steps, paid in part @phone", async ({ page }) => {
  const heard = consoleErrors(page);
  const slug = await open(page);
  const { customerId } = await tell<{ customerId: string }>(page, slug, "customers.create", {
    name: "Alder Homes",
  });
  const job = { customerId, name: "Oak Street", retainageWork: "10" };
  const { jobId } = await tell<{ jobId: string }>(page, slug, "jobs.create", job);

  await test.step("an invoice from the job knows what its contract holds back", async () => {
    await page.goto(`/${slug}/jobs/${jobId}`);
    await page.getByRole("link", { name: "New invoice" }).click();
    await expect(page.getByLabel("Job")).toHaveValue(jobId);
    await expect(page.getByLabel("Retainage", { exact: true })).toHaveValue("10%");
    await page.getByRole("combobox", { name: "Product or service" }).fill("Framing");
    await page.getByRole("option", { name: "Bill “Framing” as a free line" }).click();
    await page.getByLabel("Price of Framing").fill("1000");
    await expect(page.getByText("Saved as a draft")).toBeVisible();
    await page.getByLabel("Price of Framing").press("Control+Enter");
    await page.getByRole("dialog").getByRole("button", { name: "Issue", exact: true }).click();
    await expect(page.getByRole("heading", { name: "Invoice INV-00001" })).toBeVisible();
  });

  await test.step("its release waits for a waiver; once that is met, it may be billed", async () => {
    await page.goto(`/${slug}/jobs/${jobId}`);
    await page.getByRole("link", { name: "Conditions" }).click();
    await page.getByRole("button", { name: "Set conditions" }).click();
    const set = page.getByRole("dialog");
    await set.getByLabel("Lien waiver").check();
    await set.getByRole("button", { name: "Set conditions" }).click();
    await expect(page.getByText("Lien waiver: open")).toBeVisible();
    await page.getByRole("button", { name: "Mark as met" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Mark as met" }).click();
    await expect(page.getByText(/^May be billed since/)).toBeVisible();
    await expectAccessible(page);
    await expectNoSideways(page);
    await page.goto(`/${slug}/reports/retainage`);
    await expect(
      page.getByRole("row", { name: /Alder Homes.*Oak Street.*INV-00001.*100\.00/ }),
    ).toBeVisible();
    await expect(
      page.getByText(/Retainage receivable in the trial balance is the same: 100\.00/),
    ).toBeVisible();
    await expectAccessible(page);
    await expectNoSideways(page);
    await page.goto(`/${slug}/jobs/${jobId}`);
    await expect(page.getByText(/^100\.00 may be billed since/)).toBeVisible();
  });

  await test.step("half of what was withheld is billed, and no more than is held", async () => {
    await page.getByRole("link", { name: "Bill what may be billed" }).click();
    const box = page.getByLabel("To bill of INV-00001, Framing");
    await expect(box).toHaveValue("100.00");
    await box.fill("100.01");
    await page.getByRole("button", { name: "Issue retained invoice" }).click();
    await expect(page.getByText("That is more than is still held back.")).toBeVisible();
    await expect(box).toBeFocused();
    await page.getByLabel("Share of it, %").fill("50");
    await page.getByRole("button", { name: "Fill in this share" }).click();
    await expect(box).toHaveValue("50.00");
    await scrollToEnd(page);
    await expectAccessible(page);
    await expectNoSideways(page);
    await page.getByRole("button", { name: "Issue retained invoice" }).click();
    await expect(page.getByRole("heading", { name: "Invoice INV-00002" })).toBeVisible();
  });

  await test.step("what is paid of it is followed to the original, and back", async () => {
    await pay(page, slug, { customerId, number: "INV-00002" });
    await page.reload();
    await expect(page.getByRole("row", { name: /INV-00001.*Framing.*50\.00.*25\.00/ })).toBeVisible();
    await expectAccessible(page);
    await page.getByRole("link", { name: "INV-00001" }).click();
    await expect(page.getByRole("row", { name: /INV-00002.*Framing.*50\.00.*25\.00/ })).toBeVisible();
  });

  await test.step("the rest is billed from the job, and then nothing is held", async () => {
    await page.goto(`/${slug}/jobs/${jobId}`);
    await page.getByRole("link", { name: "Bill what may be billed" }).click();
    await expect(page.getByLabel("To bill of INV-00001, Framing")).toHaveValue("50.00");
    await page.getByRole("button", { name: "Bill something beside it" }).click();
    await page.getByRole("combobox", { name: "Product or service" }).fill("Cleaning");
    await page.getByRole("option", { name: "Bill “Cleaning” as a free line" }).click();
    await page.getByLabel("Price of Cleaning").fill("40");
    await expect(page.getByText("USD 90.00")).toBeVisible();
    await scrollToEnd(page);
    await expectAccessible(page);
    await expectNoSideways(page);
    await page.getByRole("button", { name: "Issue retained invoice" }).click();
    await expect(page.getByRole("heading", { name: "Invoice INV-00003" })).toBeVisible();
    await expect(page.getByRole("row", { name: /Cleaning.*40\.00/ })).toBeVisible();
    await page.goto(`/${slug}/invoices/retained/new?customer=${customerId}`);
    await expect(page.getByText("Nothing is held back", { exact: true })).toBeVisible();
    await page.getByRole("main").getByRole("link", { name: "Create an invoice" }).click();
    await expect(heading(page, "New invoice")).toBeVisible();
  });
  expect(heard).toEqual([]);
});
