// Signing in by a business's own provider, a real one that runs here; and another e-mail address, confirmed from both mailboxes.
import http from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test, type Page } from "@playwright/test";
import { Provider } from "oidc-provider";
import postgres from "postgres";
import { openDataDir } from "../src/cli/datadir.mjs";
import { freshBusiness } from "./books.ts";
import { consoleErrors, fillSignIn } from "./demo.ts";
import { mailedLink } from "./mail.ts";

/** What the domain's DNS would say: nobody's domain here is on the internet. */
async function proveDomain(domain: string): Promise<void> {
  const { migratorUrl } = openDataDir(process.env["E2E_DATA_DIR"] ?? "").running() as { migratorUrl: string };
  const owner = postgres(migratorUrl, { max: 1, connection: { role: "onaccount_owner" } });
  await owner`update directory.business_domains set proven_at = now() where domain = ${domain}`;
  await owner.end();
}

async function comeIn(page: Page, email: string, password: string): Promise<void> {
  await page.goto("/sign-in");
  await fillSignIn(page, email, password);
  await expect(page).not.toHaveURL(/sign-in/);
}

async function providerOf(email: string, back: string) {
  const server = http.createServer();
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const issuer = `http://localhost:${(server.address() as AddressInfo).port}`;
  const client = { client_id: "onaccount", client_secret: "between-the-two", redirect_uris: [back] };
  const provider = new Provider(issuer, {
    clients: [{ ...client, token_endpoint_auth_method: "client_secret_post" }],
    claims: { openid: ["sub"], email: ["email", "email_verified"] },
    conformIdTokenClaims: false,
    pkce: { required: () => true },
    findAccount: (_ctx, sub) => ({ accountId: sub, claims: () => ({ sub, email, email_verified: true }) }),
  });
  const answer = provider.callback();
  server.on("request", (request, response) => void answer(request, response));
  return { issuer, close: () => server.close() };
}

test("a business’s own provider lets its member in, once its domain is proven", async ({ page, browser }) => {
  test.slow();
  const { slug, email, password } = await freshBusiness("Own Door");
  await comeIn(page, email, password);
  await page.goto(`/${slug}/settings/security`);
  const form = page.getByRole("form", { name: "Own sign-in" });
  const back = (await form.locator(".font-mono").innerText()).trim();
  const provider = await providerOf(email, back);
  await form.getByLabel("Members can sign in").check();
  await form.getByLabel("Issuer").fill("not an address");
  await form.getByLabel("Client id").fill("onaccount");
  await form.getByLabel("Client secret").fill("between-the-two");
  await form.getByRole("button", { name: "Save" }).click();
  await expect(form.getByLabel("Issuer")).toBeFocused();
  await form.getByLabel("Issuer").fill(provider.issuer);
  await form.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Saved, for the next sign-in")).toBeVisible();
  const domain = `${slug}.example`;
  await page.getByLabel("Domain of your addresses").fill(domain);
  await page.getByRole("button", { name: "Add domain" }).click();
  await expect(page.getByText("Not proven yet")).toBeVisible();
  await expect(page.getByText("Add this TXT record")).toContainText("onaccount-domain=");

  const theirs = await browser.newContext();
  const member = await theirs.newPage();
  const byProvider = async () => {
    await member.goto("/sign-in");
    await member.getByRole("link", { name: "Sign in through your business" }).click();
    await member.getByLabel("Your business").fill(slug);
    await member.getByRole("button", { name: "Continue" }).click();
    // Whom the provider knows from before, it sends straight back.
    const inside = member.getByRole("navigation", { name: "Sections" });
    await expect(member.locator("[name=login]").or(inside).first()).toBeVisible();
    if (await member.locator("[name=login]").isVisible()) {
      await member.locator("[name=login]").fill("dana");
      await member.locator("[name=password]").fill("any");
      await member.getByRole("button", { name: "Sign-in" }).click();
      await member.getByRole("button", { name: "Continue" }).click();
    }
  };
  await byProvider();
  await expect(member.getByText("You weren’t signed in")).toBeVisible();
  await proveDomain(domain);
  await byProvider();
  await expect(member).toHaveURL(new RegExp(`/${slug}`));
  await expect(member.getByRole("navigation", { name: "Sections" })).toBeVisible();
  // It opens that business, and nothing of one's own.
  await member.goto("/account/email");
  await expect(member).toHaveURL(new RegExp(`/${slug}`));
  await expect(member.getByRole("navigation", { name: "Sections" })).toBeVisible();
  await theirs.close();
  provider.close();
});

test("another e-mail address takes a link in both mailboxes, and then signs in", async ({ page }) => {
  const heard = consoleErrors(page);
  const { slug, email, password } = await freshBusiness("Moved On");
  const moved = `moved@${slug}.example`;
  await comeIn(page, email, password);
  await page.goto("/account/email");
  await page.getByLabel("New e-mail address").fill(moved);
  await page.getByLabel("Password now").fill("not it");
  await page.getByRole("button", { name: "E-mail me both links" }).click();
  await expect(page.getByText("That isn’t your password now.")).toBeVisible();
  await page.getByLabel("Password now").fill(password);
  let toNew = "";
  const toOld = await mailedLink(email, "/account/email/link", async () => {
    toNew = await mailedLink(moved, "/account/email/link", () =>
      page.getByRole("button", { name: "E-mail me both links" }).click(),
    );
  });
  await expect(page.getByText(`${moved}: not confirmed yet`)).toBeVisible();
  await page.goto(toNew);
  await page.getByRole("button", { name: "Yes, this address is mine" }).click();
  await expect(page.getByText(`${moved}: confirmed`)).toBeVisible();
  await expect(page.getByText(`${email}: not confirmed yet`)).toBeVisible();
  await page.goto(toOld);
  await page.getByRole("button", { name: "Yes, use another address" }).click();
  await expect(page.getByText("Your address is changed")).toBeVisible();
  await page.goto(toOld);
  await expect(page.getByText("This link can’t be used any more")).toBeVisible();
  expect(heard).toEqual([]);
  await page.context().clearCookies();
  await page.goto("/sign-in");
  await fillSignIn(page, email, password);
  await expect(page.getByText("The e-mail address or the password isn’t right.")).toBeVisible();
  await fillSignIn(page, moved, password);
  await expect(page).toHaveURL(new RegExp(`/${slug}`));
});
