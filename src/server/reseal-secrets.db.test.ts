// The secret is changed: what was sealed and signed before still opens, everything is sealed anew with the newest, and with the old one
// forgotten nothing is lost. What no key opens is counted, and left.
import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { afterAll, beforeEach, expect, test, vi } from "vitest";
import { readMailServer } from "@/books/business/mail-server.ts";
import { changeBooks, readBooks } from "@/books/open.ts";
import { changeOnlineSettings, readOnlineSettings } from "@/books/payments/online-settings.ts";
import { makeEndpoint, readSealedSecrets } from "@/books/business/webhooks.ts";
import { closePool } from "@/db/client.ts";
import { businessSignInOf, keepBusinessSignIn } from "@/db/directory/business-sign-in.ts";
import { codeAppOf, keepCodeApp } from "@/db/directory/second-factors.ts";
import { present } from "@/domain/assert.ts";
import { cents } from "@/domain/values/money.ts";
import { openClientSecret, sealClientSecret } from "./auth/client-secret.ts";
import { openSecret, sealSecret } from "./auth/code-app.ts";
import { isKnownTo, readBrowser, withPerson, writtenBrowser } from "./auth/known-browser.ts";
import { isSigned, signed } from "./auth/signed.ts";
import { hookKey, hookScope } from "./mail-trace.ts";
import { openPassword, sealPassword } from "./mail-secret.ts";
import { sealKey, secretKeyOf, webhookSecretOf } from "./online/keys.ts";
import { countSealed, resealSecrets } from "./reseal-secrets.ts";
import { asMember, openShop, type Shop } from "./testing/fixture-shop.ts";
import { openSecret as openWebhook, sealSecret as sealWebhook } from "./webhooks/signature.ts";

const { ring } = vi.hoisted(() => ({ ring: [] as string[] }));
vi.mock("./secrets.ts", async (original) => ({
  ...(await original<typeof import("./secrets.ts")>()),
  newestSecret: () => ring[0],
  allSecrets: () => ring,
}));

const FIRST = "the-first-secret-the-first-secret-the-first";
const SECOND = "the-second-secret-the-second-secret-second";

let shop: Shop;
beforeEach(async () => {
  ring.splice(0, ring.length, FIRST);
  shop = await openShop();
});
afterAll(closePool);

const member = async () => present((await asMember(shop, "owner")).member, "the owner is a member");
const server = { host: "127.0.0.1", port: 25, security: "none", username: "books" } as const;

async function keepSecrets(): Promise<void> {
  const owner = await member();
  await changeBooks(owner, { key: randomUUID(), procedure: "test", input: null }, async (books) => {
    await books.tx.execute(sql`
      insert into books.mail_servers (host, port, security, username, secret, from_address, changed_by)
      values (${server.host}, ${server.port}, 'none', ${server.username}, ${sealPassword(owner, server, "horse")}, 'a@b.example', 'x')`);
    const keys = {
      secretKey: sealKey(owner, "secret", "sk"),
      webhookSecret: sealKey(owner, "webhook", "wh"),
    };
    const settings = {
      inUse: false,
      toAccount: null,
      surcharge: "0",
      smallestCents: cents(100),
      takesTestKeys: true,
    };
    return changeOnlineSettings(books, { ...settings, ...keys, keyHint: "sk", version: 0 });
  });
}

async function opened(): Promise<(string | null)[]> {
  const owner = await member();
  return readBooks(owner, async (books) => {
    const mail = present(await readMailServer(books), "a server was kept");
    const online = await readOnlineSettings(books);
    const password = openPassword(owner, mail, present(mail.secret, "a password was kept"));
    return [password, secretKeyOf(owner, online), webhookSecretOf(owner, online)];
  });
}

