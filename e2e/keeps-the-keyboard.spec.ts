// Whoever works by keyboard is never thrown out of the page: the counter opens where one types, what was saved or put
// away leaves the focus beside it, and a form that can't be sent leads to the field that is why.
import { expect, test, type Page } from "@playwright/test";
import { freshBusiness } from "./books.ts";
import { fillSignIn } from "./demo.ts";
import { tell } from "./doors.ts";

test.describe.configure({ timeout: 180_000 });
test.use({ actionTimeout: 30_000 });

async function open(page: Page): Promise<{ slug: string; customerId: string }> {
  const business = await freshBusiness("Keys & Co");
  const { slug } = business;
  await page.goto("/sign-in");
  await fillSignIn(page, business.email, business.password);
  await expect(page).toHaveURL(new RegExp(`/${slug}`));
  const { customerId } = await tell<{ customerId: string }>(page, slug, "customers.create", {
    name: "Greenleaf Landscaping",
  });
  return { slug, customerId };
}

/** Where the keyboard is: nowhere is the body. */
const focused = (page: Page) => page.evaluate(() => document.activeElement?.tagName ?? "BODY");

test("the counter of a customer opens in the product box, where gravel is a word and no way to the receipts", async ({
  page,
}) => {
  const { slug, customerId } = await open(page);
  await page.goto(`/${slug}/customers/${customerId}`);
  await page.getByRole("button", { name: "New", exact: true }).last().click();
  await page.getByRole("link", { name: "Receipt at the counter" }).click();
  const product = page.getByRole("combobox", { name: "Product" });
  await expect(product).toBeFocused();
  await page.keyboard.type("gravel");
  await expect(product).toHaveValue("gravel");
  expect(page.url()).toContain("/receipts/new");
});

test("what adds something begins where one types", async ({ page }) => {
  const { slug, customerId } = await open(page);
  const name = page.getByLabel("Name", { exact: true });

  await test.step("a product", async () => {
    await page.goto(`/${slug}/products/new`);
    await expect(name).toBeFocused();
  });

  await test.step("a job, once it is known whose it is", async () => {
    await page.goto(`/${slug}/jobs/new`);
    await expect(page.getByRole("combobox", { name: "Customer" })).toBeFocused();
    await page.keyboard.type("Greenleaf");
    await expect(page.getByRole("option", { name: /Greenleaf Landscaping/ })).toBeVisible();
    await page.keyboard.press("Enter");
    await expect(name).toBeFocused();
    await page.goto(`/${slug}/jobs/new?customer=${customerId}`);
    await expect(name).toBeFocused();
  });
});

