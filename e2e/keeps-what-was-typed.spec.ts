// A form that is left before it was sent is found as it was: a payment with its customer and nobody else, a new customer,
// a profile that is being changed, a contact, a location. Once sent, or thrown away, nothing of it comes back, and whoever
// signs in next finds nothing of it.
import { expect, test, type Page } from "@playwright/test";
import { freshBusiness } from "./books.ts";
import { consoleErrors, fillSignIn, signIn } from "./demo.ts";
import { tell } from "./doors.ts";

test.describe.configure({ timeout: 180_000 });
test.use({ actionTimeout: 30_000 });

async function open(page: Page) {
  const business = await freshBusiness("Kept & Co");
  const { slug } = business;
  await page.goto("/sign-in");
  await fillSignIn(page, business.email, business.password);
  await expect(page).toHaveURL(new RegExp(`/${slug}`));
  const add = async (name: string) =>
    (await tell<{ customerId: string }>(page, slug, "customers.create", { name })).customerId;
  return { slug, one: await add("Greenleaf"), other: await add("Bluebird") };
}

const STILL = "What you typed before is still here";

test("a payment waits for its customer", async ({ page }) => {
  const heard = consoleErrors(page);
  const { slug, one, other } = await open(page);
  const of = (customer: string) => `/${slug}/payments/new?customer=${customer}`;
  const amount = page.getByRole("textbox", { name: /^Amount/ }).first();

  await page.goto(of(one));
  await expect(amount).toBeFocused();
  await amount.fill("125.50");
  await page.getByLabel("Check number").fill("4711");
  await page.getByLabel("Memo").fill("Dropped in the mailbox");

  await page
    .getByRole("navigation", { name: "Sections" })
    .getByRole("link", { name: /^Customers/ })
    .click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Customers");

  await page.goto(of(other));
  await expect(amount).toHaveValue("");
  await expect(page.getByText(STILL)).toHaveCount(0);

  await page.goto(of(one));
  await expect(page.getByText(STILL)).toBeVisible();
  await expect(amount).toHaveValue("125.50");
  await expect(page.getByLabel("Check number")).toHaveValue("4711");
  await expect(page.getByLabel("Memo")).toHaveValue("Dropped in the mailbox");

  await page.getByRole("button", { name: "Record payment" }).first().click();
  await expect(page.getByText(/^Payment .* recorded/)).toBeVisible();
  await page.goto(of(one));
  await expect(amount).toBeFocused();
  await expect(amount).toHaveValue("");
  await expect(page.getByText(STILL)).toHaveCount(0);
  expect(heard).toEqual([]);
});

test("what is typed before the customer is chosen goes with them", async ({ page }) => {
  const { slug, one } = await open(page);
  await page.goto(`/${slug}/payments/new`);
  const customer = page.getByRole("combobox", { name: "Customer" });
  await expect(customer).toBeFocused();
  await page.getByRole("textbox", { name: /^Amount/ }).fill("31");
  await customer.fill("greenl");
  await expect(page.getByRole("option", { name: /Greenleaf/ })).toBeVisible();
  await customer.press("Enter");
  await expect(page.getByRole("textbox", { name: /^Amount/ }).first()).toBeFocused();
  await expect(page.getByRole("textbox", { name: /^Amount/ }).first()).toHaveValue("31");

  await page.goto(`/${slug}/payments/new`);
  await expect(customer).toBeFocused();
  await expect(page.getByRole("textbox", { name: /^Amount/ })).toHaveValue("");
  await page.goto(`/${slug}/payments/new?customer=${one}`);
  await expect(page.getByRole("textbox", { name: /^Amount/ }).first()).toHaveValue("31");
  await page.getByRole("button", { name: "Discard it" }).click();
  await expect(page.getByRole("textbox", { name: /^Amount/ }).first()).toHaveValue("");
  await page.reload();
  await expect(page.getByText(STILL)).toHaveCount(0);
});

test("what waits for one customer goes to nobody else, and what was recorded waits no more", async ({
  page,
}) => {
  const { slug, one, other } = await open(page);
  const amount = page.getByRole("textbox", { name: /^Amount/ }).first();
  const anew = async () => {
    await page.getByRole("button", { name: "New", exact: true }).first().click();
    await page.getByRole("link", { name: "Payment", exact: true }).first().click();
    await expect(page).toHaveURL(/payments\/new$/);
  };

  await page.goto(`/${slug}/payments/new?customer=${one}`);
  await expect(amount).toBeFocused();
  await amount.fill("125.50");
  await page.getByLabel("Check number").fill("4711");
  // The same page, without a customer: nothing comes along.
  await anew();
  await expect(amount).toHaveValue("");
  await amount.fill("31");
  const customer = page.getByRole("combobox", { name: "Customer" });
  await customer.fill("greenl");
  await expect(page.getByRole("option", { name: /Greenleaf/ })).toBeVisible();
  await customer.press("Enter");
  await expect(page.getByText(STILL)).toBeVisible();
  await expect(amount).toHaveValue("125.50");
  await expect(page.getByLabel("Check number")).toHaveValue("4711");

  await page.getByRole("button", { name: "Record payment" }).first().click();
  await expect(page.getByText(/^Payment .* recorded/)).toBeVisible();
  await page.goto(`/${slug}/payments/new?customer=${other}`);
  await expect(amount).toHaveValue("");
  await page.goto(`/${slug}/payments/new?customer=${one}`);
  await expect(page.getByText(STILL)).toHaveCount(0);
  await expect(amount).toHaveValue("");
});

