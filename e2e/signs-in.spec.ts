// Coming in and going out: by password, by a mailed link, in several businesses, and out for good (faults D22,
// D25, D26, E18, E20, E21, E23).
import { expect, test, type BrowserContext } from "@playwright/test";
import { consoleErrors, fillSignIn, PASSWORD, signIn } from "./demo.ts";
import { mailedLink } from "./mail.ts";

const GRANITE = "owner@granite.example";

async function session(context: BrowserContext) {
  const cookie = (await context.cookies()).find(({ name }) => name.includes("onaccount.session"));
  return cookie ?? { name: "none", value: "", httpOnly: false, sameSite: "None" };
}

test("a wrong password is said, keeps the address, and lets nobody in @phone", async ({ page }) => {
  const heard = consoleErrors(page);
  await page.goto("/granite");
  await expect(page).toHaveURL(/\/sign-in\?to=%2Fgranite/);
  await fillSignIn(page, GRANITE, "onaccount-dema");
  // Said at once to who doesn’t see it.
  await expect(
    page.getByRole("alert").filter({ hasText: "The e-mail address or the password isn’t right." }),
  ).toBeVisible();
  await expect(page.getByLabel("E-mail")).toHaveValue(GRANITE);
  await fillSignIn(page, GRANITE);
  await expect(page).toHaveURL(/\/granite/);
  expect(heard).toEqual([]);
});

test("each sign-in gets a new session, a planted one is worth nothing, and sign-out kills it", async ({
  page,
  context,
  baseURL,
}) => {
  await signIn(page, GRANITE);
  const first = await session(context);
  expect(first).toMatchObject({ httpOnly: true, sameSite: "Lax" });
  const isIn = async (value: string) => {
    const headers = { cookie: `${first.name}=${value}` };
    return (await fetch(`${baseURL}/granite/customers`, { headers, redirect: "manual" })).status === 200;
  };
  expect(await isIn(first.value)).toBe(true);

  await context.clearCookies();
  const planted = "A".repeat(43);
  await context.addCookies([{ name: first.name, value: planted, url: baseURL ?? "" }]);
  await signIn(page, GRANITE);
  const second = await session(context);
  expect(second.value).not.toBe(planted);
  expect(second.value).not.toBe(first.value);
  expect(await isIn(planted)).toBe(false);

  await page.getByRole("button", { name: "Signed in as" }).click();
  await page.getByRole("button", { name: "Sign out", exact: true }).click();
  await expect(page).toHaveURL(/\/sign-in/);
  expect(await isIn(second.value)).toBe(false);
  expect(await isIn(first.value)).toBe(true);
});

test("someone in two businesses chooses; signing out on every device is what it says", async ({
  browser,
}) => {
  const [desk, phone] = [await browser.newContext(), await browser.newContext()];
  const [atDesk, onPhone] = [await desk.newPage(), await phone.newPage()];
  await signIn(atDesk, "dana@both.example");
  await signIn(onPhone, "dana@both.example");
  for (const name of ["Hillside Supply", "Granite & Sons"])
    await expect(atDesk.getByRole("link", { name })).toBeVisible();
  await atDesk.getByRole("button", { name: "Sign out on every device" }).click();
  await expect(atDesk.getByText("You are signed out on every device.")).toBeVisible();
  await onPhone.goto("/");
  await expect(onPhone).toHaveURL(/\/sign-in/);
  await Promise.all([desk.close(), phone.close()]);
});

test("a mailed link lets in once; machines that look at it or press its button don't use it up", async ({
  page,
  browser,
}) => {
  const address = "viewer@hillside.example";
  const link = await mailedLink(address, "/sign-in/link", async () => {
    await page.goto("/sign-in");
    await page.getByLabel("E-mail").fill(address);
    await page.getByRole("button", { name: "E-mail me a sign-in link" }).click();
    await expect(page.getByRole("heading", { name: "Check your mail" })).toBeVisible();
  });

  for (let n = 0; n < 5; n++) expect((await fetch(link)).status).toBe(200);
  const machine = await browser.newContext();
  const scanner = await machine.newPage();
  await scanner.goto(link);
  await scanner.getByRole("button", { name: "Sign in" }).click();
  await expect(scanner.getByText("Enter an e-mail address")).toBeVisible();

  await page.goto(link);
  await page.getByRole("button", { name: `Sign in as ${address}` }).click();
  await expect(page).toHaveURL(/\/hillside/);
  await scanner.goto(link);
  await expect(scanner.getByText("This link can’t be used any more")).toBeVisible();
  await machine.close();
});

test("without its script the form still works", async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto("/sign-in");
  await fillSignIn(page, GRANITE, "wrong password");
  await expect(page.getByLabel("E-mail")).toHaveValue(GRANITE);
  await fillSignIn(page, GRANITE, PASSWORD);
  await expect(page).toHaveURL(/\/granite/);
  await context.close();
});
