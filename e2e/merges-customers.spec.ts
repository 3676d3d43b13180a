// Credit is given and taken with a reason, and a colleague's decision is never overwritten unseen. Two customers that are
// one are merged, read as one, and the old number leads on; then the merge is reversed.
import { expect, test, type Page } from "@playwright/test";
import { expectAccessible, expectNoSideways } from "./axe.ts";
import { freshBusiness } from "./books.ts";
import { consoleErrors, fillSignIn } from "./demo.ts";

test.describe.configure({ timeout: 120_000 });

async function open(page: Page): Promise<string> {
  const business = await freshBusiness("Merge & Co");
  await page.goto("/sign-in");
  await fillSignIn(page, business.email, business.password);
  await expect(page).toHaveURL(new RegExp(`/${business.slug}`));
  return business.slug;
}

const heading = (page: Page, name: string) => page.getByRole("heading", { level: 1, name, exact: true });

/** Adds a customer from the list; the address of their account. */
async function add(page: Page, slug: string, name: string, memo = ""): Promise<string> {
  await page.goto(`/${slug}/customers/new`);
  await page.getByLabel("Display name").fill(name);
  await page.getByLabel("Memo").fill(memo);
  await page.getByLabel("Billing address").fill("1 Elm Street");
  await page.keyboard.press("Control+Enter");
  await expect(heading(page, name)).toBeVisible();
  await expect(page).toHaveURL(/customers\/[\da-f-]{36}$/);
  return page.url();
}

async function pay(page: Page, account: string, amount: string) {
  await page.goto(account);
  await page.getByRole("link", { name: "Take payment" }).click();
  await page.getByRole("textbox", { name: /^Amount/ }).fill(amount);
  await page.keyboard.press("Control+Enter");
  await expect(page.getByRole("status").filter({ hasText: /P-0/ }).first()).toBeVisible();
}

test("credit is given with a reason, and two decisions at once are told apart", async ({ page, context }) => {
  const heard = consoleErrors(page);
  const slug = await open(page);
  const account = await add(page, slug, "Greenleaf");

  await page.getByRole("link", { name: "Credit terms" }).click();
  await expect(heading(page, "Credit of Greenleaf")).toBeVisible();
  await expectAccessible(page);
  await expectNoSideways(page);
  const other = await context.newPage();
  await other.goto(page.url());
  await expect(heading(other, "Credit of Greenleaf")).toBeVisible();

  await test.step("a reason is asked for by its field, and the effect is said before", async () => {
    await page.getByLabel("May charge to the account").check();
    await page.getByLabel("Up to a limit").check();
    await page.getByLabel("Limit", { exact: true }).fill("a lot");
    await page.getByRole("button", { name: "Change credit terms" }).click();
    await expect(page.getByText("Enter an amount like 1,234.50")).toBeVisible();
    await page.getByLabel("Limit", { exact: true }).fill("5000");
    await page.getByRole("button", { name: "Change credit terms" }).click();
    await expect(page.getByText("Say why, in a few words.")).toBeVisible();
    await expect(page.getByLabel("Limit", { exact: true })).toHaveValue("5000");
    await expect(page.locator("form dl")).toContainText("5,000.00");
    await page.getByLabel("Reason").fill("Good references");
    await page.getByLabel("Reason").press("Enter");
    await expect(page.getByText("Good standing · may charge · limit 5,000.00")).toBeVisible();
    await expect(page.getByRole("cell", { name: "Good references" })).toBeVisible();
  });

  await test.step("who was slower sees what stands, keeps what was typed, and chooses", async () => {
    await other.getByLabel("Status").selectOption({ label: "On hold" });
    await other.getByLabel("Reason").fill("Called, no answer");
    await other.getByRole("button", { name: "Change credit terms" }).click();
    await expect(other.getByText("Someone changed these terms while you were editing")).toBeVisible();
    await expect(other.getByLabel("Reason")).toHaveValue("Called, no answer");
    await other.getByRole("button", { name: "Take theirs" }).click();
    await expect(other.getByLabel("Limit", { exact: true })).toHaveValue("5000.00");
    await other.getByLabel("Status").selectOption({ label: "On hold" });
    await other.getByRole("button", { name: "Change credit terms" }).click();
    await expect(other.getByText("On hold · may charge · limit 5,000.00")).toBeVisible();
    await other.close();
  });

  await test.step("they stand among the credit customers, stopped", async () => {
    await page.goto(`/${slug}/customers/credit`);
    await expect(page.getByRole("link", { name: "Greenleaf", exact: true })).toBeVisible();
    await page.getByRole("link", { name: "Can’t charge" }).click();
    await expect(page.getByRole("row", { name: /Greenleaf.*On hold.*5,000\.00/ })).toBeVisible();
    await expectAccessible(page);
    await expectNoSideways(page);
    await page.getByRole("link", { name: "Over the limit" }).click();
    await expect(page.getByText("No credit customer matches")).toBeVisible();
  });
  expect(account).toContain(slug);
  expect(heard).toEqual([]);
});

