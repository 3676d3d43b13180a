// A new business and its first owner. From outside it goes in two steps, so that no one can sign up for an
// address that isn't theirs or learn whose address is known: the answers wait with a mailed link, and the
// password is chosen by the one who opens it.
import { z } from "zod";
import { setUpBooks } from "@/books/business/set-up-books.ts";
import { businessBySlug, createBusiness as keepBusiness, type Business } from "@/db/directory/businesses.ts";
import { readMailedLink, takeMailedLink } from "@/db/directory/mailed-links.ts";
import { createPerson, markEmailVerified, personByEmail, type Person } from "@/db/directory/people.ts";
import { TaxRate } from "@/domain/business/settings.ts";
import { AnyDay } from "@/domain/values/day-shape.ts";
import { Currency } from "@/domain/values/money-shapes.ts";
import { Refusal } from "@/domain/refusal.ts";
import { Slug } from "@/domain/slug-shape.ts";
import { env } from "@/env.ts";
import { founderOf } from "../actor.ts";
import { isZone, LOCALES, paperIn, type Locale } from "@/domain/business/region.ts";
import { languageOf } from "@/domain/language/language.ts";
import { limitBadLink, limitBusinesses, limitMail, limitSignUp, mayMail } from "./limits.ts";
import { logSecurity } from "../log.ts";
import { assertMailGoesOut, Email, mailSignInLink, mailSignUpLink } from "./mailed-links.ts";
import { PersonName } from "./own-name.ts";
import { chosenPasswordHash, NewPassword } from "./passwords.ts";
import type { From } from "../wire/request.ts";
import { looksLikeToken, tokenHash } from "./tokens.ts";
import { writtenText } from "@/domain/values/written-text.ts";

/** In percent, a comma can only be the decimal sign. */
const withPoint = (typed: string) => typed.trim().replace(",", ".");

export const NewBusiness = z.object({
  businessName: writtenText("Enter the name of your business.").max(120, "Use at most 120 characters."),
  slug: Slug,
  currency: Currency,
  zone: z.string().refine(isZone, "Choose a time zone."),
  locale: z
    .enum(Object.keys(LOCALES) as Locale[], "Choose how numbers and dates are written.")
    .default("en-US"),
  startOn: AnyDay,
  taxRate: z
    .string()
    .transform(withPoint)
    .refine((typed) => typed === "" || TaxRate.safeParse(typed).success, "Enter percent like 6.25, or 0.")
    .optional(),
});
export type NewBusiness = z.infer<typeof NewBusiness>;

export const SignUp = NewBusiness.extend({
  name: PersonName,
  email: Email,
});
export type SignUp = z.infer<typeof SignUp>;

export type Owner = { id: string; name: string };

/** The only place where a business is made, its books with it. Throws the refusal "slug-taken". */
export async function createBusiness(
  wanted: NewBusiness,
  owner: Owner,
  requestId: string,
): Promise<Business> {
  if (await businessBySlug(wanted.slug)) throw new Refusal("slug-taken");
  const { businessName: name, slug, currency, zone, locale, startOn: booksStartOn } = wanted;
  const country = new Intl.Locale(locale).region ?? "US";
  const planned = { slug, name, currency, zone, booksStartOn, locale, country };
  const { id, founder } = founderOf(planned, owner, requestId);
  // The books first: a business that is in the directory has books, whatever breaks in between.
  // Left empty, it is asked again where it counts.
  const taxRate = wanted.taxRate ? TaxRate.parse(wanted.taxRate) : undefined;
  await setUpBooks(founder, {
    startOn: booksStartOn,
    paper: paperIn(country),
    language: languageOf(locale),
    taxRate,
  });
  const business = await keepBusiness({ id, ...planned }, owner.id);
  if (!business) throw new Refusal("slug-taken");
  return business;
}

export const signUpIsOpen = (): boolean => env().SIGN_UP;

function assertOpen(): void {
  if (!signUpIsOpen()) throw new Refusal("sign-up-closed");
}

