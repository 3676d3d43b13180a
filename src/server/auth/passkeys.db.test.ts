// Passkeys: a challenge counts once, in one place, for one person; the passkey of a disabled person opens nothing; whoever has
// one is asked for it.
import { sql } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { closePool, directoryDb } from "@/db/client.ts";
import { disablePerson } from "@/db/directory/members.ts";
import { hasSecond, recoveryCodesLeft } from "@/db/directory/second-factors.ts";
import { liveSession, sessionsOf, startSession } from "@/db/directory/sessions.ts";
import type { Person } from "@/db/directory/people.ts";
import { present } from "@/domain/assert.ts";
import { anyone, mailbox, PASSWORD, somewhere } from "../testing/fixtures.ts";
import { softwareAuthenticator } from "../testing/software-authenticator.ts";
import { LIMITS } from "./limits.ts";
import {
  byPasskey,
  forgetPasskey,
  makePasskey,
  ownPasskeys,
  passkeyToMake,
  passkeyToUse,
} from "./passkeys.ts";
import { bySecond } from "./second-factor.ts";
import { newToken, tokenHash } from "./tokens.ts";

mailbox();
afterAll(closePool);

async function session(person: Person, proven = false) {
  const hash = tokenHash(newToken());
  const { awaitsSecond } = await startSession({
    tokenHash: hash,
    userId: person.id,
    userAgent: null,
    proven,
  });
  return { hash, awaitsSecond };
}

async function own(person: Person) {
  const { hash } = await session(person);
  const { sessionId } = present(await liveSession(hash), "they are signed in");
  return { userId: person.id, email: person.email, name: person.name, sessionId, hash };
}

async function withPasskey() {
  const person = await anyone();
  const me = await own(person);
  const device = softwareAuthenticator();
  const { challenge } = await passkeyToMake(me, PASSWORD);
  const response = device.make({ challenge });
  const { codes } = await makePasskey(me, { name: "Phone", response }, somewhere());
  return { person, me, device, codes: codes ?? [], response };
}
const challenge = async () => (await passkeyToUse(somewhere())).challenge;

test("it takes the password to make one; it then proves this session and signs in", async () => {
  const person = await anyone();
  const elsewhere = await session(person);
  const me = await own(person);
  await expect(passkeyToMake(me, "three blind rats")).rejects.toMatchObject({ code: "password-wrong" });
  const device = softwareAuthenticator();
  const asked = await passkeyToMake(me, PASSWORD);
  const { codes } = await makePasskey(
    me,
    { name: "Phone", response: device.make({ challenge: asked.challenge }) },
    somewhere(),
  );
  expect(codes).toHaveLength(10);
  expect(await liveSession(me.hash)).toMatchObject({ secondFactor: true });
  expect(await liveSession(elsewhere.hash)).toBeNull();
  expect(await ownPasskeys(person.id)).toMatchObject([{ id: device.id, name: "Phone", used: "Never used" }]);
  expect((await byPasskey(device.use({ challenge: await challenge() }), somewhere()))?.id).toBe(person.id);
  expect(await ownPasskeys(person.id)).toMatchObject([{ used: "Last used just now" }]);
});

test("whoever has one is asked for a second step after the password, and a recovery code is one", async () => {
  const { person, codes } = await withPasskey();
  expect((await session(person)).awaitsSecond).toBe(true);
  expect((await session(person, true)).awaitsSecond).toBe(false);
  const asks = { userId: person.id, email: person.email };
  expect(await bySecond(asks, codes[0] ?? "", somewhere())).toBe(true);
  expect(await bySecond(asks, codes[0] ?? "", somewhere())).toBe(false);
});

test("a challenge is answered once, also by twenty at once", async () => {
  const { device } = await withPasskey();
  const answer = device.use({ challenge: await challenge() });
  const all = await Promise.all(Array.from({ length: 20 }, () => byPasskey(answer, somewhere())));
  expect(all.filter((one) => one !== null)).toHaveLength(1);
});