/** Puts a customer on hold, as one who pays late. */
async function hold(page: Page, account: string) {
  await page.goto(`${account}/credit`);
  await page.getByLabel("Status").selectOption({ label: "On hold" });
  await page.getByLabel("Reason").fill("Pays late");
  await page.getByRole("button", { name: "Change credit terms" }).click();
  await expect(page.getByText(/^On hold · /)).toBeVisible();
}

test("two customers that are one are merged, and parted again", async ({ page }) => {
  const heard = consoleErrors(page);
  const slug = await open(page);
  const kept = await add(page, slug, "Greenleaf", "Gate 2");
  const twin = await add(page, slug, "Greenleaf Inc", "Never without an order number");
  await hold(page, twin);
  await pay(page, kept, "10.00");
  await pay(page, twin, "25.00");

  await test.step("find the other, see what would move, choose which stays", async () => {
    await page.goto(`${twin}/info`);
    await page.getByRole("link", { name: "Merge with another" }).click();
    await page.getByLabel("Find the other customer").fill("greenleaf");
    await page.keyboard.press("Enter");
    await page.getByRole("link", { name: "Greenleaf", exact: true }).click();
    await expect(page.getByText("Greenleaf Inc (C-0002) becomes part of Greenleaf (C-0001)")).toBeVisible();
    await expectAccessible(page);
    await page.getByRole("link", { name: "Keep C-0002 instead" }).click();
    await expect(page.getByText("Greenleaf (C-0001) becomes part of Greenleaf Inc (C-0002)")).toBeVisible();
    await page.getByRole("link", { name: "Keep C-0001 instead" }).click();
    const status = page.getByRole("group", { name: "Status" });
    await expect(status.getByRole("radio", { name: "On hold as C-0002, the stricter" })).toBeChecked();
    await status.getByRole("radio", { name: /^Good standing/ }).check();
    await expect(page.getByText("Looser than it is on C-0002 now.")).toBeVisible();
    await status.getByRole("radio", { name: /^On hold/ }).check();
    await expect(page.getByText("Memo of C-0001, with what C-0002 says")).toBeVisible();
    await expectAccessible(page);
    await page.getByLabel("Reason").fill("The same people");
    await page.getByRole("button", { name: "Merge C-0002 into C-0001" }).click();
    await expect(heading(page, "Greenleaf")).toBeVisible();
    await expect(page.getByText("with C-0002").first()).toBeVisible();
    await expect(page.getByText("On hold", { exact: true }).first()).toBeVisible();
    await expect(page.getByText("Never without an order number")).toBeVisible();
    await expect(page.locator("dl").first()).toContainText("35.00");
  });

  await test.step("the old number leads on", async () => {
    await page.goto(`/${slug}/customers/C-0002`);
    await expect(page).toHaveURL(kept);
    await expect(heading(page, "Greenleaf")).toBeVisible();
  });

  await test.step("reversed, each has its own again", async () => {
    await page.goto(`${kept}/info`);
    await expect(page.getByText(/C-0002, merged on/)).toBeVisible();
    await page.getByRole("button", { name: "Reverse", exact: true }).click();
    await page.getByRole("button", { name: "Reverse the merge" }).click();
    await expect(page.getByText(/C-0002, merged on/)).toBeHidden();
    await page.goto(twin);
    await expect(page.locator("dl").first()).toContainText("25.00");
    await expectAccessible(page);
  });
  expect(heard).toEqual([]);
});
