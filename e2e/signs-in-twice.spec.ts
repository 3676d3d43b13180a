// A second factor: set up in the account, asked at the next sign-in before any page opens, and asked by a business of
// whoever comes in; sessions elsewhere ended from the list.
import { expect, test, type Page } from "@playwright/test";
import { generate } from "otplib";
import { freshBusiness } from "./books.ts";
import { consoleErrors, fillSignIn } from "./demo.ts";

const codeOf = (secret: string, steps = 0) =>
  generate({ secret, epoch: Math.floor(Date.now() / 1000) + 30 * steps });

const codeIn = (page: Page) => page.getByRole("textbox", { name: "Code" });

async function comeIn(page: Page, email: string, password: string) {
  await page.goto("/sign-in");
  await fillSignIn(page, email, password);
  await expect(page).not.toHaveURL(/sign-in$/);
}

test("a second factor is set up, asked for, and required by a business", async ({ page, browser }) => {
  test.slow();
  const heard = consoleErrors(page);
  const { slug, email, password } = await freshBusiness("Twice Locked");
  await comeIn(page, email, password);
  const elsewhere = await browser.newContext();
  const other = await elsewhere.newPage();
  await comeIn(other, email, password);

  await page.goto("/account");
  await expect(page.getByText("This browser", { exact: false })).toBeVisible();
  await page.getByRole("button", { name: "Sign out there" }).click();
  await expect(page.getByRole("button", { name: "Sign out there" })).toHaveCount(0);
  await other.goto(`/${slug}/customers`);
  await expect(other).toHaveURL(/\/sign-in\?to=/);

  await page.goto(`/${slug}/settings/security`);
  const policy = page.getByLabel("Who must sign in with a second factor");
  await policy.selectOption("everyone");
  await page.getByRole("button", { name: "Save" }).first().click();
  await page.getByRole("link", { name: "Set up your second factor" }).click();
  await page.getByLabel("Password now").fill(password);
  await page.getByRole("button", { name: "Set up a second factor" }).click();
  const key = (await page.locator("ol .font-mono").innerText()).replaceAll(/\s/g, "");
  await codeIn(page).fill("12345");
  await page.getByRole("button", { name: "Turn it on" }).click();
  await expect(page.getByText("That code isn’t right")).toBeVisible();
  await codeIn(page).fill(await codeOf(key, -1));
  await page.getByRole("button", { name: "Turn it on" }).click();
  await expect(page.getByRole("heading", { name: "Your recovery codes" })).toBeVisible();
  const recovery = await page.locator("ul.font-mono li").first().innerText();
  await page.goto(`/${slug}/settings/security`);
  await policy.selectOption("everyone");
  await page.getByRole("button", { name: "Save" }).first().click();
  await expect(page.getByText("Saved, from everybody’s next click on")).toBeVisible();

  // Elsewhere the password is only the first step: no page and no procedure between the two.
  await fillSignIn(other, email, password);
  await expect(other).toHaveURL(/\/sign-in\/second\?to=/);
  await other.goto(`/${slug}/customers`);
  await expect(other).toHaveURL(/\/sign-in\/second\?to=/);
  expect((await other.request.get(`/api/trpc/${slug}/customers.list?input=%7B%7D`)).status()).toBe(401);
  await codeIn(other).fill("000000");
  await other.getByRole("button", { name: "Sign in" }).click();
  await expect(other.getByText("That code isn’t right")).toBeVisible();
  await codeIn(other).fill(recovery);
  await other.getByRole("button", { name: "Sign in" }).click();
  await expect(other).toHaveURL(new RegExp(`^[^?]*/${slug}`));

  // Without it the business leads to setting one up.
  await other.goto("/account/second-factor");
  await other
    .getByLabel("Code")
    .last()
    .fill(await codeOf(key));
  await other.getByRole("button", { name: "Turn it off" }).click();
  await expect(other.getByText("Your second factor is turned off")).toBeVisible();
  await other.goto(`/${slug}/customers`);
  await expect(other.getByText("This business asks for a second factor")).toBeVisible();
  expect((await other.request.get(`/api/trpc/${slug}/customers.list?input=%7B%7D`)).status()).toBe(403);
  // What was refused was said: who has no factor can't ask everybody for one.
  expect(heard.filter((each) => !each.includes("status of 422"))).toEqual([]);
  await elsewhere.close();
});

test("a passkey is added, signs in by itself, and is removed", async ({ page }) => {
  const heard = consoleErrors(page);
  const { slug, email, password } = await freshBusiness("Keys and Sons");
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("WebAuthn.enable");
  await devtools.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  await comeIn(page, email, password);
  await page.goto("/account/passkeys");
  await page.getByLabel("Name of the new passkey").fill("Shop laptop");
  await page.getByLabel("Password now").fill(password);
  await page.getByRole("button", { name: "Add a passkey" }).click();
  await expect(page.getByRole("heading", { name: "Your recovery codes" })).toBeVisible();
  await expect(page.getByText("Shop laptop").first()).toBeVisible();

  await page.context().clearCookies();
  await page.goto(`/${slug}/customers`);
  await page.getByRole("button", { name: "Use a passkey" }).click();
  await expect(page).toHaveURL(new RegExp(`^[^?]*/${slug}`));
  // The password alone is the first of two steps now, and the passkey is the second.
  await page.context().clearCookies();
  await page.goto("/sign-in");
  await fillSignIn(page, email, password);
  await expect(page).toHaveURL(/\/sign-in\/second/);
  await page.getByRole("button", { name: "Use a passkey" }).click();
  await expect(page).not.toHaveURL(/sign-in/);

  await page.goto("/account/passkeys");
  await page.getByText("Remove Shop laptop").click();
  await page.getByRole("listitem").getByLabel("Password now").fill(password);
  await page.getByRole("button", { name: "Remove this passkey" }).click();
  await expect(page.getByText("Shop laptop")).toHaveCount(0);
  expect(heard).toEqual([]);
});
