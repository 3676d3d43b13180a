// Who may come in, and who may not (issue 2, bad input; faults D22, E23–E25).
import { eq, like, sql } from "drizzle-orm";
import { afterAll, beforeEach, expect, test } from "vitest";
import { closePool, directoryDb } from "@/db/client.ts";
import { mailedLinks, tries, users } from "@/db/schema/directory.ts";
import type { From } from "../wire/request.ts";
import { askForNewPassword } from "./change-password.ts";
import { LIMITS } from "./limits.ts";
import { setMailer } from "./mailer.ts";
import { askForLink, byMailedLink, byPassword, linkIsOpen } from "./sign-in.ts";
import { anyEmail, anyone, mailbox, PASSWORD, somewhere } from "../testing/fixtures.ts";

let box = mailbox();
beforeEach(() => {
  box = mailbox();
});
afterAll(closePool);

const link = async (email: string) => {
  const { later } = await askForLink(email, somewhere());
  await later();
  return box.token();
};
const disable = (id: string) =>
  directoryDb()
    .update(users)
    .set({ disabledAt: sql`now()` })
    .where(eq(users.id, id));

test("the right password lets its person in; another, or none, doesn't", async () => {
  const person = await anyone();
  expect((await byPassword(person.email, PASSWORD, somewhere()))?.id).toBe(person.id);
  expect(await byPassword(person.email, "three blind rats", somewhere())).toBeNull();
  expect(await byPassword(anyEmail(), PASSWORD, somewhere())).toBeNull();
});

test("a disabled person is answered like a wrong password", async () => {
  const person = await anyone();
  await disable(person.id);
  expect(await byPassword(person.email, PASSWORD, somewhere())).toBeNull();
});

test("an unknown address costs the time of a known one", async () => {
  const person = await anyone();
  const timed = async (email: string) => {
    const began = performance.now();
    await byPassword(email, "wrong password", somewhere());
    return performance.now() - began;
  };
  const [known, unknown] = [await timed(person.email), await timed(anyEmail())];
  expect(unknown).toBeGreaterThan(known / 4);
});

test("guesses are counted, even all at once, and the right one after too many comes too late", async () => {
  const person = await anyone();
  const guesses = Array.from({ length: LIMITS["sign-in:account"].most + 10 }, () =>
    byPassword(person.email, "a guess", somewhere()).then(
      () => "looked",
      (error: Error) => error.message,
    ),
  );
  const answers = await Promise.all(guesses);
  expect(answers.filter((answer) => answer === "looked")).toHaveLength(LIMITS["sign-in:account"].most);
  await expect(byPassword(person.email, PASSWORD, somewhere())).rejects.toMatchObject({ code: "too-many" });
  const neighbour = await anyone();
  expect((await byPassword(neighbour.email, PASSWORD, somewhere()))?.id).toBe(neighbour.id);
});

test("hammering at one account doesn't shut out others of the same network", async () => {
  const from = somewhere();
  const [victim, neighbour] = [await anyone(), await anyone()];
  const guesses = Array.from({ length: 40 }, () =>
    byPassword(victim.email, "a guess", from).catch(() => null),
  );
  await Promise.all(guesses);
  expect(await byPassword(neighbour.email, PASSWORD, from)).not.toBeNull();
});

test("one network that tries many people is stopped too, and the right passwords of its people don't count", async () => {
  const from = somewhere();
  const person = await anyone();
  const { most } = LIMITS["sign-in:network"];
  for (let n = 0; n < 3; n++) await byPassword(person.email, PASSWORD, from);
  await Promise.all(Array.from({ length: most }, () => byPassword(anyEmail(), "a guess", from)));
  await expect(byPassword(person.email, PASSWORD, from)).rejects.toMatchObject({ code: "too-many" });
  expect(await byPassword(person.email, PASSWORD, somewhere())).not.toBeNull();
});

test("a mailed link lets its person in once", async () => {
  const person = await anyone();
  const token = await link(person.email);
  expect(box.mails.map((mail) => mail.to.address)).toEqual([person.email]);
  expect((await byMailedLink(person.email, token, somewhere()))?.id).toBe(person.id);
  expect(await byMailedLink(person.email, token, somewhere())).toBeNull();
});

test("who was disabled after the link was mailed stays out", async () => {
  const person = await anyone();
  const token = await link(person.email);
  await disable(person.id);
  expect(await byMailedLink(person.email, token, somewhere())).toBeNull();
});

test("twenty at once: one gets in", async () => {
  const person = await anyone();
  const token = await link(person.email);
  const all = await Promise.all(
    Array.from({ length: 20 }, () => byMailedLink(person.email, token, somewhere())),
  );
  expect(all.filter((one) => one !== null)).toHaveLength(1);
});

