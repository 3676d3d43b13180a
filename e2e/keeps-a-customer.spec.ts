// A customer is kept: added at the keyboard, and warned of when they are there already; edited in two tabs at once, where
// nothing typed is lost; archived when nothing is left; the empty ones found and put away; labelled, and chosen by a label; and who
// changed what is told.
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
  await page.goto(`/${business.slug}/customers`);
  return business.slug;
}

const heading = (page: Page, name: string) => page.getByRole("heading", { level: 1, name, exact: true });
const tab = (page: Page, name: string) =>
  page.getByRole("navigation", { name: "Customer", exact: true }).getByRole("link", { name, exact: true });

/** Adds a customer from the list; ends on their account. */
async function add(page: Page, slug: string, name: string) {
  await page.goto(`/${slug}/customers/new`);
  await page.getByLabel("Display name").fill(name);
  await page.keyboard.press("Control+Enter");
  await expect(heading(page, name)).toBeVisible();
  await expect(page).toHaveURL(/customers\/[\da-f-]{36}$/);
}

test("a customer is added without a mouse, and nobody twice by mistake", async ({ page }) => {
  const heard = consoleErrors(page);
  const slug = await open(page);

  await test.step("an empty list says what comes next", async () => {
    await expect(page.getByText("No customers yet")).toBeVisible();
    await expectAccessible(page);
    await page.getByRole("link", { name: "Add the first customer" }).press("Enter");
    await expect(heading(page, "New customer")).toBeVisible();
  });

  await test.step("what is wrong is said by its field, and what was typed stays", async () => {
    await expect(page.getByLabel("Display name")).toBeFocused();
    await page.keyboard.press("Tab");
    await page.keyboard.type("Greenleaf Landscaping LLC");
    await page.getByLabel("E-mail").fill("nobody");
    await page.keyboard.press("Enter");
    await expect(page.getByText("Enter an e-mail address like name@company.com.")).toBeVisible();
    await expect(page.getByLabel("E-mail")).toBeFocused();
    await expect(page.getByLabel("Company")).toHaveValue("Greenleaf Landscaping LLC");
    await expectAccessible(page);
    await expectNoSideways(page);
  });

  await test.step("the rest is typed, and they are there", async () => {
    await page.keyboard.type("@greenleaf.example");
    await page.getByLabel("Billing address").fill("77 Meadow Lane\nBarre, VT 05641");
    await page.getByLabel("Billing terms").selectOption("Other");
    await page.getByLabel("Days").fill("45");
    await page.getByLabel("Memo").fill("Ask for the job name.");
    await page.getByLabel("Private notes").fill("Luis signs.");
    await page.keyboard.press("Control+Enter");
    await expect(heading(page, "Greenleaf Landscaping LLC")).toBeVisible();
    await expect(page.getByText("Net 45").first()).toBeVisible();
    await expect(page.getByText("Ask for the job name.")).toBeVisible();
    await expect(page.getByText("Luis signs.")).toBeHidden();
  });

  await test.step("the same again is warned of, and can be meant", async () => {
    await page.goto(`/${slug}/customers/new`);
    await page.getByLabel("Display name").fill("greenleaf landscaping llc");
    await page.keyboard.press("Enter");
    await expect(page.getByText("They may be here already")).toBeVisible();
    await expect(page.getByText("same name")).toBeVisible();
    await expectAccessible(page);
    await page.getByRole("button", { name: "Add all the same" }).click();
    await expect(heading(page, "greenleaf landscaping llc")).toBeVisible();
  });

  await test.step("one is billed at once, their names put right; an empty one is deleted", async () => {
    await page.goto(`/${slug}/customers/new`);
    await page.getByLabel("First name").fill("Ortiz");
    await page.getByLabel("Last name").fill("Luis");
    await page.getByRole("button", { name: "Swap the two names" }).click();
    await expect(page.getByLabel("First name")).toHaveValue("Luis");
    await page.getByLabel("Mobile phone").fill("802 555 0142");
    await page.getByRole("button", { name: "Save and bill" }).click();
    await expect(page).toHaveURL(/invoices\/new\?customer=/);
    await expect(page.getByRole("link", { name: "Luis Ortiz" })).toBeVisible();
    await page.goto(`/${slug}/customers?search=8025550142`);
    await page
      .getByRole("link", { name: /Luis Ortiz/ })
      .first()
      .click();
    await expect(page.getByText("Balance 0.00")).toBeVisible();
    await tab(page, "Info").click();
    await page.getByRole("button", { name: "Delete", exact: true }).click();
    const dialog = page.getByRole("dialog", { name: "Delete Luis Ortiz?" });
    await expect(dialog.getByText(/the profile and 1 entry of its history/)).toBeVisible();
    await expectAccessible(page);
    await dialog.getByRole("button", { name: "Delete", exact: true }).click();
    await expect(page).toHaveURL(/customers$/);
    await expect(page.getByText("Luis Ortiz deleted")).toBeVisible();
    await expect(page.getByRole("link", { name: "Luis Ortiz" })).toBeHidden();
  });

  await test.step("another is sold to at once", async () => {
    await page.goto(`/${slug}/customers/new`);
    await page.getByLabel("First name").fill("Ann");
    await page.getByLabel("Last name").fill("Kim");
    await page.getByRole("button", { name: "Save and sell" }).click();
    await expect(page).toHaveURL(/receipts\/new\?customer=/);
    await expect(page.getByText("Ann Kim").first()).toBeVisible();
  });
  expect(heard.filter((line) => !line.includes("400 (Bad Request)"))).toEqual([]);
});

