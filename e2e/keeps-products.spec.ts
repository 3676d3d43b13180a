// A shop keeps what it sells: adds it, changes it while a colleague does too, puts it away, finds it, takes the list home
// as a file, and sets its tax and the names of its numbers.
import { readFile } from "node:fs/promises";
import { expect, test, type Page } from "@playwright/test";
import { expectAccessible, expectNoSideways } from "./axe.ts";
import { freshBusiness } from "./books.ts";
import { consoleErrors, fillSignIn, openSection, openSettings } from "./demo.ts";
import { tell } from "./doors.ts";

test.describe.configure({ timeout: 180_000 });

async function open(page: Page): Promise<string> {
  const business = await freshBusiness("Peat & Paver");
  await page.goto("/sign-in");
  await fillSignIn(page, business.email, business.password);
  await expect(page).toHaveURL(new RegExp(`/${business.slug}`));
  return business.slug;
}

type Entered = Readonly<Record<string, string>>;
async function add(page: Page, slug: string, entered: Entered) {
  await page.goto(`/${slug}/products/new`);
  for (const [label, text] of Object.entries(entered))
    await page.getByLabel(label, { exact: true }).fill(text);
  await page.getByRole("button", { name: "Add product" }).click();
  await expect(page.getByText(`${entered["Name"]} added`)).toBeVisible();
}

test("products are added, changed by two at once, put away and taken home", async ({ page }) => {
  const heard = consoleErrors(page);
  const slug = await open(page);

  await test.step("nothing there yet says what comes next", async () => {
    await page.goto(`/${slug}/products`);
    await expectAccessible(page);
    await page.getByRole("link", { name: "Add the first product" }).click();
    await expect(page).toHaveURL(/products\/new$/);
    await expectAccessible(page);
  });

  await test.step("what is wrong is said at its field, and what was typed stays", async () => {
    await page.getByLabel("Name", { exact: true }).fill("=Topsoil");
    await page.getByLabel("SKU").fill("SOIL");
    await page.getByLabel("Sales price").fill("42,5");
    await page.getByLabel("Cost").fill("x");
    await page.getByRole("button", { name: "Add product" }).click();
    await expect(page.getByText("Enter what it costs, such as 1,234.50, or leave it empty.")).toBeVisible();
    await expect(page.getByLabel("Cost")).toBeFocused();
    await page.getByLabel("Cost").fill("26.50");
    await page.getByRole("button", { name: "Add product" }).click();
    await expect(page.getByText("Enter a price like 12.50, with at most 8 decimals.")).toBeVisible();
    await expect(page.getByLabel("Sales price")).toBeFocused();
    await expect(page.getByLabel("SKU")).toHaveValue("SOIL");
    await expectAccessible(page);
    await page.getByLabel("Sales price").fill("42.50");
    await page.keyboard.press("Control+Enter");
    await expect(page.getByText("=Topsoil added")).toBeVisible();
    await expect(page.getByRole("row", { name: /=Topsoil SOIL/ })).toContainText("42.50");
  });

  await test.step("a SKU is one product's", async () => {
    await page.goto(`/${slug}/products/new`);
    await page.getByLabel("Name", { exact: true }).fill("Other soil");
    await page.getByLabel("SKU").fill("SOIL");
    await page.getByLabel("Sales price").fill("1");
    await page.getByRole("button", { name: "Add product" }).click();
    await expect(page.getByText("Another product has this SKU, maybe an archived one.")).toBeVisible();
    await expect(page.getByLabel("SKU")).toBeFocused();
  });

  await add(page, slug, {
    Name: "Drip line",
    SKU: "DRIP",
    Barcode: "0123456",
    "Sales price": "0.3875",
    Unit: "ft",
  });
  await add(page, slug, { Name: "Ice melt", SKU: "SALT", "Sales price": "1,018.99" });

  await test.step("two change it: what clashes is chosen, what doesn't follows by itself", async () => {
    await page.getByRole("link", { name: "Drip line" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Drip line" })).toBeVisible();
    const colleague = await page.context().newPage();
    await colleague.goto(page.url());
    await colleague.getByLabel("Sales price").fill("0.40");
    await colleague.getByLabel("Unit").fill("foot");
    await colleague.getByRole("button", { name: "Save changes" }).click();
    await expect(colleague.getByText("Drip line saved")).toBeVisible();
    await colleague.close();

    await page.getByLabel("Sales price").fill("0.45");
    await page.getByLabel("Description").fill("Half inch");
    await page.getByRole("button", { name: "Save changes" }).click();
    await expect(page.getByText("changed this while you were editing")).toBeVisible();
    await expect(page.getByLabel("Description")).toHaveValue("Half inch");
    await expect(page.getByLabel("Unit")).toHaveValue("foot");
    await expectAccessible(page);
    await page.getByRole("button", { name: "Save changes" }).click();
    await expect(page.getByText("Choose theirs or mine.")).toBeVisible();
    await page.getByRole("group", { name: "Sales price" }).getByLabel(/Mine/).check();
    await page.getByRole("button", { name: "Save changes" }).dblclick();
    await expect(page.getByText("Drip line saved")).toBeVisible();
    await page.reload();
    await expect(page.getByLabel("Sales price")).toHaveValue("0.45");
    await expect(page.getByLabel("Description")).toHaveValue("Half inch");
    await expectAccessible(page);
  });

  await test.step("it is put away after a question, and has a list of its own", async () => {
    await page.goto(`/${slug}/products`);
    await page.getByRole("link", { name: "Ice melt" }).click();
    await page.getByRole("button", { name: "Archive" }).click();
    await expectAccessible(page);
    await page.getByRole("dialog").getByRole("button", { name: "Archive" }).click();
    await expect(page.getByText("Ice melt archived")).toBeVisible();
    await expect(page.getByRole("button", { name: "Bring back" })).toBeVisible();
    await expectAccessible(page);
    await page.getByRole("link", { name: "All products" }).click();
    await expect(page.getByText("2 products")).toBeVisible();
    await page.getByRole("link", { name: "Archived" }).click();
    await expect(page.getByRole("row", { name: /Ice melt/ })).toContainText("1,018.99");
    await expect(page).toHaveURL(/show=archived/);
  });

  await test.step("it is found by its barcode, and what isn't there says so", async () => {
    await page.goto(`/${slug}/products`);
    await page.getByLabel("Find a product").fill("0123");
    await page.keyboard.press("Enter");
    await expect(page.getByText("1 product matching “0123”")).toBeVisible();
    await expect(page).toHaveURL(/search=0123/);
    await page.getByLabel("Find a product").fill("zebra");
    await page.keyboard.press("Enter");
    await expect(page.getByText("No product matches “zebra”")).toBeVisible();
    await expectAccessible(page);
    await page.getByRole("link", { name: "Show all products" }).click();
  });

  await test.step("the file holds what the page shows, and nothing in it is a formula", async () => {
    await page.getByRole("link", { name: "Sales price" }).click();
    await expect(page).toHaveURL(/sort=price/);
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name: "CSV" }).click(),
    ]);
    expect(file.suggestedFilename()).toMatch(/^Peat - Paver products \d{4}-\d\d-\d\d\.csv$/);
    expect(await readFile(await file.path(), "utf8")).toBe(
      "\uFEFFName,SKU,Barcode,Description,Unit,Product group,Cost (USD),Sales price (USD),Revenue account,Taxable,Retainable\r\n" +
        `"'=Topsoil",SOIL,,,,,26.50,42.5,4000,yes,yes\r\n` +
        "Drip line,DRIP,0123456,Half inch,foot,,,0.45,4000,yes,yes\r\n",
    );
  });
  expect(heard.filter((line) => !/409|422|400/.test(line))).toEqual([]);
});

