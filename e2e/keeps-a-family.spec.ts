// A head office with branches: each branch is given its parent, the parent shares its limit, the counter says whose limit
// leaves how much, and the parent's account shows what all of them owe together.
import { expect, test, type Page } from "@playwright/test";
import { expectAccessible, expectNoSideways } from "./axe.ts";
import { freshBusiness } from "./books.ts";
import { consoleErrors, fillSignIn } from "./demo.ts";
import { tell } from "./doors.ts";

test.describe.configure({ timeout: 180_000 });

async function open(page: Page): Promise<string> {
  const business = await freshBusiness("Keep & Co");
  await page.goto("/sign-in");
  await fillSignIn(page, business.email, business.password);
  await expect(page).toHaveURL(new RegExp(`/${business.slug}`));
  return business.slug;
}

/** As long as some are. */
const BRANCH = "Alder North Yard and Garden Center of Greater Montpelier";

test("a branch charges on what its head office’s limit leaves @phone", async ({ page }) => {
  const heard = consoleErrors(page);
  const slug = await open(page);
  const say = <T>(path: string, input: object) => tell<T>(page, slug, path, input);
  const add = async (name: string, limitCents: number) => {
    const added = await say<{ customerId: string; accountId: string }>("customers.create", {
      name,
      addressLines: ["1 Elm St"],
    });
    const seen = { status: "good", chargingAllowed: false, limit: { kind: "none" } };
    const terms = { status: "good", chargingAllowed: true, limit: { kind: "limit", limitCents } };
    await say("credit.change", { accountId: added.accountId, seen, terms, reason: "Opened for credit" });
    return added;
  };
  const head = await add("Alder Group", 50_00);
  const branch = await add(BRANCH, 500_00);

  await test.step("the branch is given its parent, and names it", async () => {
    await page.goto(`/${slug}/customers/${branch.customerId}/info`);
    await page.getByRole("button", { name: "Give it a parent" }).click();
    await page.getByRole("combobox", { name: "Parent customer" }).fill("Alder Group");
    await page.getByRole("option", { name: /Alder Group/ }).click();
    await expect(page.getByText("Parent saved")).toBeVisible();
    await expect(page.getByText("Child of").first()).toBeVisible();
    await expectAccessible(page);
    await expectNoSideways(page);
  });

  await test.step("the parent shares its limit", async () => {
    await page.goto(`/${slug}/customers/${head.customerId}/info`);
    await page.getByRole("button", { name: "Share the limit with children" }).click();
    await expect(page.getByText("Its credit limit is shared")).toBeVisible();
  });

  await test.step("the counter says whose limit leaves how much, and goes no further", async () => {
    await page.goto(`/${slug}/receipts/new?customer=${branch.customerId}`);
    await expect(page.getByText("Can charge 50.00, the shared limit of Alder Group")).toBeVisible();
    await page.getByRole("combobox", { name: "Product" }).fill("Stone");
    await page.getByRole("option", { name: /as free text/ }).click();
    await page.getByLabel("Price of Stone").fill("60");
    await page.keyboard.press("F8");
    await expect(
      page.getByText(/the limit of Alder Group and its children leaves no more/).first(),
    ).toBeVisible();
    await page.getByLabel("Price of Stone").fill("40");
    await page.keyboard.press("Control+Enter");
    await expect(page.getByText(/R-00001/).first()).toBeVisible();
  });

  await test.step("the parent’s account shows what they owe together", async () => {
    await page.goto(`/${slug}/customers/${head.customerId}`);
    await expect(page.getByRole("heading", { name: "With its children" })).toBeVisible();
    await expect(
      page.getByText(/the limit of Alder Group and its children together is 50\.00/),
    ).toBeVisible();
    await expect(page.getByRole("link", { name: BRANCH })).toBeVisible();
    const file = await page.request.get(`/${slug}/customers/${head.customerId}/family/csv`);
    expect(await file.text()).toMatch(/Alder Group,.*Parent[\s\S]*Alder North Yard.*Child/);
    await expectAccessible(page);
    await expectNoSideways(page);
  });

  await test.step("one check of the parent pays what its branch owes, and is given back whole", async () => {
    await page.goto(`/${slug}/payments/new?customer=${head.customerId}`);
    await page.getByRole("link", { name: "Pay for its children, too" }).click();
    await expect(page.getByText("It pays for its children, too")).toBeVisible();
    await page.getByLabel(/^Amount,/).fill("45.00");
    await page.getByLabel("Check number").fill("4471");
    await expect(page.getByText("of it for children")).toBeVisible();
    // However long the branch's name is, nothing of its box is cut.
    const box = page.getByLabel(/^Amount for INV/);
    await box.scrollIntoViewIfNeeded();
    await expect(box).toBeInViewport({ ratio: 1 });
    await expectAccessible(page);
    await expectNoSideways(page);
    await page.getByRole("button", { name: "Record payment" }).first().click();
    await expect(page.getByText("Payment P-00001, P-00002 recorded")).toBeVisible();
    await page.goto(`/${slug}/customers/${branch.customerId}`);
    await expect(page.getByText("Check 4471 (Alder Group)").first()).toBeVisible();
    await page.goto(`/${slug}/customers/${head.customerId}/payments`);
    await page.getByRole("link", { name: "P-00001" }).click();
    await expect(page.getByRole("heading", { name: "One check for several customers" })).toBeVisible();
    await expectAccessible(page);
    await page.getByRole("button", { name: "Returned by the bank" }).click();
    await expect(page.getByText("all of them go back, each on its account")).toBeVisible();
    await page.getByLabel("Reason").fill("Insufficient funds");
    await page.getByRole("button", { name: "Record the return" }).click();
    await expect(page.getByText(/The bank returned this payment/)).toBeVisible();
    await page.getByRole("link", { name: "P-00002" }).click();
    await expect(page.getByText(/The bank returned this payment/)).toBeVisible();
  });
  expect(heard.filter((line) => !/40[09] \((Bad Request|Conflict)\)/.test(line))).toEqual([]);
});
