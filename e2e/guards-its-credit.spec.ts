// Credit control in one story: a debt that gets old holds its account by itself and lets it go when it is paid; many limits are
// changed at once, seen before; a large one waits for a second person; and who has the link applies for credit.
import { expect, test, type Page } from "@playwright/test";
import { expectAccessible } from "./axe.ts";
import { freshBusiness } from "./books.ts";
import { consoleErrors, fillSignIn } from "./demo.ts";
import { ask, fillApplication, tell } from "./doors.ts";

test.describe.configure({ timeout: 150_000 });

type Credit = { accountId: string; decided: object };

/** A business with two customers who may charge, its owner signed in. */
async function open(page: Page): Promise<{ slug: string; alder: string }> {
  const { slug, email, password } = await freshBusiness("Guard & Co");
  await page.goto("/sign-in");
  await fillSignIn(page, email, password);
  await expect(page).toHaveURL(new RegExp(`/${slug}`));
  const ids = [];
  for (const name of ["Alder Builders", "Birch Homes"]) {
    const customer = { name, addressLines: ["1 Elm St"] };
    const { customerId } = await tell<{ customerId: string }>(page, slug, "customers.create", customer);
    const { accountId, decided: seen } = await ask<Credit>(page, slug, "credit.account", { customerId });
    const terms = { status: "good", chargingAllowed: true, limit: { kind: "limit", limitCents: 500_00 } };
    await tell(page, slug, "credit.change", { accountId, terms, seen, reason: "Opened for credit" });
    ids.push(customerId);
  }
  return { slug, alder: ids[0] ?? "" };
}

test("holds come and go by themselves, many limits change at once, and a large one waits", async ({
  page,
}) => {
  const heard = consoleErrors(page);
  const { slug, alder } = await open(page);

  await test.step("the settings say from when an account is held", async () => {
    await page.goto(`/${slug}/settings/credit`);
    const holds = page.getByRole("form", { name: "Holds" });
    await holds.getByLabel("Hold when something is so many days past due").fill("x");
    await holds.getByRole("button", { name: "Save" }).click();
    await expect(holds.getByText("Enter 1 to 3,650 days, or leave it empty.")).toBeVisible();
    await holds.getByLabel("Hold when something is so many days past due").fill("30");
    await holds.getByLabel(/^A limit above this takes a second person/).fill("1000");
    await holds.getByRole("button", { name: "Save" }).click();
    await expect(page.getByText("Holds saved: they count at once, at every counter")).toBeVisible();
  });

  await test.step("an old debt holds its account, at the counter, too, and says why", async () => {
    const { accountId } = await ask<Credit>(page, slug, "credit.account", { customerId: alder });
    const day = (ago: number) => new Date(Date.now() - ago * 86_400_000).toISOString().slice(0, 10);
    const debt = { accountId, amountCents: 40_00, on: day(100), reason: "Carried over" };
    await tell(page, slug, "adjustments.up", debt);
    await page.goto(`/${slug}/customers/credit?show=stopped`);
    await expect(page.getByText("On hold for age")).toBeVisible();
    await page.goto(`/${slug}/receipts/new?customer=${alder}`);
    await expect(
      page.getByText(/Can’t charge: the account is on hold: something on it is \d+ days past due/),
    ).toBeVisible();
  });

  await test.step("paid, it may charge again, and nobody had to release it", async () => {
    await page.goto(`/${slug}/customers/${alder}`);
    await page.getByRole("link", { name: "Take payment" }).click();
    await page.locator("input[name=amount]").fill("40");
    await page.keyboard.press("Control+Enter");
    await expect(page.getByRole("status").filter({ hasText: /P-0/ }).first()).toBeVisible();
    await page.goto(`/${slug}/customers/credit?show=stopped`);
    await expect(page.getByText("No credit customer matches")).toBeVisible();
  });

  await test.step("many limits change at once, and what it makes of each is seen before", async () => {
    await page.goto(`/${slug}/customers/credit`);
    await page.getByLabel("Choose Alder Builders").check();
    await page.getByLabel("Choose Birch Homes").check();
    await page.getByRole("button", { name: "Change those chosen" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Change credit terms" })).toBeVisible();
    await page.getByLabel("What changes").selectOption({ label: "Change the limit by" });
    await page.getByLabel("Percent").fill("20");
    await expect(page.getByRole("row", { name: /Birch Homes/ })).toContainText("600.00");
    await page.getByLabel("Reason").fill("A good year");
    await expectAccessible(page);
    await page.getByRole("button", { name: "Change 2 customers" }).click();
    await expect(page.getByText("2 customers changed.")).toBeVisible();
  });

  await test.step("a large limit waits, counts for nothing, and isn't approved by who asked", async () => {
    await page.goto(`/${slug}/customers/${alder}/credit`);
    await page.getByLabel("Limit", { exact: true }).fill("5000");
    await page.getByLabel("Reason").fill("Spring order");
    await page.getByRole("button", { name: "Change credit terms" }).click();
    await expect(page.getByText("A change of these terms waits for approval")).toBeVisible();
    await page.goto(`/${slug}/customers/credit`);
    await page.getByRole("link", { name: "1 change to approve" }).click();
    await expect(page.getByText("You asked for it; somebody else approves it.")).toBeVisible();
    await expectAccessible(page);
    await page.getByRole("button", { name: "Withdraw the change for Alder Builders" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Withdraw" }).click();
    await expect(page.getByText("Nothing waits for approval")).toBeVisible();
  });
  await test.step("who has the link applies without an account, and a person makes them a customer", async () => {
    await page.goto(`/${slug}/customers/credit/applications`);
    await page.getByRole("button", { name: "Make a link" }).click();
    const link = page.getByLabel("Anybody with this link can apply");
    await expect(link).toBeVisible();
    await page.goto(new URL(await link.inputValue()).pathname);
    await expect(
      page.getByRole("heading", { level: 1, name: "Apply for credit with Guard & Co" }),
    ).toBeVisible();
    await expectAccessible(page);
    await fillApplication(page);
    // What a browser lets through and we don't take comes back with what was typed, and what is wrong beside its field.
    await page.getByLabel("Your name").fill("\u200B");
    const send = page.getByRole("button", { name: "Send the application" });
    await send.click();
    await expect(page.getByText("It wasn’t sent")).toBeVisible();
    await expect(page.getByLabel("Your name")).toHaveAccessibleDescription("Enter your name.");
    await expect(page.getByLabel("Name of the business")).toHaveValue("Cedar Works");
    await expectAccessible(page);
    await page.getByLabel("Your name").fill("Dana Cedar");
    await send.click();
    await expect(page.getByRole("heading", { name: "Your application was sent" })).toBeVisible();
    await expectAccessible(page);
    const sent = page.url();
    await page.goto(`/${slug}/customers/credit/applications`);
    await page.getByRole("link", { name: "Cedar Works" }).click();
    await expect(page.getByRole("row", { name: /In business for 2, 5 or 10 years/ })).toContainText(
      "25 of 25",
    );
    await expectAccessible(page);
    await page.getByLabel("Reason").fill("Known for years");
    await page.getByLabel("Tell them, too").fill("Welcome.");
    await page.getByRole("button", { name: "Approve" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Credit of Cedar Works" })).toBeVisible();
    await page.goto(sent);
    await expect(
      page.getByRole("heading", { level: 1, name: "Guard & Co approved your application" }),
    ).toBeVisible();
    await expect(page.getByText("Welcome.")).toBeVisible();
  });
  expect(heard).toEqual([]);
});