test("what was saved, put away and added leaves the focus in the page", async ({ page }) => {
  const { slug, customerId } = await open(page);

  await test.step("a setting", async () => {
    await page.goto(`/${slug}/settings`);
    const form = page.getByRole("form", { name: "Business details" });
    // Past the list of all sections in one step.
    await page.getByRole("link", { name: "Skip the sections" }).focus();
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    await expect(form.getByLabel("Address")).toBeFocused();
    await form.getByLabel("Phone", { exact: true }).fill("555 0100");
    await form.getByRole("button", { name: "Save" }).click();
    await expect(page.getByText("Details saved")).toBeVisible();
    await expect(form.getByRole("button", { name: "Save" })).toBeFocused();
  });

  await test.step("a form that is drawn anew once it is saved", async () => {
    await page.goto(`/${slug}/settings/numbers`);
    const form = page.getByRole("form", { name: "Receipt" }).first();
    await form.getByLabel("Prefix").fill("RR-");
    await form.getByRole("button", { name: "Save" }).click();
    await expect(page.getByText(/numbers saved/)).toBeVisible();
    await expect(form.getByText(/RR-/)).toBeVisible();
    await expect(form.getByRole("button", { name: "Save" })).toBeFocused();
  });

  await test.step("a customer", async () => {
    await page.goto(`/${slug}/customers/${customerId}/info`);
    await page.getByRole("button", { name: "Archive" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Archive" }).click();
    await expect(page.getByRole("button", { name: "Bring back" })).toBeVisible();
    expect(await focused(page)).not.toBe("BODY");
  });

  await test.step("a new one, whose page comes next", async () => {
    await page.goto(`/${slug}/customers/new`);
    await page.getByLabel("Display name").fill("Bluebird Bakery");
    await page.keyboard.press("Control+Enter");
    await expect(page.getByRole("heading", { level: 1, name: "Bluebird Bakery" })).toBeVisible();
    await expect.poll(() => focused(page)).toBe("MAIN");
  });
});

test("what the server refuses leads to its field, and is heard there", async ({ page }) => {
  const { slug, customerId } = await open(page);

  await test.step("a customer's number that is taken", async () => {
    const { number } = await tell<{ number: string }>(page, slug, "customers.create", { name: "Another" });
    await page.goto(`/${slug}/customers/new`);
    await page.getByLabel("Display name").fill("Third");
    await page.getByLabel("Customer number").fill(number);
    await page.getByRole("button", { name: "Add customer" }).click();
    await expect(page.getByLabel("Customer number")).toBeFocused();
    await expect(page.getByLabel("Customer number")).toHaveAttribute("aria-invalid", "true");
  });

  await test.step("a setting that can't be", async () => {
    await page.goto(`/${slug}/settings`);
    const form = page.getByRole("form", { name: "Business details" });
    await form.getByLabel("E-mail").fill("not an address");
    await form.getByRole("button", { name: "Save" }).click();
    await expect(form.getByLabel("E-mail")).toBeFocused();
    await page.goto(`/${slug}/settings/credit`);
    const fee = page.getByRole("form", { name: "Returned payments" });
    await fee.getByLabel(/^Fee/).fill("lots");
    await fee.getByRole("button", { name: "Save" }).click();
    await expect(fee.getByLabel(/^Fee/)).toBeFocused();
    const said = fee.locator("[aria-live=polite]", { hasText: "Enter an amount" });
    await expect(said).toHaveCount(1);
  });

  await test.step("a product", async () => {
    await tell(page, slug, "products.create", {
      name: "Rake",
      sku: "RAKE",
      barcode: "",
      price: "24.00",
      unit: "",
    });
    await page.goto(`/${slug}/products/new`);
    await page.getByLabel("Name").fill("Second rake");
    await page.getByLabel("SKU").fill("RAKE");
    await page.getByLabel(/^Sales price/).fill("1.00");
    await page.getByRole("button", { name: "Add product" }).click();
    await expect(page.getByLabel("SKU")).toBeFocused();
  });

  await test.step("a key without a name, and a domain that is none", async () => {
    await page.goto(`/${slug}/settings/api-keys`);
    await page.getByRole("button", { name: "Make a key" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("checkbox").first().check();
    await dialog.getByRole("button", { name: "Make it" }).click();
    await expect(dialog.getByRole("textbox", { name: "Name" })).toBeFocused();
    await expect(dialog.getByRole("textbox", { name: "Name" })).toHaveAttribute("aria-invalid", "true");
    await page.goto(`/${slug}/settings/security`);
    await page.getByLabel("Domain of your addresses").fill("no domain");
    await page.getByRole("button", { name: "Add domain" }).click();
    await expect(page.getByLabel("Domain of your addresses")).toBeFocused();
    await expect(page.getByLabel("Domain of your addresses")).toHaveAttribute("aria-invalid", "true");
  });

  await test.step("an account without a name", async () => {
    await page.goto(`/${slug}/settings/accounts`);
    await page.getByRole("button", { name: "Rename Bad debts", exact: true }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("textbox", { name: "Name" }).fill(" ");
    await dialog.getByRole("button", { name: "Save" }).click();
    await expect(dialog.getByRole("textbox", { name: "Name" })).toHaveAttribute("aria-invalid", "true");
    await expect(dialog.getByRole("textbox", { name: "Name" })).toBeFocused();
  });

  await test.step("what is about no field that the form shows stands above them", async () => {
    const data = { code: "BAD_REQUEST", httpStatus: 400, fields: { colour: ["Choose its colour."] } };
    const body = JSON.stringify({ error: { message: "Not so.", code: -32_600, data } });
    await page.route("**/labels.add**", (route) =>
      route.fulfill({ status: 400, contentType: "application/json", body }),
    );
    await page.goto(`/${slug}/settings/labels`);
    await page.getByRole("button", { name: "Add label" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("textbox", { name: "Name" }).fill("Weekly");
    await dialog.getByRole("button", { name: "Add label" }).click();
    await expect(dialog.getByRole("alert")).toContainText("Choose its colour.");
  });

  await test.step("a payment whose day the books refuse", async () => {
    await page.goto(`/${slug}/payments/new?customer=${customerId}`);
    await page
      .getByLabel(/^Amount/)
      .first()
      .fill("10");
    await page.getByLabel("Received on").fill("1999-12-31");
    await page.getByRole("button", { name: "Record payment" }).first().click();
    await expect(page.getByLabel("Received on")).toBeFocused();
  });
});
