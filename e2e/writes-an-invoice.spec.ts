// An invoice is written at the keyboard: a new customer, lines, a draft that is left and found again, issued, printed and
// paid. Rows come from a spreadsheet, a colleague's edit is brought together, and on a phone it is the same.
import { expect, test, type Page } from "@playwright/test";
import { expectAccessible, expectNoSideways } from "./axe.ts";
import { freshBusiness } from "./books.ts";
import { consoleErrors, fillSignIn } from "./demo.ts";
import { ask, tell } from "./doors.ts";
import { expectTouchable } from "./touch.ts";

test.describe.configure({ timeout: 180_000 });

async function open(page: Page): Promise<string> {
  const { slug, email, password } = await freshBusiness("Granite & Co");
  await page.goto("/sign-in");
  await fillSignIn(page, email, password);
  await expect(page).toHaveURL(new RegExp(`/${slug}`));
  return slug;
}

const product = (page: Page) => page.getByRole("combobox", { name: "Product or service" });
const saved = (page: Page) => expect(page.getByText("Saved as a draft")).toBeVisible();
const total = (page: Page) => page.getByRole("complementary", { name: "What it comes to" });

/** A line that no product is: what it is, and its price. */
async function addLine(page: Page, what: string, price: string) {
  await expect(product(page)).toBeFocused();
  await page.keyboard.type(what);
  await expect(page.getByRole("option", { name: `Bill “${what}” as a free line` })).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(page.getByLabel(`Price of ${what}`)).toBeFocused();
  await page.keyboard.type(price);
  await page.keyboard.press("Enter");
}

/** While the question is open, the customer is taxed, and then isn't: it says so each time, with what it comes to now. */
async function taxChangesMeanwhile(page: Page, slug: string) {
  type Found = { rates: { rateId: string; name: string }[]; rows: { customerId: string }[] };
  const { rates } = await ask<Found>(page, slug, "taxes.read", {});
  const { rows } = await ask<Found>(page, slug, "customers.list", { search: "Greenleaf" });
  const city = rates.find(({ name }) => name === "City tax")?.rateId ?? "";
  const dialog = page.getByRole("dialog");
  const issue = dialog.getByRole("button", { name: "Issue", exact: true });
  await tell(page, slug, "taxes.chooseForCustomer", { customerId: rows[0]?.customerId, rateId: city });
  await issue.press("Enter");
  await expect(dialog).toContainText("The tax has changed since you looked.");
  await expect(dialog).toContainText(/City tax.* 2%\s*31.03/);
  await tell(page, slug, "taxes.chooseForCustomer", { customerId: rows[0]?.customerId, rateId: null });
  await issue.press("Enter");
  await expect(dialog).not.toContainText("City tax");
  await expect(dialog).toContainText("1,396.12");
}

/** As a spreadsheet puts it on the clipboard. */
const paste = (page: Page, text: string) =>
  product(page).evaluate((box, rows) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", rows);
    box.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  }, text);

