// A new business, from its name to its empty books.
import { expect, test } from "@playwright/test";
import { consoleErrors } from "./demo.ts";
import { mailedLink } from "./mail.ts";

test("a business is set up; nothing typed is lost on the way @phone", async ({ page, browserName }, info) => {
  const heard = consoleErrors(page);
  const unique = `${info.project.name}-${browserName}-${Date.now().toString(36)}`;
  const email = `olive@${unique}.example`;
  await page.goto("/sign-up");
  await expect(page.getByLabel("Time zone")).toHaveValue("America/New_York");
  await page.getByLabel("Your name").fill("Olive Owner");
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Business name").fill("Hillside");
  await expect(page.getByLabel("Web address")).toHaveValue("hillside");
  await page.getByLabel("Currency").selectOption("EUR");
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page.getByText("That web address is taken.")).toBeVisible();
  await expect(page.getByLabel("Web address")).toBeFocused();
  for (const [label, value] of [
    ["Your name", "Olive Owner"],
    ["E-mail", email],
    ["Currency", "EUR"],
  ] as const)
    await expect(page.getByLabel(label)).toHaveValue(value);
  await page.getByLabel("Web address").fill(unique);
  const link = await mailedLink(email, "/sign-up/link", async () => {
    await page.getByRole("button", { name: "Continue" }).click();
    await expect(page.getByRole("heading", { name: "Check your mail" })).toBeVisible();
  });
  await page.goto(link);
  await page.getByLabel("Password").fill("short");
  await page.getByRole("button", { name: "Open the books" }).click();
  await expect(page.getByText("Use at least 8 characters.")).toBeVisible();
  await expect(page.getByLabel("Password")).toBeFocused();
  await page.getByLabel("Password").fill("olives on the branch");
  await page.getByRole("button", { name: "Open the books" }).click();
  await expect(page).toHaveURL(new RegExp(`/${unique}`));
  expect(heard).toEqual([]);

  expect((await page.request.get("/hillside/customers")).status()).toBe(404);
  await page.goto(link);
  await expect(page.getByText("This link can’t be used any more")).toBeVisible();
});

test("an address that is known gets the very same answer", async ({ page }) => {
  await page.goto("/sign-up");
  await page.getByLabel("Your name").fill("Not Hazel");
  await page.getByLabel("E-mail").fill("clerk@hillside.example");
  await page.getByLabel("Business name").fill(`Another ${Date.now().toString(36)}`);
  await mailedLink("clerk@hillside.example", "/sign-in/link", async () => {
    await page.getByRole("button", { name: "Continue" }).click();
    await expect(page.getByText("We have sent a link to")).toBeVisible();
  });
});
