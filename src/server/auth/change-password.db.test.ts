// Another password: who may choose one, and who is out when it is done.
import { randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { closePool, directoryDb } from "@/db/client.ts";
import { liveSession, startSession } from "@/db/directory/sessions.ts";
import { personById } from "@/db/directory/people.ts";
import { mailedLinks, users } from "@/db/schema/directory.ts";
import { anyEmail, anyone, mailbox, PASSWORD, somewhere } from "../testing/fixtures.ts";
import {
  askForNewPassword,
  changePassword,
  choosePassword,
  mustChoosePassword,
  newPasswordLinkIsOpen,
} from "./change-password.ts";
import { LIMITS } from "./limits.ts";
import { askForLink, byMailedLink, byPassword, linkIsOpen } from "./sign-in.ts";
import { newToken, tokenHash } from "./tokens.ts";

let box = mailbox();
beforeEach(() => {
  box = mailbox();
});
afterAll(closePool);

const NEXT = "four deaf beetles hum";
const given = (change = {}) => ({ current: PASSWORD, password: NEXT, ...change });

async function session(userId: string) {
  const hash = tokenHash(newToken());
  await startSession({ tokenHash: hash, userId, userAgent: null });
  return () => liveSession(hash);
}

async function asked(email: string) {
  const { later } = await askForNewPassword(email, somewhere());
  await later();
  return box.token();
}

async function signInLink(email: string) {
  const { later } = await askForLink(email, somewhere());
  await later();
  return box.token();
}

describe("who is signed in and knows the old one", () => {
  test("changes it: the old one, every session and every mailed link are over, and a mail tells", async () => {
    const person = await anyone();
    const [desk, phone] = [await session(person.id), await session(person.id)];
    const link = await signInLink(person.email);
    const forNew = await asked(person.email);
    const neighbour = await anyone();
    const theirs = await session(neighbour.id);

    const changed = await changePassword(person.id, given(), somewhere());
    expect([await desk(), await phone()]).toEqual([null, null]);
    expect([await linkIsOpen(link), await newPasswordLinkIsOpen(forNew)]).toEqual([false, false]);
    expect(await byPassword(person.email, PASSWORD, somewhere())).toBeNull();
    expect((await byPassword(person.email, NEXT, somewhere()))?.id).toBe(person.id);
    expect(await theirs()).not.toBeNull();
    await changed.later();
    expect(box.mails.at(-1)?.subject).toContain("was changed");
  });

  test("this browser's ticket lets it back in, once", async () => {
    const person = await anyone();
    const { email, ticket } = await changePassword(person.id, given(), somewhere());
    expect((await byMailedLink(email, ticket, somewhere()))?.id).toBe(person.id);
    expect(await byMailedLink(email, ticket, somewhere())).toBeNull();
  });

  test("doesn't without the old one, and guesses at it are counted", async () => {
    const person = await anyone();
    const desk = await session(person.id);
    const { most } = LIMITS["password:person"];
    for (let n = 0; n < most; n++)
      await expect(
        changePassword(person.id, given({ current: "a guess" }), somewhere()),
      ).rejects.toMatchObject({
        code: "password-wrong",
        details: { field: "currentPassword" },
      });
    await expect(changePassword(person.id, given(), somewhere())).rejects.toMatchObject({ code: "too-many" });
    expect(await desk()).not.toBeNull();
    expect((await byPassword(person.email, PASSWORD, somewhere()))?.id).toBe(person.id);
  });

  test.each(["password1", "Summer2026!", "qwertyuiop", "Anyone1234", "onaccount-demo", "aaaaaaaaaaaa"])(
    "not to %s, which guessers try first; nothing is changed by it",
    async (password) => {
      const person = await anyone();
      const weak = changePassword(person.id, given({ password }), somewhere());
      await expect(weak).rejects.toMatchObject({
        code: "password-weak",
        details: { field: "password", because: expect.stringMatching(/\w/) },
      });
      expect((await byPassword(person.email, PASSWORD, somewhere()))?.id).toBe(person.id);
    },
  );
});

describe("who forgot it", () => {
  test("chooses another by a mailed link, once, and everybody else is out", async () => {
    const person = await anyone();
    const desk = await session(person.id);
    const token = await asked(person.email);
    expect(box.mails.map((mail) => mail.to.address)).toEqual([person.email]);
    for (let n = 0; n < 3; n++) expect(await newPasswordLinkIsOpen(token)).toBe(true);
    await choosePassword({ email: person.email, token, password: NEXT }, somewhere());
    expect(await desk()).toBeNull();
    expect((await byPassword(person.email, NEXT, somewhere()))?.emailVerifiedAt).not.toBeNull();
    const again = choosePassword({ email: person.email, token, password: "five mute crickets" }, somewhere());
    await expect(again).rejects.toMatchObject({ code: "link-gone" });
  });

  test("a weak password, or the wrong address, doesn't use the link up", async () => {
    const person = await anyone();
    const token = await asked(person.email);
    const choose = (email: string, password: string) =>
      choosePassword({ email, token, password }, somewhere());
    await expect(choose(person.email, "password1")).rejects.toMatchObject({ code: "password-weak" });
    await expect(choose(anyEmail(), NEXT)).rejects.toMatchObject({ code: "link-gone" });
    await expect(choose(person.email, NEXT)).resolves.toMatchObject({ email: person.email });
  });

  test("a sign-in link chooses no password, and a link for a password signs nobody in", async () => {
    const person = await anyone();
    const link = await signInLink(person.email);
    const wrong = choosePassword({ email: person.email, token: link, password: NEXT }, somewhere());
    await expect(wrong).rejects.toMatchObject({ code: "link-gone" });
    const token = await asked(person.email);
    expect(await linkIsOpen(token)).toBe(false);
    expect(await byMailedLink(person.email, token, somewhere())).toBeNull();
  });

  test("an unknown or disabled person's address gets no mail, and the same answer", async () => {
    const person = await anyone();
    const token = await asked(person.email);
    await directoryDb()
      .update(users)
      .set({ disabledAt: sql`now()` })
      .where(eq(users.id, person.id));
    const late = choosePassword({ email: person.email, token, password: NEXT }, somewhere());
    await expect(late).rejects.toMatchObject({ code: "link-gone" });
    const before = box.mails.length;
    for (const email of [anyEmail(), person.email]) await asked(email);
    expect(box.mails).toHaveLength(before);
  });

  test("an old link is dead", async () => {
    const person = await anyone();
    const token = await asked(person.email);
    await directoryDb()
      .update(mailedLinks)
      .set({ expiresAt: sql`now() - interval '1 second'` })
      .where(eq(mailedLinks.email, person.email));
    expect(await newPasswordLinkIsOpen(token)).toBe(false);
    const late = choosePassword({ email: person.email, token, password: NEXT }, somewhere());
    await expect(late).rejects.toMatchObject({ code: "link-gone" });
  });

  test("no mailbox is flooded", async () => {
    const person = await anyone();
    for (let n = 0; n < 20; n++) await asked(person.email);
    expect(box.mails).toHaveLength(LIMITS["mail:new-password"].most);
  });
});

test("who came in by mailed links only has a password yet to choose", async () => {
  const person = await anyone();
  expect(await mustChoosePassword(person.id)).toBe(false);
  await directoryDb().update(users).set({ passwordHash: null }).where(eq(users.id, person.id));
  expect(await mustChoosePassword(person.id)).toBe(true);
  const token = await asked(person.email);
  await choosePassword({ email: person.email, token, password: NEXT }, somewhere());
  expect((await personById(person.id))?.passwordHash).not.toBeNull();
  expect(await mustChoosePassword(randomUUID())).toBe(true);
});
