// A new business, from the form to the first look at its books.
import { randomBytes } from "node:crypto";
import { afterAll, afterEach, beforeEach, describe, expect, test } from "vitest";
import { readSettings } from "@/books/business/settings.ts";
import { readBooks, systemAsker } from "@/books/open.ts";
import { closePool } from "@/db/client.ts";
import { businessBySlug } from "@/db/directory/businesses.ts";
import { removeMember, setMember } from "@/db/directory/members.ts";
import { personByEmail } from "@/db/directory/people.ts";
import { day } from "@/domain/values/day.ts";
import { env } from "@/env.ts";
import { memberActor } from "../actor.ts";
import { LIMITS } from "./limits.ts";
import { byMailedLink, byPassword, linkIsOpen } from "./sign-in.ts";
import {
  addBusiness,
  askToSignUp,
  createBusinessWithOwner,
  finishSignUp,
  NewBusiness,
  type SignUp,
  waitingSignUp,
} from "./sign-up.ts";
import { anyEmail, anyone, mailbox, PASSWORD, somewhere } from "../testing/fixtures.ts";

let box = mailbox();
beforeEach(() => {
  box = mailbox();
});
afterAll(closePool);

const anySlug = () => `b-${randomBytes(6).toString("hex")}`;
const wanted = (email = anyEmail(), slug = anySlug()): SignUp => ({
  name: "Olive Owner",
  email,
  businessName: "Olive’s Tools",
  slug,
  currency: "USD",
  zone: "America/New_York",
  locale: "en-US",
  startOn: day("2026-01-01"),
});
async function asked(form = wanted()) {
  const { later } = await askToSignUp(form, somewhere());
  await later();
  return { form, token: box.token() };
}
const finish = (token: string, slug: string) =>
  finishSignUp({ token, slug, password: PASSWORD }, somewhere());

test("nothing is made before the mailed link is followed; then person, business and books are", async () => {
  const { form, token } = await asked();
  expect(await businessBySlug(form.slug)).toBeNull();
  expect(await personByEmail(form.email)).toBeNull();
  expect((await waitingSignUp(token))?.answers.businessName).toBe("Olive’s Tools");

  const business = await finish(token, form.slug);
  const owner = await byPassword(form.email, PASSWORD, somewhere());
  expect(business).toMatchObject({ slug: form.slug, currency: "USD", booksStartOn: "2026-01-01" });
  expect(owner?.emailVerifiedAt).not.toBeNull();
  const actor = await memberActor({ userId: owner?.id ?? "", name: "Olive Owner" }, form.slug, "r");
  expect(actor).toMatchObject({ role: "owner", orgSlug: form.slug, currency: "USD" });
});

test.each([
  ["", { taxRate: null, taxAnswered: false }],
  ["0", { taxRate: null, taxAnswered: true }],
  ["8,25", { taxRate: "8.25", taxAnswered: true }],
])("asked for its sales tax and answered %j, the books have it so", async (typed, kept) => {
  const form = NewBusiness.parse({ ...wanted(), taxRate: typed });
  const { token } = await asked({ ...wanted(), ...form });
  const business = await finish(token, form.slug);
  const asker = systemAsker(business, day("2026-06-30"));
  expect(await readBooks(asker, readSettings)).toMatchObject(kept);
});

test.each([
  ["en-GB", { language: "en", paper: "A4" }],
  ["de-DE", { language: "de", paper: "A4" }],
  ["es-MX", { language: "es", paper: "LETTER" }],
] as const)("a business that writes as %s does begins with papers to match", async (locale, kept) => {
  const { business } = await createBusinessWithOwner({ ...wanted(), locale, password: PASSWORD }, "r");
  expect(await readBooks(systemAsker(business, day("2026-06-30")), readSettings)).toMatchObject(kept);
});

test.each(["Acme\0", "\u200B\u3164"])("a business named %j is refused by its field", (businessName) => {
  const { error } = NewBusiness.safeParse({ ...wanted(), businessName });
  expect(error?.issues.map(({ path }) => path)).toEqual([["businessName"]]);
});

test.each(["x", "101", "-1"])("a sales tax of %j is refused by its field", (taxRate) => {
  const { error } = NewBusiness.safeParse({ ...wanted(), taxRate });
  expect(error?.issues.map(({ path }) => path)).toEqual([["taxRate"]]);
});

test.each(["password1", "Summer2026!", "olive owner"])(
  "%s, which guessers try first, makes nothing, and doesn't use the link up",
  async (password) => {
    const { form, token } = await asked();
    await expect(finishSignUp({ token, slug: form.slug, password }, somewhere())).rejects.toMatchObject({
      code: "password-weak",
      details: { field: "password", because: expect.stringMatching(/\w/) },
    });
    expect([await businessBySlug(form.slug), await personByEmail(form.email)]).toEqual([null, null]);
    expect(await finish(token, form.slug)).toMatchObject({ slug: form.slug });
  },
);

