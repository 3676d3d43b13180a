// What a browser is good for in which its person signed in before: nobody elsewhere can shut them out of it.
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { closePool } from "@/db/client.ts";
import { anyEmail, anyone, mailbox, PASSWORD, somewhere } from "../testing/fixtures.ts";
import type { From } from "../wire/request.ts";
import { readBrowser, withPerson, writtenBrowser } from "./known-browser.ts";
import { LIMITS } from "./limits.ts";
import { askForLink, byPassword } from "./sign-in.ts";

let box = mailbox();
beforeEach(() => {
  box = mailbox();
});
afterAll(closePool);

const askFrom = async (email: string, from: From) => (await askForLink(email, from)).later();

/** The same place, in a browser where this person signed in before. */
const knownIn = (from: From, email: string): From => ({
  ...from,
  browser: readBrowser(writtenBrowser(withPerson(null, email))),
});

describe("a browser that its person signed in with before", () => {
  test("lets them in while strangers guess elsewhere, by password and by mail", async () => {
    const person = await anyone();
    for (let n = 0; n < 30; n++) await byPassword(person.email, "a guess", somewhere()).catch(() => null);
    for (let n = 0; n < 10; n++) await askFrom(person.email, somewhere());
    await expect(byPassword(person.email, PASSWORD, somewhere())).rejects.toMatchObject({ code: "too-many" });
    const home = knownIn(somewhere(), person.email);
    expect((await byPassword(person.email, PASSWORD, home))?.id).toBe(person.id);
    const before = box.mails.length;
    await askFrom(person.email, home);
    expect(box.mails).toHaveLength(before + 1);
    // Coming in at home gives nobody elsewhere new guesses.
    await expect(byPassword(person.email, "a guess", somewhere())).rejects.toMatchObject({
      code: "too-many",
    });
  });

  test("lets them in behind an address that others have used up", async () => {
    const office = somewhere();
    const [here, newcomer] = [await anyone(), await anyone()];
    const guesses = Array.from({ length: LIMITS["sign-in:network"].most + 5 }, () =>
      byPassword(anyEmail(), "a guess", office).catch(() => null),
    );
    await Promise.all(guesses);
    for (let n = 0; n < LIMITS["mail:network"].most + 5; n++)
      await askForLink(anyEmail(), office).catch(() => null);
    await expect(byPassword(newcomer.email, PASSWORD, office)).rejects.toMatchObject({ code: "too-many" });
    expect((await byPassword(here.email, PASSWORD, knownIn(office, here.email)))?.id).toBe(here.id);
    await expect(askForLink(here.email, knownIn(office, here.email))).resolves.toBeDefined();
  });

  test("has a count of its own, and is no key to anyone else", async () => {
    const [person, other] = [await anyone(), await anyone()];
    const home = knownIn(somewhere(), person.email);
    const { most } = LIMITS["sign-in:browser"];
    for (let n = 0; n < most; n++) expect(await byPassword(person.email, "a guess", home)).toBeNull();
    await expect(byPassword(person.email, PASSWORD, home)).rejects.toMatchObject({ code: "too-many" });
    expect((await byPassword(person.email, PASSWORD, somewhere()))?.id).toBe(person.id);
    for (let n = 0; n < LIMITS["sign-in:account"].most; n++)
      await byPassword(other.email, "a guess", somewhere());
    await expect(byPassword(other.email, PASSWORD, home)).rejects.toMatchObject({ code: "too-many" });
  });
});
