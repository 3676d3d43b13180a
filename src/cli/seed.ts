// The demo story: a shop and a contractor with a cast that everybody knows, told through the same verbs that people
// use, in days counted back from today. Written once, into an empty database.
import { randomUUID } from "node:crypto";
import { describeBusiness, type BusinessDetails } from "@/books/business/set-up-books.ts";
import { ledger } from "@/books/story/ledger-dsl.ts";
import { closePool } from "@/db/client.ts";
import { allBusinesses, businessBySlug } from "@/db/directory/businesses.ts";
import { setMember } from "@/db/directory/members.ts";
import { createPerson, markEmailVerified } from "@/db/directory/people.ts";
import { addDays, day } from "@/domain/values/day.ts";
import { operatorActor } from "@/server/actor.ts";
import { hashPassword } from "@/server/auth/passwords.ts";
import { createBusiness } from "@/server/auth/sign-up.ts";
import { CAST, DEMO_BUSINESSES, DEMO_PASSWORD } from "./demo-cast.mjs";
import { tellGranite } from "./seed-granite.ts";
import { tellHillside, type Stage } from "./seed-stories.ts";

type Planned = {
  slug: "hillside" | "granite";
  businessName: string;
  zone: string;
  details: BusinessDetails;
  tell: (stage: Stage) => Promise<void>;
};

const BUSINESSES: readonly Planned[] = [
  {
    slug: "hillside",
    businessName: DEMO_BUSINESSES.hillside,
    zone: "America/New_York",
    tell: tellHillside,
    details: {
      addressLines: ["18 Quarry Road", "Montpelier, VT 05602"],
      phone: "802 555 0118",
      email: "accounts@hillside.example",
    },
  },
  {
    slug: "granite",
    businessName: DEMO_BUSINESSES.granite,
    zone: "America/Denver",
    tell: tellGranite,
    details: {
      addressLines: ["4100 Front Range Drive", "Boulder, CO 80301"],
      phone: "303 555 0141",
      email: "billing@granite.example",
    },
  },
];

/** Far enough back for a newcomer to import years of old invoices into the story. */
const START = day("2010-01-01");

/** Nothing when anybody works here already. */
export async function seed(): Promise<void> {
  if ((await allBusinesses()).length > 0) return;
  const passwordHash = await hashPassword(DEMO_PASSWORD);
  const people = new Map<string, { id: string; name: string }>();
  for (const { email, name } of CAST) {
    const person = await createPerson({ email, name, passwordHash });
    if (!person) throw new Error(`${email} is new`);
    await markEmailVerified(person.id);
    people.set(email, person);
  }
  for (const business of BUSINESSES) await open(business, people);
}

async function open(
  { slug, businessName, zone, details, tell }: Planned,
  people: ReadonlyMap<string, { id: string; name: string }>,
) {
  const owner = people.get(`owner@${slug}.example`);
  if (!owner) throw new Error(`${slug} has an owner`);
  await createBusiness(
    { slug, businessName, currency: "USD", zone, locale: "en-US", startOn: START, taxRate: "0" },
    owner,
    `seed-${randomUUID()}`,
  );
  const [business, actor] = await Promise.all([
    businessBySlug(slug),
    operatorActor(slug, `seed-${randomUUID()}`),
  ]);
  if (!business || !actor) throw new Error(`${slug} was made`);
  for (const { email, roles } of CAST) {
    const person = people.get(email);
    const role = roles[slug];
    if (person && role) await setMember(business.id, person.id, role);
  }
  const books = ledger({ ...actor, userName: owner.name });
  await books.change((open) => describeBusiness(open, details).then(() => null));
  const stage: Stage = {
    books,
    ago: (days) => addDays(actor.today, -days),
    owner: { userId: owner.id, name: owner.name },
  };
  await tell(stage);
}

try {
  await seed();
} finally {
  await closePool();
}
