// The second factor (faults E24, E26): no way in but by it, each code once, and nobody locked out by a stranger.
import { generate } from "otplib";
import { afterAll, afterEach, beforeEach, expect, test } from "vitest";
import { closePool, directoryDb } from "@/db/client.ts";
import { codeAppOf } from "@/db/directory/second-factors.ts";
import {
  liveSession,
  sessionsOf,
  startSession,
  sweepSessions,
  waitingSession,
} from "@/db/directory/sessions.ts";
import { sessions } from "@/db/schema/directory.ts";
import type { Person } from "@/db/directory/people.ts";
import { present } from "@/domain/assert.ts";
import { eq, sql } from "drizzle-orm";
import { now, setClock } from "../clock.ts";
import { anyone, mailbox, PASSWORD, somewhere } from "../testing/fixtures.ts";
import type { From } from "../wire/request.ts";
import { adapter } from "./auth-adapter.ts";
import { openSecret } from "./code-app.ts";
import { withPerson } from "./known-browser.ts";
import { LIMITS } from "./limits.ts";
import {
  beginSecondFactor,
  bySecond,
  confirmSecondFactor,
  mustBeThey,
  provenBy,
  renewRecoveryCodes,
  secondFactorOf,
  secretToTake,
  turnOffSecondFactor,
} from "./second-factor.ts";
import { newToken, tokenHash } from "./tokens.ts";

mailbox();
// In the middle of its 30 seconds.
beforeEach(() => setClock("2026-03-02T12:00:10Z"));
afterEach(() => setClock(null));
afterAll(closePool);

async function session(person: Person) {
  const token = newToken();
  const { awaitsSecond } = await startSession({
    tokenHash: tokenHash(token),
    userId: person.id,
    userAgent: null,
  });
  return { token, awaitsSecond };
}
const who = async (token: string) => (await adapter.getSessionAndUser?.(token))?.user.id ?? null;

/** Of the app, so many steps of 30 seconds from now. */
const codeOf = (key: string, steps = 0) =>
  generate({ secret: key, epoch: Math.floor(now().getTime() / 1000) + 30 * steps });

async function withApp() {
  const person = await anyone();
  const { token } = await session(person);
  const { sessionId } = present(await liveSession(tokenHash(token)), "they are signed in");
  const own = { userId: person.id, email: person.email, sessionId };
  await beginSecondFactor(own, PASSWORD);
  const { key } = present(await secretToTake(own), "it was just begun");
  const { codes } = await confirmSecondFactor(own, await codeOf(key, -1), somewhere());
  return { person, own, token, key, codes: [...codes] };
}
const asks = ({ id: userId, email }: Person) => ({ userId, email });

test("once more who it is: a code where there is an app, else the password, and each code once", async () => {
  const { own, key } = await withApp();
  const code = await codeOf(key);
  expect(await provenBy(own.userId)).toBe("code");
  await expect(mustBeThey(own.userId, { password: PASSWORD, code: "" })).rejects.toMatchObject({
    code: "code-wrong",
  });
  await mustBeThey(own.userId, { password: "", code });
  await expect(mustBeThey(own.userId, { password: "", code })).rejects.toMatchObject({ code: "code-wrong" });
  const other = await anyone();
  expect(await provenBy(other.id)).toBe("password");
  await expect(mustBeThey(other.id, { password: "", code })).rejects.toMatchObject({
    code: "password-wrong",
  });
  await mustBeThey(other.id, { password: PASSWORD, code: "" });
});

test("it takes the password to begin one, and a right code for it to count", async () => {
  const person = await anyone();
  const { token } = await session(person);
  const { sessionId } = present(await liveSession(tokenHash(token)), "they are signed in");
  const own = { userId: person.id, email: person.email, sessionId };
  await expect(beginSecondFactor(own, "three blind rats")).rejects.toMatchObject({ code: "password-wrong" });
  expect(await secondFactorOf(person.id)).toEqual({ kind: "none", passkeys: 0, codesLeft: 0 });
  await beginSecondFactor(own, PASSWORD);
  expect(await secondFactorOf(person.id)).toEqual({ kind: "begun", passkeys: 0, codesLeft: 0 });
  // As long as no code was right, nobody is asked for one.
  expect((await session(person)).awaitsSecond).toBe(false);
  for (const wrong of ["", "12345", "abcdef", "1234567", "１２３４５６"])
    await expect(confirmSecondFactor(own, wrong, somewhere())).rejects.toMatchObject({ code: "code-wrong" });
  const { key } = present(await secretToTake(own), "it was just begun");
  const { codes } = await confirmSecondFactor(own, await codeOf(key), somewhere());
  expect(new Set(codes).size).toBe(10);
  expect(await secondFactorOf(person.id)).toMatchObject({ kind: "counts", codesLeft: 10 });
  expect(await secretToTake(own)).toBeNull();
  await expect(beginSecondFactor(own, PASSWORD)).rejects.toMatchObject({ code: "second-factor-there" });
});

test("the secret is sealed for its person, and codes are kept as hashes only", async () => {
  const { person, key, codes } = await withApp();
  const { sealedSecret } = present(await codeAppOf(person.id), "they have an app");
  expect(sealedSecret.includes(key)).toBe(false);
  expect(openSecret(person.id, sealedSecret)).toBe(key);
  expect(openSecret((await anyone()).id, sealedSecret)).toBeNull();
  const [row] = await directoryDb().execute<{ text: string }>(
    sql`select string_agg(encode(code_hash, 'escape'), ' ') as text from directory.recovery_codes where user_id = ${person.id}`,
  );
  for (const code of codes) expect(row?.text).not.toContain(code.replaceAll("-", ""));
});