test("a challenge of our own making alone counts, and for what it was made for", async () => {
  const { person, device } = await withPasskey();
  const foreign = device.use({ challenge: Buffer.from("not one of ours").toString("base64url") });
  expect(await byPasskey(foreign, somewhere())).toBeNull();
  const toMake = await passkeyToMake(await own(await anyone()), PASSWORD);
  expect(await byPasskey(device.use({ challenge: toMake.challenge }), somewhere())).toBeNull();
  // Nor one that was made for somebody else's account.
  const other = softwareAuthenticator();
  const stranger = await own(await anyone());
  const theirs = await passkeyToMake(stranger, PASSWORD);
  const response = other.make({ challenge: theirs.challenge });
  const mine = await own(await anyone());
  await expect(makePasskey(mine, { name: "x", response }, somewhere())).rejects.toMatchObject({
    code: "passkey-refused",
  });
  expect(await hasSecond(person.id)).toBe(true);
  expect(await hasSecond(mine.userId)).toBe(false);
});

test("a challenge that is five minutes old is over", async () => {
  const { device } = await withPasskey();
  for (const [age, opens] of [
    [4, true],
    [6, false],
  ] as const) {
    const asked = newToken();
    await directoryDb().execute(sql`
      insert into directory.passkey_challenges (challenge_hash, expires_at)
      values (${tokenHash(asked)}, now() + interval '5 minutes' - make_interval(mins => ${age}))`);
    const person = await byPasskey(device.use({ challenge: asked }), somewhere());
    expect([age, person !== null]).toEqual([age, opens]);
  }
});

test.each([
  ["another site", { origin: "https://evil.example" }],
  ["a neighbour on this host", { origin: "http://localhost:3001" }],
  ["another party", { rpId: "evil.example" }],
  ["a device that didn't ask who it is", { verified: false }],
])("from %s it counts for nothing", async (_what, from) => {
  const { person, device } = await withPasskey();
  expect(await byPasskey(device.use({ challenge: await challenge(), ...from }), somewhere())).toBeNull();
  const made = softwareAuthenticator();
  const me = await own(await anyone());
  const asked = await passkeyToMake(me, PASSWORD);
  const response = made.make({ challenge: asked.challenge, ...from });
  await expect(makePasskey(me, { name: "x", response }, somewhere())).rejects.toMatchObject({
    code: "passkey-refused",
  });
  expect((await byPasskey(device.use({ challenge: await challenge() }), somewhere()))?.id).toBe(person.id);
});

test("one whose count goes back was copied, and opens nothing", async () => {
  const { device } = await withPasskey();
  await byPasskey(device.use({ challenge: await challenge() }), somewhere());
  await byPasskey(device.use({ challenge: await challenge() }), somewhere());
  device.forgetCount();
  expect(await byPasskey(device.use({ challenge: await challenge() }), somewhere())).toBeNull();
});

test("it is one person's: nobody else can take it for theirs", async () => {
  const { device, person } = await withPasskey();
  const thief = await own(await anyone());
  const { challenge: asked } = await passkeyToMake(thief, PASSWORD);
  const response = device.make({ challenge: asked });
  await expect(makePasskey(thief, { name: "mine", response }, somewhere())).rejects.toMatchObject({
    code: "passkey-refused",
  });
  expect((await byPasskey(device.use({ challenge: await challenge() }), somewhere()))?.id).toBe(person.id);
});

test("that of a disabled person opens nothing", async () => {
  const { person, device } = await withPasskey();
  await disablePerson(person.id);
  expect(await byPasskey(device.use({ challenge: await challenge() }), somewhere())).toBeNull();
});

test("removed by who knows the password, and the last takes its recovery codes and sessions with it", async () => {
  const { person, me, device } = await withPasskey();
  await session(person, true);
  await expect(forgetPasskey(me, device.id, "wrong", somewhere())).rejects.toMatchObject({
    code: "password-wrong",
  });
  const stranger = await own(await anyone());
  await forgetPasskey(stranger, device.id, PASSWORD, somewhere());
  expect(await hasSecond(person.id)).toBe(true);
  await forgetPasskey(me, device.id, PASSWORD, somewhere());
  expect([await hasSecond(person.id), await recoveryCodesLeft(person.id)]).toEqual([false, 0]);
  expect(await sessionsOf(person.id)).toHaveLength(1);
  expect(await liveSession(me.hash)).toMatchObject({ secondFactor: false });
  expect(await byPasskey(device.use({ challenge: await challenge() }), somewhere())).toBeNull();
});

test("challenges aren't made without end for one network", async () => {
  const from = somewhere();
  for (let n = 0; n < LIMITS["passkey:network"].most; n++) await passkeyToUse(from);
  await expect(passkeyToUse(from)).rejects.toMatchObject({ code: "too-many" });
});
