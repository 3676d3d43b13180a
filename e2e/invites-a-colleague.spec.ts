// People in one story: an owner invites somebody, who joins by the mailed link; what they may do at most in one go holds for whom
// they invite, too; the audit log tells who did what, with what stood before; and the books are taken home before all of it goes.
import { readFile } from "node:fs/promises";
import { expect, test } from "@playwright/test";
import { unzipSync } from "fflate";
import { expectAccessible } from "./axe.ts";
import { freshBusiness } from "./books.ts";
import { consoleErrors, fillSignIn } from "./demo.ts";
import { ask, tell } from "./doors.ts";
import { mailedLink } from "./mail.ts";

type People = { people: { userId: string; email: string; ownLimits: Record<string, number | null> }[] };

test("a colleague joins by the mailed link with limits of their own, and the audit log tells it all", async ({
  page,
  browser,
}) => {
  test.slow();
  const heard = consoleErrors(page);
  const { slug, email, password } = await freshBusiness("Many Hands");
  await page.goto("/sign-in");
  await fillSignIn(page, email, password);
  await expect(page).toHaveURL(new RegExp(`/${slug}`));
  const invite = async (on: typeof page, whom: string) => {
    await on.goto(`/${slug}/settings/people`);
    await on.getByRole("button", { name: "Invite somebody" }).first().click();
    const dialog = on.getByRole("dialog");
    await dialog.getByLabel("E-mail").fill(whom);
    await dialog.getByLabel("Role").selectOption("Admin");
    await dialog.getByRole("button", { name: "Mail the invitation" }).click();
    await expect(on.getByText(`${whom} is invited`)).toBeVisible();
  };
  const join = async (link: string, name: string) => {
    const theirs = await (await browser.newContext()).newPage();
    await theirs.goto(link);
    await expect(theirs.getByRole("heading", { name: "Join Many Hands" })).toBeVisible();
    await expectAccessible(theirs);
    await theirs.getByLabel("Your name").fill(name);
    await theirs.getByLabel("Password").fill("many hands make light");
    await theirs.getByRole("button", { name: "Make an account and join" }).click();
    await expect(theirs).toHaveURL(new RegExp(`/${slug}`));
    return theirs;
  };
  const people = async () => (await ask<People>(page, slug, "people.list", {})).people;

  const jo = await test.step("the owner invites Jo, who joins by the link", async () => {
    const whom = `jo@${slug}.example`;
    const link = await mailedLink(whom, "/invitation", () => invite(page, whom));
    return join(link, "Jo Hand");
  });
  await test.step("the owner sets what Jo may refund in one go; whom Jo invites may do no more", async () => {
    const userId = (await people()).find((person) => person.email.startsWith("jo@"))?.userId;
    const limits = { refund: 50_00, "write-off": null, override: null };
    await tell(page, slug, "people.changeLimits", { userId, limits });
    const whom = `sam@${slug}.example`;
    const link = await mailedLink(whom, "/invitation", () => invite(jo, whom));
    await (await join(link, "Sam Hand")).context().close();
    const sam = (await people()).find((person) => person.email === whom);
    expect(sam?.ownLimits).toEqual(limits);
  });
  await test.step("Jo lets a charge that the owner asks for pass, in the app", async () => {
    const customer = { name: "Greenleaf", addressLines: ["1 Elm St"] };
    const { accountId } = await tell<{ accountId: string }>(page, slug, "customers.create", customer);
    const seen = { status: "good", chargingAllowed: false, limit: { kind: "none" } };
    const terms = { ...seen, chargingAllowed: true, limit: { kind: "limit", limitCents: 10_00 } };
    await tell(page, slug, "credit.change", { accountId, terms, reason: "Opened", seen });
    await tell(page, slug, "overrides.ask", { accountId, amountCents: 50_00, reason: "Known for years" });
    await jo.goto(`/${slug}/customers/overrides`);
    const waiting = jo.getByRole("list", { name: "Overrides that wait" }).getByRole("listitem");
    await expect(waiting).toContainText("Known for years");
    await waiting.getByRole("button", { name: "Approve" }).click();
    await expect(jo.getByText("Greenleaf may charge that once")).toBeVisible();
    await expect(jo.getByText("None waits for an answer")).toBeVisible();
  });
  await test.step("a key for a program is shown once, lets it in, and lets nobody in once it is revoked", async () => {
    await page.goto(`/${slug}/settings/api-keys`);
    await page.getByRole("button", { name: "Make a key" }).first().click();
    const dialog = page.getByRole("dialog", { name: "A key for a program" });
    await dialog.getByRole("textbox", { name: "Name" }).fill("Web shop");
    await dialog.getByLabel(/^See customers, jobs, products/).check();
    await dialog.getByRole("button", { name: "Make it" }).click();
    const key = await dialog.getByLabel("Key", { exact: true }).inputValue();
    const lets = async () => {
      const headers = { authorization: `Bearer ${key}` };
      return (await page.request.get("/api/v1/customers", { headers })).status();
    };
    expect(await lets()).toBe(200);
    await page.reload();
    await expect(page.getByRole("row", { name: /Web shop/ })).toBeVisible();
    expect(await page.content()).not.toContain(key);
    await page.getByRole("button", { name: "Revoke the key Web shop" }).click();
    await page.getByRole("button", { name: "Revoke it" }).click();
    await expect(page.getByRole("row", { name: /Web shop/ })).toContainText("Revoked");
    expect(await lets()).toBe(401);
  });
  await test.step("the audit log has it by kind, with before and after, and as a file", async () => {
    await page.goto(`/${slug}/reports/audit`);
    await page.getByLabel("Kind").selectOption("People and keys");
    await page.getByRole("button", { name: "Find" }).click();
    await expect(page.getByRole("row", { name: /Invited somebody/ })).toHaveCount(2);
    await expect(page.getByRole("row", { name: /Joined by invitation/ })).toHaveCount(2);
    const download = page.waitForEvent("download");
    await page.getByRole("link", { name: "CSV" }).click();
    expect((await download).suggestedFilename()).toMatch(/audit.*\.csv$/);
    await page.getByRole("link", { name: "Changed somebody’s limits" }).click();
    const row = page.getByRole("row", { name: /efund/ });
    await expect(row).toContainText("50.00");
    await expectAccessible(page);
  });
  await test.step("the owner takes the books home, and has the business deleted", async () => {
    await page.goto(`/account/businesses/delete?business=${slug}`);
    const close = page.getByRole("button", { name: "Close and delete it" });
    await page.getByLabel("Its name, to be sure").fill("Many Hands");
    await page.getByLabel("Your password").fill(password);
    await close.click();
    await expect(page.getByText("Take its books home first, or tick")).toBeVisible();
    const download = page.waitForEvent("download");
    await page.getByRole("link", { name: "Save all of it (ZIP)" }).click();
    const file = await (await download).path();
    const files = unzipSync(new Uint8Array(await readFile(file)));
    expect(Object.keys(files)).toEqual(expect.arrayContaining(["README.txt", "lists/journal.csv"]));
    await page.reload();
    await expect(page.getByText("You saved it")).toBeVisible();
    await expectAccessible(page);
    await page.getByLabel("Its name, to be sure").fill("Many Hands");
    await page.getByLabel("Your password").fill(password);
    await close.click();
    await expect(page.getByText("Closed; deleted for good on")).toBeVisible();
  });
  await jo.context().close();
  expect(heard).toEqual([]);
});
