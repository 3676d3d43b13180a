// Another password: by who knows the old one, by who forgot it; whoever else was signed in is out.
import { expect, test } from "@playwright/test";
import { freshBusiness } from "./books.ts";
import { fillSignIn, consoleErrors } from "./demo.ts";
import { mailedLink } from "./mail.ts";

test("a password is changed by its page and by a mailed link; other devices are out", async ({
  page,
  browser,
}) => {
  test.slow();
  const heard = consoleErrors(page);
  const { email, password } = await freshBusiness("Olive’s Tools");
  const phone = await browser.newContext();
  const onPhone = await phone.newPage();
  for (const each of [page, onPhone]) {
    await each.goto("/sign-in");
    await fillSignIn(each, email, password);
    await expect(each).not.toHaveURL(/sign-in/);
  }

  await page.getByRole("button", { name: "Signed in as" }).click();
  await page.getByRole("link", { name: "Your account" }).click();
  await page.getByRole("link", { name: "Change your password" }).click();
  await page.getByLabel("Password now").fill("not this one");
  await page.getByLabel("New password").fill("olives on the branch");
  await page.getByRole("button", { name: "Change password" }).click();
  await expect(page.getByText("That isn’t your password now.")).toBeVisible();
  await expect(page.getByLabel("Password now")).toBeFocused();
  await page.getByLabel("Password now").fill(password);
  await page.getByLabel("New password").fill("password1");
  await page.getByRole("button", { name: "Change password" }).click();
  await expect(page.getByText(/Choose another password\. This is .*commonly used password/)).toBeVisible();
  await expect(page.getByLabel("New password")).toBeFocused();
  await page.getByLabel("Password now").fill(password);
  await page.getByLabel("New password").fill("olives on the branch");
  await page.getByRole("button", { name: "Change password" }).click();
  await expect(page.getByText("Your password is changed")).toBeVisible();
  await onPhone.goto("/");
  await expect(onPhone).toHaveURL(/sign-in/);

  await onPhone.getByRole("link", { name: "Forgot your password?" }).click();
  // The page before it asks for an address, too.
  await expect(onPhone.getByRole("heading", { level: 1, name: "New password" })).toBeVisible();
  const link = await mailedLink(email, "/sign-in/new-password/link", async () => {
    await onPhone.getByLabel("E-mail").fill(email);
    await onPhone.getByRole("button", { name: "E-mail me a link" }).click();
    await expect(onPhone.getByRole("heading", { name: "Check your mail" })).toBeVisible();
  });
  await onPhone.goto(link);
  await onPhone.getByLabel("New password").fill("rosemary by the wall");
  await onPhone.getByRole("button", { name: "Choose this password" }).click();
  await expect(onPhone.getByText("Your password is changed")).toBeVisible();
  await page.goto("/");
  await expect(page).toHaveURL(/sign-in/);
  await fillSignIn(page, email, "rosemary by the wall");
  await expect(page).not.toHaveURL(/sign-in/);
  await page.goto(link);
  await expect(page.getByText("This link can’t be used any more")).toBeVisible();
  expect(heard).toEqual([]);
  await phone.close();
});
