// A business that an owner has deleted: closed to everybody at once, opened again by an owner within 30 days, and then
// taken out with everything in it, and nothing of anybody else's.
import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { afterAll, beforeEach, expect, test } from "vitest";
import { TAKEN } from "@/books/business/taken-home.ts";
import { closePool, directoryDb } from "@/db/client.ts";
import { businessById, businessBySlug } from "@/db/directory/businesses.ts";
import { removeClosedBusiness } from "@/db/directory/closing.ts";
import { direct } from "@/db/testing/direct.ts";
import { present } from "@/domain/assert.ts";
import { needed } from "@/env.ts";
import { queue } from "../jobs/queue.ts";
import { noteExport } from "../list-files/list-file.ts";
import { answerOf, as, asMember } from "../testing/fixture-caller.ts";
import { fingerprints } from "../testing/fingerprint.ts";
import { openShop, type Shop } from "../testing/fixture-shop.ts";
import { PASSWORD, mailbox, somewhere } from "../testing/fixtures.ts";
import { close, removeClosed, reopen, type Closing } from "./close-business.ts";
import { myBusinesses } from "./my-businesses.ts";

let shop: Shop;
let box: ReturnType<typeof mailbox>;
const admin = direct(needed("ADMIN_DATABASE_URL"));
beforeEach(async () => {
  box = mailbox();
  shop = await openShop();
});
afterAll(async () => {
  await admin.end();
  await (await queue()).stop({ graceful: false });
  await closePool();
});

type Named = { id: string; name: string; email: string };
const signedIn = ({ id, name, email }: Named) => ({ userId: id, name, email });
const who = ({ id, name }: { id: string; name: string }) => ({ userId: id, name });
const from = () => ({ ...somewhere(), requestId: randomUUID() });
const closing = (role: "owner" | "admin" = "owner", more: Partial<Closing> = {}) =>
  close(
    who(shop.people[role]),
    { slug: shop.slug, name: "Stand-in Supply", without: true, password: PASSWORD, code: "", ...more },
    from(),
  );
const age = (days: number) => admin`
  update directory.orgs set closed_at = now() - make_interval(days => ${days}, secs => 1) where slug = ${shop.slug}`;

test("only an owner closes it, and only by its name", async () => {
  await expect(closing("admin")).rejects.toMatchObject({ code: "not-found" });
  await expect(closing("owner", { name: "Stand-in" })).rejects.toMatchObject({ code: "name-differs" });
  expect(await answerOf(await asMember(shop, "owner"), "customers.list", {})).toHaveProperty("answer");
});

test("not without its books, or a word that nobody needs them; and not by who finds a browser signed in", async () => {
  await expect(closing("owner", { without: false })).rejects.toMatchObject({ code: "books-not-taken" });
  await expect(closing("owner", { password: "not mine" })).rejects.toMatchObject({ code: "password-wrong" });
  expect(await answerOf(await asMember(shop, "owner"), "customers.list", {})).toHaveProperty("answer");
  const { member } = await asMember(shop, "admin");
  // What a colleague took home isn't theirs.
  await noteExport(present(member, "a member"), TAKEN, {});
  await expect(closing("owner", { without: false })).rejects.toMatchObject({ code: "books-not-taken" });
  await noteExport(present((await asMember(shop, "owner")).member, "a member"), TAKEN, {});
  await closing("owner", { without: false });
  expect(await businessById(present(await businessBySlug(shop.slug), "it is there").id)).toBeNull();
});

test("it is closed to everybody at once, its owners hear of it, and an owner alone opens it again", async () => {
  const { id } = present(await businessBySlug(shop.slug), "it is there");
  await closing();
  for (const role of ["owner", "admin", "viewer"] as const)
    expect(await answerOf(await as(shop.people[role], shop.slug), "customers.list", {})).toMatchObject({
      code: "NOT_FOUND",
    });
  expect(await businessById(id)).toBeNull();
  expect(box.mails.at(-1)).toMatchObject({
    to: { address: shop.people.owner.email },
    subject: "Stand-in Supply is closed",
  });
  expect(await myBusinesses(signedIn(shop.people.viewer))).toEqual([]);
  expect(await myBusinesses(signedIn(shop.people.owner))).toMatchObject([
    { goneOn: expect.stringMatching(/^\d{4}-/) },
  ]);
  await expect(reopen(who(shop.people.admin), shop.slug, from())).rejects.toMatchObject({
    code: "not-found",
  });
  await reopen(who(shop.people.owner), shop.slug, from());
  expect(await answerOf(await asMember(shop, "viewer"), "customers.list", {})).toHaveProperty("answer");
});

test("the app can neither shorten the 30 days nor take out what is open or closed for less", async () => {
  const business = present(await businessBySlug(shop.slug), "it is there");
  expect(await removeClosedBusiness(business)).toBe(false);
  await closing();
  await age(29);
  expect(await removeClosedBusiness(business)).toBe(false);
  await expect(
    directoryDb().execute(
      sql`update directory.orgs set closed_at = now() - interval '31 days' where id = ${business.id}::uuid`,
    ),
  ).rejects.toThrow();
});

test("after 30 days nobody opens it again, and the night takes out all of it and nothing else", async () => {
  const other = await openShop();
  const prints = await fingerprints();
  const before = await prints.of([other.slug]);
  await closing();
  await age(30);
  await expect(reopen(who(shop.people.owner), shop.slug, from())).rejects.toMatchObject({
    code: "not-found",
  });
  const { id } = present(await businessBySlug(shop.slug), "it is there");
  await removeClosed();
  expect(await businessBySlug(shop.slug)).toBeNull();
  const tables = await admin<{ name: string }[]>`
    select c.oid::regclass::text as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'org_id'
    where c.relkind in ('r', 'p') and c.relnamespace in ('books'::regnamespace, 'directory'::regnamespace)`;
  for (const { name } of tables)
    expect([name, await admin.unsafe(`select 1 from ${name} where org_id = $1 limit 1`, [id])]).toMatchObject(
      [name, []],
    );
  expect(await prints.of([other.slug])).toBe(before);
  const stale = await admin`select tgname from pg_trigger where tgenabled = 'D'`;
  expect([...stale]).toEqual([]);
  await prints.end();
});