test("the link works once, and not as a sign-in link", async () => {
  const { form, token } = await asked();
  expect(await linkIsOpen(token)).toBe(false);
  expect(await byMailedLink(form.email, token, somewhere())).toBeNull();
  await finish(token, form.slug);
  await expect(finish(token, anySlug())).rejects.toMatchObject({ code: "link-gone" });
  await expect(finish("x".repeat(43), anySlug())).rejects.toMatchObject({ code: "link-gone" });
});

test("a known address gets the same answer; its owner gets a way in, and nothing is changed", async () => {
  const person = await anyone();
  const { form, token } = await asked(wanted(person.email));
  expect(box.mails.map((mail) => mail.to.address)).toEqual([person.email]);
  expect(await linkIsOpen(token)).toBe(true);
  expect(await waitingSignUp(token)).toBeNull();
  expect(await businessBySlug(form.slug)).toBeNull();
});

test("a taken web address is said by its field, at both steps", async () => {
  const first = await asked();
  const second = await asked(wanted(anyEmail(), first.form.slug));
  await finish(first.token, first.form.slug);
  const taken = { code: "slug-taken", field: "slug" };
  await expect(asked(wanted(anyEmail(), first.form.slug))).rejects.toMatchObject(taken);
  await expect(finish(second.token, second.form.slug)).rejects.toMatchObject(taken);
  // The link is still good for another address.
  const other = anySlug();
  expect((await finish(second.token, other)).slug).toBe(other);
});

test("two for one web address at once: one gets it", async () => {
  const slug = anySlug();
  const order = () => ({ ...wanted(anyEmail(), slug), password: PASSWORD });
  const made = await Promise.allSettled(
    Array.from({ length: 4 }, () => createBusinessWithOwner(order(), "r")),
  );
  expect(made.filter((one) => one.status === "fulfilled")).toHaveLength(1);
});

test("the operator gives a known person a second business, and leaves the password alone", async () => {
  const person = await anyone();
  const order = { ...wanted(person.email), password: "another password" };
  const { owner } = await createBusinessWithOwner(order, "r");
  expect(owner.id).toBe(person.id);
  expect(await byPassword(person.email, PASSWORD, somewhere())).not.toBeNull();
});

test("to a stranger the business isn't there; a role taken away is gone with the next request", async () => {
  const { business } = await createBusinessWithOwner({ ...wanted(), password: PASSWORD }, "r");
  const person = await anyone();
  const member = { userId: person.id, name: person.name };
  expect(await memberActor(member, business.slug, "r")).toBeNull();
  expect(await memberActor(member, "no-such-business", "r")).toBeNull();
  await setMember(business.id, person.id, "viewer");
  expect((await memberActor(member, business.slug, "r"))?.role).toBe("viewer");
  await setMember(business.id, person.id, "clerk");
  expect((await memberActor(member, business.slug, "r"))?.role).toBe("clerk");
  await removeMember(business.id, person.id);
  expect(await memberActor(member, business.slug, "r")).toBeNull();
});

test("a mail to an address that nobody has proven says not one word of the asker's", async () => {
  const { form } = await asked({
    ...wanted(),
    name: "Buy now at evil.example",
    businessName: "Your account is locked",
  });
  const [mail] = box.mails;
  expect(mail?.to).toEqual({ name: "", address: form.email });
  const everything = `${mail?.subject} ${mail?.text} ${mail?.html} ${mail?.fromName}`;
  expect(everything).not.toMatch(/evil|locked|Buy now/);
  expect(everything).not.toContain(form.slug);
  expect(mail?.subject).toBe("Finish setting up your business at localhost:3000");
});

test("somebody sets up ten businesses in a day, even all at once, and is told why not an eleventh", async () => {
  const person = await anyone();
  const many = Array.from({ length: 14 }, () => addBusiness(wanted(), person, "r"));
  const made = await Promise.allSettled(many);
  expect(made.filter((one) => one.status === "fulfilled")).toHaveLength(LIMITS["business:person"].most);
  await expect(addBusiness(wanted(), person, "r")).rejects.toMatchObject({
    code: "too-many-businesses",
    message: expect.stringContaining("tomorrow"),
  });
  // A web address that is taken costs nobody a try, and the operator is not counted.
  expect((await createBusinessWithOwner({ ...wanted(person.email), password: PASSWORD }, "r")).owner.id).toBe(
    person.id,
  );
});

describe("where sign-up is closed", () => {
  beforeEach(() => {
    env().SIGN_UP = false;
  });
  afterEach(() => {
    env().SIGN_UP = true;
  });

  test("nobody asks for a business, finishes one or adds one; the operator opens them", async () => {
    const closed = { code: "sign-up-closed" };
    await expect(askToSignUp(wanted(), somewhere())).rejects.toMatchObject(closed);
    await expect(finish("x".repeat(43), anySlug())).rejects.toMatchObject(closed);
    const person = await anyone();
    await expect(addBusiness(wanted(), person, "r")).rejects.toMatchObject(closed);
    expect(box.mails).toEqual([]);
    const { business } = await createBusinessWithOwner({ ...wanted(), password: PASSWORD }, "r");
    expect(await businessBySlug(business.slug)).not.toBeNull();
  });
});
