// Another address: both mailboxes have to say so, each link once, and by who is signed in; whoever else was is out.
import { sql } from "drizzle-orm";
import { afterAll, beforeEach, expect, test } from "vitest";
import { closePool, directoryDb } from "@/db/client.ts";
import { personById, type Person } from "@/db/directory/people.ts";
import { liveSession, startSession } from "@/db/directory/sessions.ts";
import { present } from "@/domain/assert.ts";
import { anyEmail, anyone, mailbox, PASSWORD, somewhere } from "../testing/fixtures.ts";
import {
  askToChangeEmail,
  callOffEmailChange,
  emailLinkOf,
  proveEmail,
  waitingEmailChange,
} from "./change-email.ts";
import { LIMITS } from "./limits.ts";
import { setMailer } from "./mailer.ts";
import { askForLink, byMailedLink, byPassword } from "./sign-in.ts";
import { newToken, tokenHash } from "./tokens.ts";

let box = mailbox();
beforeEach(() => {
  box = mailbox();
});
afterAll(closePool);

async function session(person: Person) {
  const hash = tokenHash(newToken());
  await startSession({ tokenHash: hash, userId: person.id, userAgent: null });
  const { sessionId } = present(await liveSession(hash), "they are signed in");
  return { hash, own: { userId: person.id, email: person.email, sessionId } };
}

const tokenTo = (address: string) => {
  const mail = box.mails.findLast(({ to }) => to.address === address);
  return /token=([\w-]{43})/.exec(mail?.text ?? "")?.[1] ?? "";
};
const emailOf = async (person: Person) => (await personById(person.id))?.email;

async function asked(email = anyEmail()) {
  const person = await anyone();
  const { own, hash } = await session(person);
  const { later } = await askToChangeEmail(own, { email, password: PASSWORD }, somewhere());
  await later();
  return { person, own, hash, email, toOld: tokenTo(person.email), toNew: tokenTo(email) };
}

test.each(["old first", "new first"])("it takes both links, %s", async (order) => {
  const { person, own, hash, email, toOld, toNew } = await asked();
  const elsewhere = await session(person);
  const [first, second] = order === "old first" ? [toOld, toNew] : [toNew, toOld];
  expect(await proveEmail(own, first, somewhere())).toBe("waits");
  // The same one again is no second one.
  expect(await proveEmail(own, first, somewhere())).toBe("waits");
  expect(await emailOf(person)).toBe(person.email);
  const done = await proveEmail(own, second, somewhere());
  if (done === "waits") throw new Error("both were followed");
  await done.later();
  expect(await emailOf(person)).toBe(email);
  expect(box.mails.at(-1)?.to.address).toBe(person.email);
  expect(await liveSession(elsewhere.hash)).toBeNull();
  expect(await liveSession(hash)).toMatchObject({ email });
  expect((await byPassword(email, PASSWORD, somewhere()))?.id).toBe(person.id);
  expect(await byPassword(person.email, PASSWORD, somewhere())).toBeNull();
  await expect(proveEmail(own, first, somewhere())).rejects.toMatchObject({ code: "link-gone" });
});

test("a sign-in link that lies in the old mailbox opens nothing any more", async () => {
  const { person, own, toOld, toNew } = await asked();
  await (await askForLink(person.email, somewhere())).later();
  const link = tokenTo(person.email);
  await proveEmail(own, toOld, somewhere());
  await proveEmail(own, toNew, somewhere());
  expect(await byMailedLink(person.email, link, somewhere())).toBeNull();
});

test("the links are the asker's alone, and looking at one changes nothing", async () => {
  const { own, toOld, toNew, person } = await asked();
  const stranger = await session(await anyone());
  expect(await emailLinkOf(stranger.own, toOld)).toBeNull();
  await expect(proveEmail(stranger.own, toOld, somewhere())).rejects.toMatchObject({ code: "link-gone" });
  expect([await emailLinkOf(own, toOld), await emailLinkOf(own, toNew)]).toEqual(["old", "new"]);
  expect(await waitingEmailChange(person.id)).toMatchObject({ oldProven: false, newProven: false });
});

test("it takes the password, another address, and mail that goes out", async () => {
  const { own } = await session(await anyone());
  const ask = (email: string, password = PASSWORD) => askToChangeEmail(own, { email, password }, somewhere());
  await expect(ask(anyEmail(), "wrong")).rejects.toMatchObject({ code: "password-wrong" });
  await expect(ask(own.email)).rejects.toMatchObject({ code: "same-email" });
  setMailer(null);
  await expect(ask(anyEmail())).rejects.toMatchObject({ code: "no-mail" });
});

test("an address that somebody has is answered alike, gets no mail, and can't be taken", async () => {
  const known = await anyone();
  const { person, own, toOld, toNew } = await asked(known.email);
  expect([toOld.length, toNew]).toEqual([43, ""]);
  expect(await waitingEmailChange(person.id)).toMatchObject({ newEmail: known.email });
  await proveEmail(own, toOld, somewhere());
  expect(await emailOf(person)).toBe(person.email);
  // Nor when they came between the asking and the second link.
  const late = await asked();
  await proveEmail(late.own, late.toOld, somewhere());
  await directoryDb().execute(
    sql`insert into directory.users (name, email) values ('Faster', ${late.email})`,
  );
  await expect(proveEmail(late.own, late.toNew, somewhere())).rejects.toMatchObject({ code: "link-gone" });
  expect(await emailOf(late.person)).toBe(late.person.email);
});

test("old links are dead, and so are those of a change that was called off or asked for anew", async () => {
  const first = await asked();
  await callOffEmailChange(first.own);
  await expect(proveEmail(first.own, first.toOld, somewhere())).rejects.toMatchObject({ code: "link-gone" });
  const again = await asked();
  const { later } = await askToChangeEmail(again.own, { email: anyEmail(), password: PASSWORD }, somewhere());
  await later();
  await expect(proveEmail(again.own, again.toNew, somewhere())).rejects.toMatchObject({ code: "link-gone" });
  const late = await asked();
  await directoryDb().execute(
    sql`update directory.email_changes set expires_at = now() - interval '1 second' where user_id = ${late.person.id}`,
  );
  await expect(proveEmail(late.own, late.toOld, somewhere())).rejects.toMatchObject({ code: "link-gone" });
});

test("nobody's mailbox is flooded by it", async () => {
  const { own } = await session(await anyone());
  const ask = () => askToChangeEmail(own, { email: anyEmail(), password: PASSWORD }, somewhere());
  for (let n = 0; n < LIMITS["email-change:person"].most; n++) await ask();
  await expect(ask()).rejects.toMatchObject({ code: "too-many" });
});