test("with the secret changed everything still opens, is sealed anew, and stays when the one before is forgotten", async () => {
  await keepSecrets();
  const before = await countSealed();
  ring.unshift(SECOND);
  expect(await opened()).toEqual(["horse", "sk", "wh"]);
  expect((await countSealed()).before).toBeGreaterThanOrEqual(3);
  const done = await resealSecrets();
  expect(done.before).toBe(before.newest);
  expect(await countSealed()).toMatchObject({ before: 0, newest: before.newest });
  ring.pop();
  expect(ring).toEqual([SECOND]);
  expect(await opened()).toEqual(["horse", "sk", "wh"]);
});

test("a webhook's secrets, the one before too, and a provider's client secret are sealed anew", async () => {
  const owner = await member();
  const endpointId = randomUUID();
  const client = { issuer: "https://id.example", clientId: "onaccount" };
  await changeBooks(owner, { key: randomUUID(), procedure: "test", input: null }, async (books) => {
    const secret = sealWebhook(owner, endpointId, "whsec_new");
    await makeEndpoint(books, { endpointId, url: "https://shop.example", kinds: [], secret });
    await books.tx.execute(sql`
      update books.webhook_endpoints set secret_before = ${sealWebhook(owner, endpointId, "whsec_old")}
      where id = ${endpointId}::uuid`);
    const sealedSecret = sealClientSecret(owner, client, "client-secret");
    await keepBusinessSignIn(owner, { ...client, sealedSecret, inUse: false, seen: 0 }, books.tx);
    return null;
  });
  const read = () =>
    readBooks(owner, async (books) => {
      const [endpoint] = await readSealedSecrets(books);
      const { secret, secretBefore } = present(endpoint, "it was made");
      const signIn = present(await businessSignInOf(owner, books.tx), "it was kept");
      return [
        openWebhook(owner, endpointId, secret),
        openWebhook(owner, endpointId, present(secretBefore, "there was one before")),
        openClientSecret(signIn),
      ];
    });
  ring.unshift(SECOND);
  await resealSecrets();
  ring.pop();
  expect(await read()).toEqual(["whsec_new", "whsec_old", "client-secret"]);
  expect(await countSealed()).toMatchObject({ before: 0 });
});

test("the secret of a person's code app is sealed anew, too", async () => {
  const { id } = shop.people.clerk;
  await keepCodeApp(id, sealSecret(id, "JBSWY3DPEHPK3PXP"));
  const app = async () => openSecret(id, present(await codeAppOf(id), "it was kept").sealedSecret);
  ring.unshift(SECOND);
  await resealSecrets();
  ring.pop();
  expect(await app()).toBe("JBSWY3DPEHPK3PXP");
  expect(await countSealed()).toMatchObject({ before: 0 });
});

test("sealed anew twice, nothing changes the second time", async () => {
  await keepSecrets();
  ring.unshift(SECOND);
  await resealSecrets();
  const secret = async () => (await readBooks(await member(), readMailServer))?.secret;
  const first = await secret();
  expect((await resealSecrets()).before).toBe(0);
  expect(await secret()).toEqual(first);
});

test("what no key opens is counted and left as it is", async () => {
  await keepSecrets();
  ring.splice(0, 1, SECOND);
  expect((await resealSecrets()).unknown).toBeGreaterThanOrEqual(3);
  expect(await opened()).toEqual([null, null, null]);
  ring.splice(0, 1, FIRST);
  expect(await opened()).toEqual(["horse", "sk", "wh"]);
});

test("what was signed before the change is ours until the secret is forgotten", () => {
  const signature = signed("link-form", "text");
  const browser = writtenBrowser(withPerson(null, "dana@shop.example"));
  const hook = hookKey("system");
  ring.unshift(SECOND);
  expect(isSigned("link-form", "text", signature)).toBe(true);
  expect(isKnownTo(readBrowser(browser), "dana@shop.example")).toBe(true);
  expect(hookScope(hook)).toBe("system");
  const again = withPerson(readBrowser(browser), "dana@shop.example");
  expect(again.people).toHaveLength(1);
  ring.pop();
  expect(isSigned("link-form", "text", signature)).toBe(false);
  expect(readBrowser(browser)).toBeNull();
  expect(hookScope(hook)).toBeNull();
});