test("a class pays less for a group: it is set up, chosen for a customer, and stands on the line", async ({
  page,
}) => {
  const slug = await open(page);
  await page.goto(`/${slug}/settings/discounts`);
  await expectAccessible(page);
  await page.getByRole("button", { name: "Add class" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Name").fill("Trade");
  await dialog.getByRole("button", { name: "Add class" }).click();
  await expect(page.getByRole("heading", { name: "Trade" })).toBeVisible();
  await add(page, slug, { Name: "Slate", SKU: "SL-1", "Sales price": "100", "Product group": "Stone" });
  await page.goto(`/${slug}/settings/discounts`);
  const percents = page.getByRole("form", { name: "Discounts of Trade" });
  await percents.getByLabel("Stone, %").fill("101");
  await percents.getByRole("button", { name: "Save" }).click();
  await expect(percents.getByText("Enter percent like 12.5, from 0 to 100.")).toBeVisible();
  await percents.getByLabel("Stone, %").fill("12.5");
  await percents.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Trade saved, from the next document on")).toBeVisible();
  await expectAccessible(page);

  const { customerId } = await tell<{ customerId: string }>(page, slug, "customers.create", {
    name: "Mason",
  });
  await page.goto(`/${slug}/customers/${customerId}/info`);
  await page.getByLabel("Discount class").selectOption("Trade");
  await page.getByRole("button", { name: "Save class" }).click();
  await expect(page.getByText("Discount class saved, from the next document on")).toBeVisible();

  await page.goto(`/${slug}/receipts/new`);
  const product = page.getByRole("combobox", { name: "Product" });
  await product.fill("SL-1");
  await product.press("Enter");
  const discount = page.getByRole("textbox", { name: /^Discount/ });
  await expect(discount).toHaveValue("");
  await page.getByRole("combobox", { name: "Customer" }).fill("Mason");
  await page.getByRole("option", { name: /^Mason C-/ }).click();
  await expect(discount).toHaveValue("12.5%");
  await expect(page.getByRole("list", { name: "Lines" })).toContainText("87.50");
  await page.goto(`/${slug}/invoices/new?customer=${customerId}`);
  const billed = page.getByRole("combobox", { name: "Product or service" });
  await expect(billed).toBeFocused();
  await billed.fill("SL-1");
  await billed.press("Enter");
  await expect(page.getByRole("textbox", { name: /^Discount/ })).toHaveValue("12.5%");
});

test("a business sets its tax and the names of its numbers", async ({ page }) => {
  const heard = consoleErrors(page);
  const slug = await open(page);
  await page.goto(`/${slug}/settings/tax`);
  await expectAccessible(page);

  await test.step("a rate that is none is said at its field; a good one says what it does", async () => {
    const tax = page.getByRole("form", { name: "Tax" });
    await expect(tax).toContainText("No tax set");
    await tax.getByLabel("Rate, percent").fill("6.2555");
    await tax.getByRole("button", { name: "Save" }).click();
    await expect(
      tax.getByText("Enter percent like 6.25, with at most 3 decimals; 0 where nothing is taxed."),
    ).toBeVisible();
    await tax.getByLabel("Rate, percent").fill("6.875");
    await tax.getByRole("button", { name: "Save" }).click();
    await expect(page.getByText("Tax saved, from the next receipt on")).toBeVisible();
    await expect(tax).toContainText("Now Sales tax of 6.875%: on 100.00 of taxable goods 6.88.");
  });

  await test.step("what was being typed in another part is still there, and is saved on top", async () => {
    await openSettings(page, "Credit");
    const fee = page.getByRole("form", { name: "Returned payments" });
    await fee.getByLabel("Fee, USD").fill("35");
    await page.getByLabel("Earmarked credit counts").check();
    await page.getByRole("form", { name: "Credit" }).getByRole("button", { name: "Save" }).click();
    await expect(page.getByText("Credit saved: Can Charge follows at once")).toBeVisible();
    await expect(fee.getByLabel("Fee, USD")).toHaveValue("35");
    await fee.getByRole("button", { name: "Save" }).click();
    await expect(page.getByText("Fee saved, for the next payment that comes back")).toBeVisible();
    await expect(fee.getByLabel("Fee, USD")).toHaveValue("35.00");
  });

  await test.step("the next number is shown as it will be", async () => {
    await openSettings(page, "Numbers");
    const receipts = page.getByRole("form", { name: "Receipts" });
    await receipts.getByLabel("Prefix").fill("26/");
    await receipts.getByLabel("Digits").fill("3");
    await expect(receipts).toContainText("Next: 26/001");
    await receipts.getByRole("button", { name: "Save" }).click();
    await expect(page.getByText("Receipts: numbers saved")).toBeVisible();
    await page.reload();
    await expect(page.getByRole("form", { name: "Receipts" })).toContainText("Next: 26/001");
    await expectAccessible(page);
  });
  expect(heard.filter((line) => !/409|422|400/.test(line))).toEqual([]);
});

test("on a phone, nothing scrolls sideways, and every section is in reach @phone", async ({ page }) => {
  const slug = await open(page);
  await add(page, slug, {
    Name: "Screened topsoil, delivered within twenty miles",
    SKU: "SOIL",
    "Sales price": "42",
  });
  await expectNoSideways(page);
  await expectAccessible(page);
  await page.getByRole("link", { name: /Screened topsoil/ }).click();
  await expect(page.getByRole("button", { name: "Save changes" })).toBeVisible();
  await expectNoSideways(page);
  await expectAccessible(page);
  await openSection(page, "Settings");
  await expect(page.getByRole("form", { name: "Business details" })).toBeVisible();
  for (const [section, part] of [
    ["Tax", "Tax"],
    ["Credit", "Returned payments"],
    ["Numbers", "Customers"],
  ] as const) {
    await openSettings(page, section);
    await expect(page.getByRole("form", { name: part, exact: true })).toBeVisible();
    // The list is shut again, and its line says where one is.
    await expect(page.getByRole("navigation", { name: "Settings" }).getByRole("listitem")).toHaveCount(0);
    await expect(page.getByRole("navigation", { name: "Settings" })).toContainText(`/${section}`);
    await expectNoSideways(page);
    await expectAccessible(page);
  }
});