test("from a new customer to a paid invoice, at the keyboard", async ({ page }) => {
  const heard = consoleErrors(page);
  const slug = await open(page);

  await test.step("nothing there yet says what comes next; the customer is added on the spot", async () => {
    await page.goto(`/${slug}/invoices`);
    await expectAccessible(page);
    await page.getByRole("link", { name: "New invoice" }).click();
    const customer = page.getByRole("combobox", { name: "Customer" });
    await expect(customer).toBeFocused();
    await page.keyboard.type("Greenleaf");
    await page.getByRole("option", { name: /New customer “Greenleaf”/ }).click();
    await page
      .getByRole("dialog")
      .getByRole("button", { name: /^(Add|Create)/ })
      .click();
    await expect(page.getByText("Owes nothing")).toBeVisible();
  });

  await test.step("so is a job of theirs", async () => {
    await page.getByRole("button", { name: "New job" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("button", { name: "Add job" }).click();
    await expect(dialog.getByText("Enter a name.")).toBeVisible();
    await dialog.getByLabel("Name").fill("Town green");
    await page.keyboard.press("Enter");
    await expect(page.getByLabel("Job", { exact: true })).toHaveText(/J-0001 Town green/);
    await expect(page.getByLabel("Job", { exact: true })).toBeFocused();
    await product(page).focus();
  });

  await test.step("figures are live, and what is wrong is said at its box", async () => {
    await addLine(page, "Terrace wall", "120.50");
    await addLine(page, "Delivery", "45");
    await page.getByLabel("Quantity of Terrace wall").fill("0");
    await page.keyboard.press("Control+Enter");
    await expect(page.getByText("Enter a quantity above zero, with up to 4 decimals.")).toBeVisible();
    await expect(page.getByLabel("Quantity of Terrace wall")).toBeFocused();
    await expectAccessible(page);
    await page.getByLabel("Quantity of Terrace wall").fill("12.5");
    await page.getByLabel("Retainage", { exact: true }).fill("10%");
    await expect(total(page)).toContainText("1,551.25");
    await expect(total(page)).toContainText("−155.13");
    // Delivery comes first by key.
    await page.getByLabel("Description of Delivery").focus();
    await page.keyboard.press("Alt+ArrowUp");
    await expect(
      page.getByRole("list", { name: "Lines of the invoice" }).getByRole("textbox").first(),
    ).toHaveValue("Delivery");
    await page.getByLabel("Due date").fill("2000-01-01");
    await expect(page.getByText("It would be due before it is issued.")).toBeVisible();
    await page.getByLabel("Terms").selectOption("net-15");
    await saved(page);
    await expectAccessible(page);
  });

  await test.step("left and found again, with nothing lost", async () => {
    await page.goto(`/${slug}/invoices`);
    await page.getByRole("link", { name: "Greenleaf" }).click();
    await expect(page.getByLabel("Quantity of Terrace wall")).toHaveValue("12.5");
    await expect(page.getByLabel("Terms")).toHaveValue("net-15");
    await page.getByLabel("PO number").fill("PO-7");
    await saved(page);
    await page.goto(`/${slug}/customers`);
    await page.goBack();
    await expect(page.getByLabel("PO number")).toHaveValue("PO-7");
  });

  await test.step("a line has a rate of its own, until it hasn’t", async () => {
    const { agencies } = await ask<{ agencies: { agencyId: string }[] }>(page, slug, "taxes.read", {});
    const rate = { name: "City tax", agencyId: agencies[0]?.agencyId, percent: "2" };
    await tell(page, slug, "taxes.addRate", rate);
    await page.reload();
    const tax = page.getByLabel("Tax on Delivery");
    await tax.selectOption({ label: "City tax" });
    await expect(total(page)).toContainText(/City tax.* 2%\s*0.90/);
    await saved(page);
    await expectAccessible(page);
    await expectNoSideways(page);
    await tax.selectOption({ label: "No tax" });
    await expect(total(page)).not.toContainText("City tax");
    await saved(page);
  });

  await test.step("asked before it is issued, with what it does to the account", async () => {
    await page.keyboard.press("Tab");
    await page.getByLabel("PO number").press("Control+Enter");
    const dialog = page.getByRole("dialog");
    for (const shown of ["Issue this invoice?", "the next number", "1,396.12", "155.13", "Posted in"])
      await expect(dialog).toContainText(shown);
    await expectAccessible(page);
    const before = heard.length;
    await taxChangesMeanwhile(page, slug);
    // That it was refused is what the browser tells of it.
    for (const said of heard.splice(before))
      expect(said).toContain("the server responded with a status of 4");
    await dialog.getByRole("button", { name: "Issue", exact: true }).press("Enter");
    await expect(page.getByRole("heading", { name: "Invoice INV-00001" })).toBeVisible();
    for (const shown of ["PO-7", "Net 15", "Retainage held back", "Greenleaf"])
      await expect(page.locator("main")).toContainText(shown);
    await expectAccessible(page);
  });

  await test.step("its paper is a PDF, and its payment makes it paid", async () => {
    const address = await page.getByRole("link", { name: "PDF" }).getAttribute("href");
    const paper = await page.request.get(address ?? "");
    expect(paper.headers()["content-type"]).toBe("application/pdf");
    expect((await paper.body()).subarray(0, 5).toString()).toBe("%PDF-");
    const invoice = page.url();
    await page.getByRole("link", { name: "Take payment" }).click();
    await expect(page.getByLabel("Amount, USD")).toHaveValue("1,396.12".replace(",", ""));
    // The page's script has come when the box has the focus.
    await expect(page.getByLabel("Amount, USD")).toBeFocused();
    await page.keyboard.press("Control+Enter");
    await expect(page.getByText(/P-00001/).first()).toBeVisible();
    await page.goto(invoice);
    await expect(page.getByText("Paid", { exact: true })).toBeVisible();
  });

  await test.step("corrected: the first is void, and both name each other", async () => {
    await page.getByRole("main").getByRole("button", { name: "More" }).click();
    await page.getByRole("button", { name: "Correct" }).click();
    await expect(page.getByRole("heading", { name: "Correct invoice INV-00001" })).toBeVisible();
    await page.getByLabel("Quantity of Terrace wall").fill("12");
    await saved(page);
    await page.getByRole("button", { name: "Issue…" }).first().click();
    // What had paid the first is open credit, and only the second is owed.
    await expect(page.getByRole("dialog")).toContainText(/Account balance\s*0.00.*1,341.90/);
    await expect(page.getByRole("dialog")).toContainText(/Open credit\s*0.00.*1,396.12/);
    await page.getByRole("dialog").getByRole("button", { name: "Issue", exact: true }).click();
    await expect(page.getByRole("heading", { name: "Invoice INV-00002" })).toBeVisible();
    await page.getByRole("link", { name: "INV-00001" }).click();
    await expect(page.getByRole("heading", { name: "Invoice INV-00001" })).toBeVisible();
    await expect(page.getByText("This invoice is void")).toBeVisible();
    await expect(page.getByRole("link", { name: "INV-00002" })).toBeVisible();
  });
  expect(heard).toEqual([]);
});

test("five hundred rows with one bad come in whole; too many are refused at once", async ({ page }) => {
  const slug = await open(page);
  await page.goto(`/${slug}/invoices/new`);
  await expect(page.getByRole("combobox", { name: "Customer" })).toBeFocused();
  const rows = Array.from({ length: 500 }, (_, n) => `Stone ${n + 1}\t${n === 249 ? "two" : "2"}\t1.50`);
  await paste(page, rows.join("\n"));
  await expect(page.getByText("500 rows added")).toBeVisible();
  await page.getByRole("button", { name: "Row 250, quantity" }).click();
  await expect(page.getByLabel("Quantity of Stone 250", { exact: true })).toBeFocused();
  await expect(total(page)).toContainText("1,497.00");
  await page.keyboard.press("Control+A");
  await page.keyboard.type("2");
  await expect(total(page)).toContainText("1,500.00");
  await saved(page);
  await paste(page, "Stone\t2\t1.50\n".repeat(10_000));
  await expect(page.getByText("An invoice has at most 1,000 lines")).toBeVisible();
  await expect(total(page)).toContainText("1,500.00");
});

test("what a colleague saved meanwhile comes along, and what both changed is asked", async ({ page }) => {
  const slug = await open(page);
  await page.goto(`/${slug}/invoices/new`);
  await page.getByRole("button", { name: "Free line" }).click();
  await page.keyboard.type("Wall");
  await saved(page);
  const other = await page.context().newPage();
  // They are quicker than the page's script, which leaves them in their box and knows what they typed.
  const scripts = Promise.withResolvers<void>();
  await other.route("**/_next/static/**/*.js", (route) => scripts.promise.then(() => route.continue()));
  await other.goto(page.url(), { waitUntil: "commit" });
  await other.getByLabel("PO number").fill("PO-theirs");
  const kept = other.waitForResponse((response) => response.request().method() === "POST");
  scripts.resolve();
  await kept;
  await expect(other.getByLabel("PO number")).toBeFocused();
  await other.getByLabel("Salesperson").fill("Ann");
  await saved(other);
  await page.getByLabel("PO number").fill("PO-mine");
  await expect(page.getByText(/changed this while you were editing/)).toBeVisible();
  await expect(page.getByLabel("Salesperson")).toHaveValue("Ann");
  await expect(page.getByLabel("PO number")).toHaveValue("PO-mine");
  await expectAccessible(page);
  await page.getByRole("radio", { name: "Theirs PO-theirs" }).check();
  await saved(page);
  await page.reload();
  await expect(page.getByLabel("PO number")).toHaveValue("PO-theirs");
  await expect(page.getByLabel("Description of Wall")).toHaveValue("Wall");
});

test("written and issued from a phone @phone", async ({ page }) => {
  const slug = await open(page);
  const { customerId } = await tell<{ customerId: string }>(page, slug, "customers.create", {
    name: "Greenleaf",
  });
  await page.goto(`/${slug}/invoices/new?customer=${customerId}`);
  await page.getByRole("button", { name: "Free line" }).tap();
  await page.keyboard.type("Terrace wall");
  await page.getByLabel("Price of Terrace wall").fill("250");
  await expectNoSideways(page);
  await expectTouchable(page);
  await saved(page);
  await page.getByRole("button", { name: "Issue…" }).last().tap();
  await page.getByRole("dialog").getByRole("button", { name: "Issue", exact: true }).tap();
  await expect(page.getByRole("heading", { name: "Invoice INV-00001" })).toBeVisible();
  await expectNoSideways(page);
});
