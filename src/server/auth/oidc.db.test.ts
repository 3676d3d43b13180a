// Signing in by a business's own provider, against a real one that runs here: who comes in, whoever doesn't, and that such
// a session opens that business alone.
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { keepSecondFactorPolicy } from "@/db/directory/businesses.ts";
import { closePool } from "@/db/client.ts";
import { removeMember, setMember, disablePerson } from "@/db/directory/members.ts";
import { createPerson, type Person } from "@/db/directory/people.ts";
import { liveSession, startSession } from "@/db/directory/sessions.ts";
import { present } from "@/domain/assert.ts";
import { memberActor, tenantOf } from "../actor.ts";
import { answerOf, as, call } from "../testing/fixture-caller.ts";
import { atProvider, providerHere } from "../testing/oidc-provider-here.ts";
import { openShop, type Shop } from "../testing/fixture-shop.ts";
import { somewhere } from "../testing/fixtures.ts";
import { setResolver } from "./domain-proof.ts";
import { byProvider, leaveForProvider } from "./oidc.ts";
import { newToken, tokenHash } from "./tokens.ts";

const SECRET = "a-secret-between-the-two";
/** Who the provider says is there. */
let claims: Record<string, unknown> = {};
let provider = undefined as unknown as Awaited<ReturnType<typeof providerHere>>;
let shop: Shop;
let domain = "";
let records: string[] = [];

beforeAll(async () => {
  provider = await providerHere(SECRET, () => claims);
  setResolver((name) =>
    name === domain ? Promise.resolve(records.map((each) => [each])) : Promise.reject(new Error("ENOTFOUND")),
  );
});
afterAll(async () => {
  setResolver(null);
  await provider.close();
  await closePool();
});

const ownerOf = async ({ people, slug }: Shop) => {
  const { member, ...rest } = await as(people.owner, slug);
  return { ...rest, member: present(member, "the owner is a member") };
};
const owner = () => ownerOf(shop);
const does = async (what: string, input: object) =>
  call(await owner(), `ownSignIn.${what}`, { commandKey: randomUUID(), ...input });

beforeEach(async () => {
  shop = await openShop();
  domain = `${randomUUID().slice(0, 8)}.example`;
  await does("change", {
    issuer: provider.issuer,
    client: "onaccount",
    clientSecret: SECRET,
    inUse: true,
    version: 0,
  });
  await does("addDomain", { domain });
  const { domains } = (await call(await owner(), "ownSignIn.read", {})) as { domains: { record: string }[] };
  records = domains.map(({ record }) => record);
});

async function colleague(address = `dana@${domain}`): Promise<Person> {
  const person = present(
    await createPerson({ name: "Dana", email: address, passwordHash: null }),
    "the address is free",
  );
  const { member } = await owner();
  await setMember(tenantOf(member), person.id, "clerk");
  return person;
}

async function comeBack(): Promise<{ query: string; state: string }> {
  const { url, state } = await leaveForProvider(shop.slug, somewhere());
  return { query: await atProvider(url), state };
}
async function comeIn() {
  const { query, state } = await comeBack();
  return byProvider(query, state, somewhere());
}
const prove = () => does("proveDomain", { domain });

test("a member with a verified address in a proven domain comes in, for this business alone", async () => {
  const dana = await colleague();
  await prove();
  claims = { email: dana.email.toUpperCase(), email_verified: true };
  const back = present(await comeIn(), "they come in");
  expect(back.person.id).toBe(dana.id);
  // They belong to another business, too, which this session doesn't open.
  const other = await openShop();
  await setMember(tenantOf((await ownerOf(other)).member), dana.id, "clerk");
  const hash = tokenHash(newToken());
  await startSession({ tokenHash: hash, userId: dana.id, userAgent: null, onlyIn: back.onlyIn });
  const live = present(await liveSession(hash), "they are signed in");
  expect(await memberActor(live, shop.slug, "test")).toMatchObject({ userId: dana.id, role: "clerk" });
  expect(await memberActor(live, other.slug, "test")).toBeNull();
});

test.each([
  ["an address that isn't verified", { email_verified: false }],
  ["an address of which nothing is said", { email_verified: undefined }],
  ["no address", { email: undefined }],
  ["somebody who isn't here", { email: "nobody" }],
])("%s opens nothing", async (_what, said) => {
  const dana = await colleague();
  await prove();
  claims = { email: dana.email, email_verified: true, ...said };
  expect(await comeIn()).toBeNull();
});