test("looking at a link, or pressing its button without knowing its address, doesn't use it up", async () => {
  const person = await anyone();
  const token = await link(person.email);
  for (let n = 0; n < 5; n++) expect(await linkIsOpen(token)).toBe(true);
  expect(await byMailedLink(anyEmail(), token, somewhere())).toBeNull();
  expect((await byMailedLink(person.email, token, somewhere()))?.id).toBe(person.id);
});

test("an old link is dead, and so is its older sister once one was used", async () => {
  const person = await anyone();
  const old = await link(person.email);
  await directoryDb()
    .update(mailedLinks)
    .set({ expiresAt: sql`now() - interval '1 second'` })
    .where(eq(mailedLinks.email, person.email));
  expect(await linkIsOpen(old)).toBe(false);
  expect(await byMailedLink(person.email, old, somewhere())).toBeNull();

  const [first, second] = [await link(person.email), await link(person.email)];
  expect(await byMailedLink(person.email, second, somewhere())).not.toBeNull();
  expect(await byMailedLink(person.email, first, somewhere())).toBeNull();
});

test("links live ten minutes, and only their hash is kept", async () => {
  const person = await anyone();
  const token = await link(person.email);
  const [row] = await directoryDb()
    .select({
      minutes: sql<number>`extract(epoch from ${mailedLinks.expiresAt} - now())::float / 60`,
      hash: mailedLinks.tokenHash,
    })
    .from(mailedLinks)
    .where(eq(mailedLinks.email, person.email));
  expect(row?.minutes).toBeLessThanOrEqual(10);
  expect(row?.hash.toString("base64url")).not.toBe(token);
});

test("who asks for an unknown or disabled person's link gets the same answer, and no one gets mail", async () => {
  const person = await anyone();
  await disable(person.id);
  for (const email of [anyEmail(), person.email]) {
    const { later } = await askForLink(email, somewhere());
    await later();
  }
  expect(box.mails).toEqual([]);
});

/** As if so many minutes had gone by for what was mailed to this person. */
async function minutesLater(minutes: number, email: string) {
  const resetsAt = sql`${tries.resetsAt} - make_interval(mins => ${minutes})`;
  await directoryDb().update(tries).set({ resetsAt }).where(like(tries.key, "mail:sign-in:%"));
  const expiresAt = sql`${mailedLinks.expiresAt} - make_interval(mins => ${minutes})`;
  await directoryDb().update(mailedLinks).set({ expiresAt }).where(eq(mailedLinks.email, email));
}

const askFrom = async (email: string, from: From) => (await askForLink(email, from)).later();

test("nobody's mailbox can be flooded by strangers, wherever they ask from", async () => {
  const person = await anyone();
  for (let n = 0; n < 50; n++) await askFrom(person.email, somewhere());
  expect(box.mails).toHaveLength(LIMITS["mail:sign-in"].most);
});

test("strangers who ask all the time can't keep a person from a link that works", async () => {
  const person = await anyone();
  for (let minute = 0; minute < 60; minute += 3) {
    for (let n = 0; n < 5; n++) await askFrom(person.email, somewhere());
    // The newest mail in the mailbox, whoever asked for it, lets its owner in at any minute.
    expect(await linkIsOpen(box.token()), `after ${minute} minutes`).toBe(true);
    await minutesLater(3, person.email);
  }
  await askFrom(person.email, somewhere());
  expect((await byMailedLink(person.email, box.token(), somewhere()))?.id).toBe(person.id);
});

test("a link that works is never refused, however many bad ones came from the same address", async () => {
  const person = await anyone();
  const office = somewhere();
  const token = await link(person.email);
  const { most } = LIMITS["mailed-link:network"];
  for (let n = 0; n < most; n++) await byMailedLink(person.email, "x".repeat(43), office);
  await expect(byMailedLink(person.email, "x".repeat(43), office)).rejects.toMatchObject({
    code: "too-many",
  });
  expect((await byMailedLink(person.email, token, office))?.id).toBe(person.id);
});

test("where no mail goes out nobody waits for a link: it is said, whether the address is known or not", async () => {
  setMailer(null);
  const person = await anyone();
  const noMail = { code: "no-mail", message: expect.stringContaining("no link can come") };
  for (const email of [person.email, anyEmail()]) {
    await expect(askForLink(email, somewhere())).rejects.toMatchObject(noMail);
    await expect(askForNewPassword(email, somewhere())).rejects.toMatchObject(noMail);
  }
});