test("a new customer, and a profile that is being changed", async ({ page }) => {
  const { slug, one } = await open(page);

  await page.goto(`/${slug}/customers/new`);
  await page.getByLabel("Display name").fill("Cedar Homes");
  await page.getByLabel("Billing address").fill("1 Elm St");
  await page.goto(`/${slug}/customers`);
  await page.goto(`/${slug}/customers/new`);
  await expect(page.getByText(STILL)).toBeVisible();
  await expect(page.getByLabel("Billing address")).toHaveValue("1 Elm St");
  await page.getByRole("button", { name: "Add customer" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Cedar Homes" })).toBeVisible();
  await page.goto(`/${slug}/customers/new`);
  await expect(page.getByLabel("Display name")).toBeFocused();
  await expect(page.getByLabel("Display name")).toHaveValue("");

  const info = `/${slug}/customers/${one}/info`;
  await page.goto(info);
  await page.getByRole("button", { name: "Edit", exact: true }).click();
  await page.getByLabel("Private notes").fill("Pays on Fridays");
  await page.goto(`/${slug}/customers`);
  await page.goto(info);
  await expect(page.getByText(STILL)).toBeVisible();
  await expect(page.getByLabel("Private notes")).toHaveValue("Pays on Fridays");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("Pays on Fridays")).toBeVisible();
  await page.reload();
  await expect(page.getByText(STILL)).toHaveCount(0);
});

test("a contact and a location", async ({ page }) => {
  const heard = consoleErrors(page);
  const { slug, one } = await open(page);
  const info = `/${slug}/customers/${one}/info`;
  const leave = async () => {
    await page.goto(`/${slug}/customers`);
    await page.goto(info);
  };
  const dialog = page.getByRole("dialog");
  const press = (name: string) => page.getByRole("button", { name, exact: true }).click();

  await page.goto(info);
  await press("Add contact");
  await dialog.getByLabel("Name").fill("Ann Alder");
  await dialog.getByLabel("Phone", { exact: true }).fill("555 0100");
  await leave();
  await press("Add contact");
  await expect(dialog.getByText(STILL)).toBeVisible();
  await expect(dialog.getByLabel("Name")).toHaveValue("Ann Alder");
  await expect(dialog.getByLabel("Phone", { exact: true })).toHaveValue("555 0100");
  await dialog.getByRole("button", { name: "Add contact" }).click();
  await expect(page.getByRole("table", { name: "Contacts" })).toContainText("555 0100");
  await press("Add contact");
  await expect(dialog.getByLabel("Name")).toHaveValue("");
  await expect(dialog.getByText(STILL)).toHaveCount(0);
  await page.keyboard.press("Escape");

  // Over one that is there, and closed by chance.
  await press("Edit Ann Alder");
  await dialog.getByLabel("Phone", { exact: true }).fill("555 0199");
  await page.keyboard.press("Escape");
  await press("Edit Ann Alder");
  await expect(dialog.getByText(STILL)).toBeVisible();
  await expect(dialog.getByLabel("Phone", { exact: true })).toHaveValue("555 0199");
  await dialog.getByRole("button", { name: "Discard it" }).click();
  await expect(dialog.getByLabel("Phone", { exact: true })).toHaveValue("555 0100");
  await leave();
  await press("Edit Ann Alder");
  await expect(dialog.getByLabel("Phone", { exact: true })).toHaveValue("555 0100");
  await expect(dialog.getByText(STILL)).toHaveCount(0);
  await page.keyboard.press("Escape");

  await press("Add location");
  await dialog.getByLabel("Address").fill("1 Elm St");
  await leave();
  await press("Add location");
  await expect(dialog.getByText(STILL)).toBeVisible();
  await expect(dialog.getByLabel("Address")).toHaveValue("1 Elm St");
  await dialog.getByLabel("Name").fill("Yard");
  await dialog.getByRole("button", { name: "Add location" }).click();
  await expect(page.getByRole("table", { name: "Locations" })).toContainText("1 Elm St");
  await press("Edit Yard");
  await dialog.getByLabel("Address").fill("2 Elm St");
  await leave();
  await press("Edit Yard");
  await expect(dialog.getByLabel("Address")).toHaveValue("2 Elm St");
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("table", { name: "Locations" })).toContainText("2 Elm St");
  expect(heard).toEqual([]);
});

test("whoever signs in next in this tab finds nothing of it, and the one who typed it does", async ({
  page,
}) => {
  const next = async (email: string) => {
    await page.getByRole("button", { name: /^Signed in as/ }).click();
    await page.getByRole("button", { name: "Sign out", exact: true }).click();
    await expect(page).toHaveURL(/sign-in/);
    await fillSignIn(page, email);
    await expect(page).not.toHaveURL(/sign-in/);
  };
  const amount = page.getByRole("textbox", { name: /^Amount/ }).first();
  const payment = "/hillside/payments/new?customer=C-0015";
  const counter = async () => {
    await page.goto("/hillside/receipts/new");
    await expect(page.getByRole("combobox", { name: "Customer" })).toBeFocused();
  };
  await signIn(page, "owner@hillside.example");
  await page.goto(payment);
  await expect(amount).toBeFocused();
  await amount.fill("125.50");
  await counter();
  await page.getByLabel("Memo").fill("For the new roof");

  await next("books@hillside.example");
  await page.goto(payment);
  await expect(amount).toBeFocused();
  await expect(amount).toHaveValue("");
  await expect(page.getByText(STILL)).toHaveCount(0);
  await counter();
  await expect(page.getByLabel("Memo")).toHaveValue("");

  await next("owner@hillside.example");
  await page.goto(payment);
  await expect(page.getByText(STILL)).toBeVisible();
  await expect(amount).toHaveValue("125.50");
  await counter();
  await expect(page.getByLabel("Memo")).toHaveValue("For the new roof");
});