test("a domain that isn't proven speaks for nobody, and DNS proves it", async () => {
  const dana = await colleague();
  claims = { email: dana.email, email_verified: true };
  expect(await comeIn()).toBeNull();
  const kept = records;
  for (const wrong of [[], ["onaccount-domain="], ["onaccount-domain=of-another-business"]]) {
    records = wrong;
    const silent = await answerOf(await owner(), "ownSignIn.proveDomain", {
      commandKey: randomUUID(),
      domain,
    });
    expect(silent).toMatchObject({ refusal: ["domain-silent", {}] });
  }
  expect(await comeIn()).toBeNull();
  records = ["v=spf1 -all", ...kept];
  await prove();
  expect((await comeIn())?.person.id).toBe(dana.id);
  await does("removeDomain", { domain });
  expect(await comeIn()).toBeNull();
});

test("a member of another business with such an address is no member here", async () => {
  const stranger = present(
    await createPerson({ name: "Sam", email: `sam@${domain}`, passwordHash: null }),
    "the address is free",
  );
  await prove();
  claims = { email: stranger.email, email_verified: true };
  expect(await comeIn()).toBeNull();
});

test("a provider speaks for no address outside of its business's domains", async () => {
  const elsewhere = await colleague(`dana@gmail-${randomUUID().slice(0, 6)}.example`);
  await prove();
  claims = { email: elsewhere.email, email_verified: true };
  expect(await comeIn()).toBeNull();
});

test("who was disabled or left stays out", async () => {
  const dana = await colleague();
  await prove();
  claims = { email: dana.email, email_verified: true };
  await disablePerson(dana.id);
  expect(await comeIn()).toBeNull();
  const eve = await colleague(`eve@${domain}`);
  claims = { email: eve.email, email_verified: true };
  const { member } = await owner();
  await removeMember(tenantOf(member), eve.id);
  expect(await comeIn()).toBeNull();
});

test("an answer counts once, in its own try, and not with another state, code or issuer", async () => {
  const dana = await colleague();
  await prove();
  claims = { email: dana.email, email_verified: true };
  const { query, state } = await comeBack();
  const other = await comeBack();
  // Whoever is lured into somebody else's answer gets nothing.
  expect(await byProvider(other.query, state, somewhere())).toBeNull();
  // A try is over with whatever came of it.
  expect(await byProvider(query, state, somewhere())).toBeNull();
  expect((await byProvider(other.query, other.state, somewhere()))?.person.id).toBe(dana.id);
  expect(await byProvider(other.query, other.state, somewhere())).toBeNull();
  const third = await comeBack();
  const forged = new URLSearchParams(third.query);
  forged.set("code", "of-nobody");
  expect(await byProvider(forged.toString(), third.state, somewhere())).toBeNull();
});

test("a business without one, switched off, or not there: the same words", async () => {
  const { version } = (await call(await owner(), "ownSignIn.read", {})) as { version: number };
  const bare = await openShop();
  const words = async (slug: string) =>
    leaveForProvider(slug, somewhere()).then(
      () => "left",
      (error: Error) => error.message,
    );
  await does("change", {
    issuer: provider.issuer,
    client: "onaccount",
    clientSecret: null,
    inUse: false,
    version,
  });
  const said = await Promise.all([shop.slug, bare.slug, "nowhere-at-all"].map(words));
  expect(new Set(said).size).toBe(1);
  expect(said[0]).toContain("No business of this name");
});

test("the secret is never told, and has to be entered again for another provider", async () => {
  const read = JSON.stringify(await call(await owner(), "ownSignIn.read", {}));
  expect(read).not.toContain(SECRET);
  const again = await answerOf(await owner(), "ownSignIn.change", {
    commandKey: randomUUID(),
    issuer: "https://evil.example",
    client: "onaccount",
    clientSecret: null,
    inUse: true,
    version: 1,
  });
  expect(again).toMatchObject({ refusal: ["secret-again", { field: "clientSecret" }] });
});

test("a provider that isn't there, or isn't one, is said", async () => {
  for (const wrong of ["http://localhost:9", `${provider.issuer}/elsewhere`]) {
    const { version } = (await call(await owner(), "ownSignIn.read", {})) as { version: number };
    await does("change", { issuer: wrong, client: "x", clientSecret: "y", inUse: true, version });
    await expect(leaveForProvider(shop.slug, somewhere())).rejects.toMatchObject({ code: "provider-away" });
  }
});

test("its provider answers for a second factor, for this business and no other", async () => {
  const dana = await colleague();
  await prove();
  claims = { email: dana.email, email_verified: true };
  const { onlyIn } = present(await comeIn(), "they come in");
  const { member } = await owner();
  await keepSecondFactorPolicy(member, "everyone");
  const asking = { userId: dana.id, name: dana.name, onlyIn };
  expect(await memberActor(asking, shop.slug, "test")).not.toBeNull();
  await expect(memberActor({ ...asking, onlyIn: null }, shop.slug, "test")).rejects.toMatchObject({
    code: "second-factor-needed",
  });
});