test("setting it up ends every other session and proves this one", async () => {
  const person = await anyone();
  const [here, elsewhere] = [await session(person), await session(person)];
  const { sessionId } = present(await liveSession(tokenHash(here.token)), "they are signed in");
  const own = { userId: person.id, email: person.email, sessionId };
  await beginSecondFactor(own, PASSWORD);
  const { key } = present(await secretToTake(own), "it was just begun");
  await confirmSecondFactor(own, await codeOf(key), somewhere());
  expect(await who(elsewhere.token)).toBeNull();
  expect(await liveSession(tokenHash(here.token))).toMatchObject({ secondFactor: true });
});

test("a session that waits for it is nobody's, and is swept after ten minutes", async () => {
  const { person } = await withApp();
  const { token, awaitsSecond } = await session(person);
  expect(awaitsSecond).toBe(true);
  expect(await who(token)).toBeNull();
  expect(await waitingSession(tokenHash(token))).toMatchObject({ userId: person.id });
  expect(await sessionsOf(person.id)).toHaveLength(1);
  await directoryDb()
    .update(sessions)
    .set({ createdAt: sql`now() - interval '11 minutes'` })
    .where(eq(sessions.tokenHash, tokenHash(token)));
  expect(await waitingSession(tokenHash(token))).toBeNull();
  await sweepSessions();
  expect(await directoryDb().$count(sessions, eq(sessions.tokenHash, tokenHash(token)))).toBe(0);
});

test("each code counts once, also for twenty at once; a step to either side counts, two don't", async () => {
  const { person, key } = await withApp();
  const code = await codeOf(key);
  const all = await Promise.all(
    Array.from({ length: 9 }, () => bySecond(asks(person), code, somewhere()).catch(() => false)),
  );
  expect(all.filter(Boolean)).toHaveLength(1);
  // One that is older than what was used last doesn't count either, though its time isn't over.
  expect(await bySecond(asks(person), await codeOf(key, -1), somewhere()).catch(() => false)).toBe(false);

  const other = await withApp();
  expect(await bySecond(asks(other.person), await codeOf(other.key, 2), somewhere())).toBe(false);
  expect(await bySecond(asks(other.person), await codeOf(other.key, -2), somewhere())).toBe(false);
  expect(await bySecond(asks(other.person), await codeOf(other.key, 1), somewhere())).toBe(true);
});

test("a code of somebody else's app is wrong", async () => {
  const [one, other] = [await withApp(), await withApp()];
  expect(await bySecond(asks(one.person), await codeOf(other.key), somewhere())).toBe(false);
  expect(await bySecond(asks(one.person), other.codes[0] ?? "", somewhere())).toBe(false);
});

test("a recovery code counts once, however it is typed; new ones void the old", async () => {
  const { person, own, key, codes } = await withApp();
  const [first = "", second = ""] = codes;
  const typed = first.toUpperCase().replaceAll("-", " ");
  const all = await Promise.all(Array.from({ length: 5 }, () => bySecond(asks(person), typed, somewhere())));
  expect(all.filter(Boolean)).toHaveLength(1);
  expect(await secondFactorOf(person.id)).toMatchObject({ kind: "counts", codesLeft: 9 });
  const renewed = await renewRecoveryCodes(own, await codeOf(key), somewhere());
  expect(await bySecond(asks(person), second, somewhere())).toBe(false);
  expect(await bySecond(asks(person), renewed.codes[0] ?? "", somewhere())).toBe(true);
});

test("turning it off takes a code, and no session but this one goes on", async () => {
  const { person, own, token, key } = await withApp();
  await expect(turnOffSecondFactor(own, "000000", somewhere())).rejects.toMatchObject({ code: "code-wrong" });
  await turnOffSecondFactor(own, await codeOf(key), somewhere());
  expect(await liveSession(tokenHash(token))).toMatchObject({ secondFactor: false });
  expect(await sessionsOf(person.id)).toHaveLength(1);
  expect((await session(person)).awaitsSecond).toBe(false);
});

const known = (person: Person): From => ({ ...somewhere(), browser: withPerson(null, person.email) });

test("guesses are counted, and the right code after too many comes too late", async () => {
  const { person, key } = await withApp();
  const { most } = LIMITS["second:person"];
  for (let n = 0; n < most; n++) expect(await bySecond(asks(person), "000000", somewhere())).toBe(false);
  await expect(bySecond(asks(person), await codeOf(key), somewhere())).rejects.toMatchObject({
    code: "too-many",
  });
});

test("who knows the password and hammers shuts out neither the known browser nor a recovery code", async () => {
  const { person, key, codes } = await withApp();
  for (let n = 0; n < 3 * LIMITS["second:person"].most; n++)
    await bySecond(asks(person), "000000", somewhere()).catch(() => false);
  expect(await bySecond(asks(person), codes[0] ?? "", somewhere())).toBe(true);
  expect(await bySecond(asks(person), await codeOf(key), known(person))).toBe(true);
});

test("in a known browser guesses are counted, too", async () => {
  const { person, key } = await withApp();
  const from = known(person);
  for (let n = 0; n < LIMITS["second:browser"].most; n++) await bySecond(asks(person), "000000", from);
  await expect(bySecond(asks(person), await codeOf(key), from)).rejects.toMatchObject({ code: "too-many" });
});