/** By somebody who is signed in. Throws "sign-up-closed", "too-many-businesses", "slug-taken". */
export async function addBusiness(wanted: NewBusiness, owner: Owner, requestId: string): Promise<Business> {
  assertOpen();
  if (await businessBySlug(wanted.slug)) throw new Refusal("slug-taken");
  await limitBusinesses(owner.id);
  return createBusiness(wanted, owner, requestId);
}

/** First step. What depends on whether the address is known is left for `later`, after the answer is out. */
export async function askToSignUp(wanted: SignUp, from: From): Promise<{ later: () => Promise<void> }> {
  assertOpen();
  assertMailGoesOut();
  await limitSignUp(from);
  await limitMail(from, wanted.email);
  if (await businessBySlug(wanted.slug)) throw new Refusal("slug-taken");
  logSecurity("sign-up-asked", { requestId: from.requestId, ip: from.ip, slug: wanted.slug });
  return { later: () => mailTheAsker(wanted, from) };
}

async function mailTheAsker({ email, ...answers }: SignUp, from: From): Promise<void> {
  const known = await personByEmail(email);
  // They have an account: the mail lets them in, and a business more is made from inside.
  const purpose = known ? "sign-in" : "sign-up";
  if (known?.disabledAt || !(await mayMail(purpose, email, from))) return;
  await (known ? mailSignInLink(email) : mailSignUpLink(email, answers));
}

const Answers = SignUp.omit({ email: true });
export type WaitingSignUp = { email: string; answers: z.infer<typeof Answers> };

/** What waits behind a sign-up link; null when it was used, expired or never was. Looking changes nothing. */
export async function waitingSignUp(token: string): Promise<WaitingSignUp | null> {
  if (!looksLikeToken(token)) return null;
  const link = await readMailedLink(tokenHash(token), "sign-up");
  return link && { email: link.email, answers: Answers.parse(link.payload) };
}

export type FinishSignUp = { token: string; slug: string; password: string };

/** Second step, for who holds the link. Throws "link-gone", "slug-taken", "email-taken", "too-many". */
export async function finishSignUp({ token, slug, password }: FinishSignUp, from: From): Promise<Business> {
  assertOpen();
  const waiting = await waitingSignUp(token);
  if (!waiting) {
    await limitBadLink(from);
    throw new Refusal("link-gone");
  }
  if (await businessBySlug(slug)) throw new Refusal("slug-taken");
  const { name, businessName } = waiting.answers;
  const passwordHash = await chosenPasswordHash(password, [name, waiting.email, businessName, slug]);
  if (!(await takeMailedLink(tokenHash(token), "sign-up", waiting.email))) throw new Refusal("link-gone");
  const owner = await createPerson({ name, email: waiting.email, passwordHash });
  if (!owner) throw new Refusal("email-taken");
  await markEmailVerified(owner.id);
  const business = await createBusiness({ ...waiting.answers, slug }, owner, from.requestId);
  logSecurity("sign-up", { requestId: from.requestId, ip: from.ip, tenant: business.id, actor: owner.id });
  return business;
}

export const OperatorsOrder = NewBusiness.extend({
  email: Email,
  /** Without one, the owner comes in by a mailed link. */
  password: NewPassword.optional(),
  name: z.string().trim().max(120).optional(),
});
export type OperatorsOrder = z.infer<typeof OperatorsOrder>;

/** From the operator's command line, who answers for the address. A known person keeps name and password. */
export async function createBusinessWithOwner(
  order: OperatorsOrder,
  requestId: string,
): Promise<{ business: Business; owner: Person }> {
  if (await businessBySlug(order.slug)) throw new Refusal("slug-taken");
  const owner = (await personByEmail(order.email)) ?? (await newOwner(order));
  return { business: await createBusiness(order, owner, requestId), owner };
}

async function newOwner({ email, name, password, businessName, slug }: OperatorsOrder): Promise<Person> {
  const about = [name ?? "", email, businessName, slug];
  const passwordHash = password === undefined ? null : await chosenPasswordHash(password, about);
  const person = await createPerson({ email, name: name ?? email.split("@", 1)[0] ?? email, passwordHash });
  if (!person) throw new Refusal("email-taken");
  await markEmailVerified(person.id);
  return person;
}