test("two people edit one customer, and both see what the other did", async ({ page, context }) => {
  const slug = await open(page);
  await add(page, slug, "Alder & Pine");
  await tab(page, "Info").click();
  await expect(page).toHaveURL(/info$/);
  const other = await context.newPage();
  await other.goto(page.url());

  await test.step("both open the form; one is faster", async () => {
    for (const one of [page, other]) await one.getByRole("button", { name: "Edit", exact: true }).click();
    await other.getByLabel("Phone", { exact: true }).fill("802 555 0001");
    await other.getByLabel("Company").fill("Alder & Pine Builders");
    await other.getByRole("button", { name: "Save", exact: true }).click();
    await expect(other.getByText("802 555 0001")).toBeVisible();
  });

  await test.step("the other is told, field by field, and keeps what was typed", async () => {
    await page.getByLabel("Phone", { exact: true }).fill("802 555 0002");
    await page.getByLabel("Memo").fill("Call first");
    await page.keyboard.press("Control+Enter");
    await expect(page.getByText("changed this while you were editing")).toBeVisible();
    await expect(page.getByLabel("Phone", { exact: true })).toHaveValue("802 555 0002");
    await expect(page.getByLabel("Memo")).toHaveValue("Call first");
    await expect(page.getByLabel("Company")).toHaveValue("Alder & Pine Builders");
    await expectAccessible(page);
  });

  await test.step("nothing is saved before they chose; then it is", async () => {
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await expect(page.getByText("Choose theirs or mine.")).toBeInViewport();
    await expect(page.getByRole("radio", { name: /^Theirs/ })).toBeFocused();
    await page.getByRole("radio", { name: "Theirs 802 555 0001" }).check();
    await expect(page.getByLabel("Phone", { exact: true })).toHaveValue("802 555 0001");
    await page.getByRole("radio", { name: "Mine 802 555 0002" }).check();
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await expect(page.getByRole("button", { name: "Edit", exact: true })).toBeVisible();
    await expect(page.getByText("802 555 0002")).toBeVisible();
  });

  await test.step("people and places come and go", async () => {
    await page.getByRole("button", { name: "Add contact" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("Name").fill("Ann Lee");
    await dialog.getByLabel("Gets statements").check();
    await page.keyboard.press("Control+Enter");
    await expect(dialog.getByText("Enter the e-mail address that these papers go to.")).toBeVisible();
    await expectAccessible(page);
    await dialog.getByLabel("E-mail").fill("ann@alder.example");
    await dialog.getByRole("button", { name: "Add contact" }).click();
    await expect(page.getByRole("row", { name: /Ann Lee/ })).toBeVisible();
    await page.getByRole("button", { name: "Add location" }).click();
    await page.getByRole("dialog").getByLabel("Name").fill("Yard");
    await page.getByRole("dialog").getByLabel("Address").fill("2 Elm St");
    await page.getByRole("dialog").getByRole("button", { name: "Add location" }).click();
    await expect(page.getByRole("row", { name: /Yard/ })).toBeVisible();
    await expectAccessible(page);
    await page.getByRole("button", { name: "Remove Ann Lee" }).click();
    await page.getByRole("button", { name: "Remove", exact: true }).click();
    await expect(page.getByRole("row", { name: /Ann Lee/ })).toBeHidden();
  });

  await test.step("the history says who changed what", async () => {
    await tab(page, "History").click();
    await expect(page.getByRole("row", { name: /Phone/ })).toHaveCount(2);
    await expect(page.getByRole("row", { name: /Contact Ann Lee/ })).toHaveCount(2);
    await expectAccessible(page);
    await page.getByLabel("Which field").selectOption("Memo");
    await page.getByRole("button", { name: "Show" }).click();
    await expect(page.getByRole("row", { name: /Memo.*Call first/ })).toBeVisible();
    await expect(page.getByRole("row", { name: /Phone/ })).toHaveCount(0);
  });
});

test("empty customers are found and put away together, and one comes back", async ({ page }) => {
  const slug = await open(page);
  for (const name of ["One", "Two", "Three"]) await add(page, slug, name);

  await test.step("each side of a customer is there, empty or not", async () => {
    for (const side of [
      "Info",
      "A/R",
      "Receipts",
      "Invoices",
      "Payments",
      "Statements",
      "Attachments",
      "History",
    ]) {
      await tab(page, side).click();
      await expect(tab(page, side)).toHaveAttribute("aria-current", "page");
      await expect(heading(page, "Three")).toBeVisible();
      await expectAccessible(page);
      await expectNoSideways(page);
    }
  });

  await test.step("chosen ones are archived, after it was said how many", async () => {
    await page.goto(`/${slug}/customers`);
    await page.getByRole("link", { name: "Empty", exact: true }).click();
    await expect(page.getByRole("checkbox", { name: /Choose/ })).toHaveCount(3);
    await expectAccessible(page);
    await expectNoSideways(page);
    await page.getByRole("checkbox", { name: "Choose One" }).check();
    await page.getByRole("checkbox", { name: "Choose Two" }).check();
    await page.getByRole("button", { name: "Archive 2 customers" }).click();
    const dialog = page.getByRole("dialog", { name: "Archive 2 customers?" });
    await dialog.getByRole("button", { name: "Archive 2 customers" }).click();
    await expect(page.getByText("2 customers archived")).toBeVisible();
    await expect(page.getByRole("checkbox", { name: /Choose/ })).toHaveCount(1);
  });

  await test.step("one is brought back", async () => {
    await page.getByRole("link", { name: "Archived", exact: true }).click();
    await page.getByRole("link", { name: "Two", exact: true }).click();
    await expect(page.getByText("Archived", { exact: true }).first()).toBeVisible();
    await tab(page, "Info").click();
    await page.getByRole("button", { name: "Bring back" }).click();
    await expect(page.getByRole("button", { name: "Archive", exact: true })).toBeVisible();
  });
});

test("a label is made, put on two at once, narrows the list, and is what a run goes by", async ({ page }) => {
  const heard = consoleErrors(page);
  const slug = await open(page);
  for (const name of ["Ann Lee", "Bo Ray", "Cy Orr"]) await tell(page, slug, "customers.create", { name });
  await page.goto(`/${slug}/settings/labels`);
  await expect(page.getByText("None yet. Add one such as Weekly")).toBeVisible();
  await page.getByRole("button", { name: "Add label" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Name").fill("Weekly");
  await dialog.getByRole("button", { name: "Add label" }).click();
  await expect(page.getByRole("row", { name: /Weekly/ })).toContainText("no customers");
  await expectAccessible(page);

  await page.goto(`/${slug}/customers`);
  await page.getByRole("link", { name: "Label customers" }).click();
  for (const name of ["Ann Lee", "Cy Orr"])
    await page.getByRole("checkbox", { name: `Choose ${name}` }).check();
  await expectAccessible(page);
  await expectNoSideways(page);
  await page.getByRole("button", { name: "Put on 2 customers" }).click();
  await expect(page.getByText("Weekly put on 2 customers")).toBeVisible();
  await page.getByRole("link", { name: "Weekly", exact: true }).click();
  await expect(page.getByText("Bo Ray")).toHaveCount(0);
  await page.getByRole("checkbox", { name: "Choose Cy Orr" }).check();
  await page.getByRole("button", { name: "Take off" }).click();
  await expect(page.getByText("Cy Orr")).toHaveCount(0);
  await page.getByRole("link", { name: "Ann Lee" }).click();
  await tab(page, "Info").click();
  const labels = page.getByRole("form", { name: "Labels of this customer" });
  await expect(labels.getByLabel("Weekly")).toBeChecked();
  await labels.getByLabel("Weekly").uncheck();
  await labels.getByRole("button", { name: "Save labels" }).click();
  await expect(page.getByText("Labels saved")).toBeVisible();
  await page.goto(`/${slug}/statements/runs/new`);
  await page.getByLabel("Label", { exact: true }).selectOption("Weekly");
  await expectAccessible(page);
  expect(heard).toEqual([]);
});
