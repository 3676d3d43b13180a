// The small things that are on every page: a dialog keeps what was typed in it, the finder says what it found to those who
// don't see it and says when it couldn't look, a menu closes when one goes on, and a word with a way back waits for who
// reads it, above everything.
import { expect, test, type Page } from "@playwright/test";
import { expectAccessible } from "./axe.ts";
import { freshBusiness } from "./books.ts";
import { consoleErrors, fillSignIn, signIn } from "./demo.ts";
import { tell } from "./doors.ts";

test.describe.configure({ timeout: 180_000 });
test.use({ actionTimeout: 30_000 });

async function openInfo(page: Page): Promise<string> {
  const business = await freshBusiness("Manners & Co");
  const { slug } = business;
  await page.goto("/sign-in");
  await fillSignIn(page, business.email, business.password);
  await expect(page).toHaveURL(new RegExp(`/${slug}`));
  const { customerId } = await tell<{ customerId: string }>(page, slug, "customers.create", {
    name: "Greenleaf",
  });
  await page.goto(`/${slug}/customers/${customerId}/info`);
  return slug;
}

test("a selection that is dragged past a dialog's edge closes nothing, and a press outside loses nothing", async ({
  page,
}) => {
  await openInfo(page);
  const dialog = page.getByRole("dialog");
  await page.getByRole("button", { name: "Add contact" }).click();
  await expect(dialog).toBeVisible();

  await test.step("with nothing typed a press outside closes it", async () => {
    await page.mouse.click(5, 5);
    await expect(dialog).toBeHidden();
    await page.getByRole("button", { name: "Add contact" }).click();
  });

  const name = dialog.getByLabel("Name");
  await name.fill("Dana Whitcomb");
  const box = await name.boundingBox();
  if (!box) throw new Error("the field is drawn");
  await page.mouse.move(box.x + 100, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(5, box.y, { steps: 5 });
  await page.mouse.up();
  await expect(name).toHaveValue("Dana Whitcomb");
  await page.mouse.click(5, 5);
  await expect(name).toHaveValue("Dana Whitcomb");
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
});

test("the finder is heard, and says when it couldn't look", async ({ page }) => {
  await signIn(page, "books@hillside.example");
  await page.goto("/hillside/payments/new");
  const box = page.getByRole("combobox", { name: "Customer" });
  const heard = page.getByRole("status").filter({ hasText: /found|matches|reached/ });
  await expect(box).toBeFocused();
  await box.pressSequentially("greenleaf");
  await expect(page.getByRole("option", { name: /Greenleaf/ }).first()).toBeVisible();
  await expect(heard).toHaveText(/found\. The arrow keys choose, Enter takes\./);
  await expectAccessible(page);
  await box.fill("zzzqqq");
  await expect(heard).toHaveText("No customer matches “zzzqqq”.");
  await expectAccessible(page);

  await page.route(/customers\.find/, (route) => route.abort());
  await box.fill("greenl");
  await expect(heard).toHaveText(/can't be reached.*Enter tries again/);
  await expect(page.getByRole("paragraph").filter({ hasText: "Enter tries again" }).first()).toBeVisible();
  await page.unroute(/customers\.find/);
  await box.press("Enter");
  await expect(page.getByRole("textbox", { name: /^Amount/ }).first()).toBeFocused();
});

test("a menu opens by key, and closes when one goes on, or back", async ({ page }) => {
  const errors = consoleErrors(page);
  await signIn(page, "books@hillside.example");
  await page.goto("/hillside/customers");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  const button = page.getByRole("button", { name: "New", exact: true });
  const first = page.getByRole("link", { name: "Receipt", exact: true });
  await page.keyboard.press("n");
  await expect(first).toBeFocused();
  const links = await page.locator(":popover-open a").count();
  expect(links).toBeGreaterThan(4);
  for (let n = 0; n < links; n++) await page.keyboard.press("Tab");
  await expect(first).toBeHidden();

  await button.click();
  await expect(first).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(first).toBeHidden();
  await expect(button).toBeFocused();

  await button.click();
  await expect(first).toBeVisible();
  await page.getByRole("heading", { level: 1 }).click();
  await expect(first).toBeHidden();
  expect(errors).toEqual([]);
});

test("a word with a way back waits while it is looked at, stands above a dialog, and does what it says", async ({
  page,
}) => {
  const errors = consoleErrors(page);
  await openInfo(page);
  await page.clock.install();
  const word = page.getByText("Greenleaf archived");
  const undo = page.getByRole("button", { name: "Undo" });
  await page.getByRole("button", { name: "Archive" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Archive" }).click();
  await expect(word.last()).toBeVisible();

  await test.step("with the pointer or the keyboard on it, it stays", async () => {
    await undo.hover();
    await page.clock.runFor(60_000);
    await expect(undo).toBeVisible();
    await page.keyboard.press("F8");
    await page.mouse.move(5, 5);
    await page.clock.runFor(60_000);
    await expect(undo).toBeVisible();
    await expectAccessible(page);
  });

  await test.step("over a dialog it can be pressed", async () => {
    await page.getByRole("button", { name: "Add contact" }).click();
    await expect(page.getByRole("dialog")).toBeVisible();
    await undo.click();
    await expect(page.getByText("Greenleaf is back").last()).toBeVisible();
    await expect(page.getByRole("dialog")).toBeVisible();
  });

  await test.step("left alone, it goes", async () => {
    await page.keyboard.press("Escape");
    await page.clock.runFor(30_000);
    await expect(page.getByText("Greenleaf is back")).toHaveCount(0);
    await expect(page.getByRole("button", { name: "Archive" })).toBeVisible();
  });
  expect(errors).toEqual([]);
});
