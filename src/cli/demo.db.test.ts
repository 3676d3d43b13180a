// The demo taken out of a database again: all of it, nothing of anybody else's, and the guards stand as before.
import { execFile } from "node:child_process";
import path from "node:path";
import { promisify } from "node:util";
import { afterEach, expect, test, vi } from "vitest";
import { businessBySlug } from "@/db/directory/businesses.ts";
import { setMember } from "@/db/directory/members.ts";
import { personByEmail } from "@/db/directory/people.ts";
import { withOwnDatabase } from "@/db/own-database.ts";
import { direct } from "@/db/testing/direct.ts";
import { env, needed } from "@/env.ts";
import { byPassword } from "@/server/auth/sign-in.ts";
import { openShop } from "@/server/testing/fixture-shop.ts";
import { somewhere } from "@/server/testing/fixtures.ts";
import { fingerprints } from "@/server/testing/fingerprint.ts";
import { demoCommand } from "./commands/demo.ts";
import { CAST, DEMO_PASSWORD } from "./demo-cast.mjs";
import { toolEnv } from "./toolchain.mjs";

const ROOT = path.join(import.meta.dirname, "../..");
const { MIGRATOR_DATABASE_URL } = env();
afterEach(() => {
  env().MIGRATOR_DATABASE_URL = MIGRATOR_DATABASE_URL;
  vi.restoreAllMocks();
});

async function tellStory(appUrl: string): Promise<void> {
  const words = ["--import", "./src/cli/typescript.mjs", "src/cli/seed.ts"];
  await promisify(execFile)(process.execPath, words, {
    cwd: ROOT,
    env: toolEnv({ DATABASE_URL: appUrl }),
  });
}

async function demoRemove(...args: string[]): Promise<string> {
  let said = "";
  vi.spyOn(console, "log").mockImplementation((text: string) => void (said += `${text}\n`));
  await demoCommand().parseAsync(["remove", ...args], { from: "user" });
  return said;
}

test("the demo goes whole, and only the demo", async () => {
  await withOwnDatabase("onaccount_demo", async (adminUrl) => {
    const at = (name: "DATABASE_URL" | "MIGRATOR_DATABASE_URL") =>
      Object.assign(new URL(needed(name)), { pathname: new URL(adminUrl).pathname }).href;
    await tellStory(at("DATABASE_URL"));
    env().MIGRATOR_DATABASE_URL = at("MIGRATOR_DATABASE_URL");
    const shop = await openShop();
    const business = await businessBySlug(shop.slug);
    const dana = await personByEmail("dana@both.example");
    await setMember(business?.id ?? "", dana?.id ?? "", "viewer");
    const admin = direct(adminUrl);
    expect(await heldByJob(admin)).toEqual(HELD);
    expect(await openConditions(admin)).toEqual(WAITS);
    expect(await troubled(admin)).toEqual([1, 1]);
    const prints = await fingerprints(adminUrl);
    const [neighbour, demo] = [[shop.slug], ["hillside", "granite"]];
    const before = { neighbour: await prints.of(neighbour), demo: await prints.of(demo) };

    const told = await demoRemove();
    expect(told).toMatch(
      /Hillside Supply \(\/hillside\): \d+ customers, \d+ events, \d+ statements; [\d,]+ rows/,
    );
    expect(told).toMatch(/owner@hillside.example, with the published password\n/);
    expect(told).toContain("Nothing was removed.");
    expect({ neighbour: await prints.of(neighbour), demo: await prints.of(demo) }).toEqual(before);

    const ids = (await admin<{ id: string }[]>`select id from directory.orgs where slug = any(${demo})`).map(
      ({ id }) => id,
    );
    const done = await demoRemove("--yes");
    expect(done).toContain(`dana@both.example belongs to ${shop.slug} as well`);
    expect(await prints.of(neighbour)).toBe(before.neighbour);
    expect(await leftOf(admin, ids)).toEqual([]);
    for (const { email } of CAST)
      expect(await byPassword(email, DEMO_PASSWORD, somewhere()), email).toBeNull();
    expect((await personByEmail("dana@both.example"))?.passwordHash).toBeNull();
    expect(await personByEmail("owner@hillside.example")).toBeNull();
    // As the owner of the tables: facts are only added, as ever.
    await expect(
      admin.begin((tx) => tx.unsafe("set local role onaccount_owner; delete from books.events")),
    ).rejects.toMatchObject({ code: "OA002" });
    const off = await admin`select tgname from pg_trigger where not tgisinternal and tgenabled = 'D'`;
    expect([...off]).toEqual([]);
    expect(await demoRemove("--yes")).toContain("dana@both.example");
    await Promise.all([prints.end(), admin.end()]);
  });
}, 120_000);

/** Of each job of the contractor, as the walk of the README says it: withheld, billed of it, owed, held. */
const HELD = [
  ["2409", "closed", 1_125_00, 1_125_00, 0, 0],
  ["2514", "complete", 6_400_00, 3_200_00, 3_200_00, 3_200_00],
  ["2601", "open", 9_338_00, 0, 49_392_00, 9_338_00],
];

/** How many lines wait for what. */
const WAITS = [
  ["close-out", 2],
  ["completion", 4],
  ["waiver", 4],
];

/** The contractor's invoices that are disputed, and those that were voided and issued anew. */
const troubled = async (admin: ReturnType<typeof direct>): Promise<unknown> => {
  const [counts] = await admin
    .unsafe(`
    select count(*) filter (where d.disputed)::int, count(*) filter (where exists (
      select from books.events r where r.org_id = v.org_id and r.reverses = v.event_number))::int
    from books.invoices d join directory.orgs o on o.id = d.org_id and o.slug = 'granite'
    left join books.invoices v on v.org_id = d.org_id and v.id = d.corrects`)
    .values();
  return counts;
};

const openConditions = async (admin: ReturnType<typeof direct>): Promise<unknown[]> =>
  admin
    .unsafe(
      "select kind, count(*)::int from books.release_conditions where met_on is null group by 1 order by 1",
    )
    .values();

const heldByJob = async (admin: ReturnType<typeof direct>): Promise<unknown[]> =>
  admin
    .unsafe(`
    select j.number, j.status, sum(r.withheld)::int, sum(r.released)::int, j.exposure::int, sum(r.withheld - r.released)::int
    from books.jobs j join books.invoices d on d.job_id = j.id
    cross join lateral (
      select coalesce(sum(r.amount) filter (where k.kind = 'invoice'), 0) as withheld,
        coalesce(- sum(r.amount) filter (where k.kind <> 'invoice'), 0) as released
      from books.retainage r join books.events e on e.number = r.event_number and e.org_id = r.org_id
      left join books.events v on v.number = e.reverses and v.org_id = r.org_id
      cross join lateral (select coalesce(v.kind, e.kind) as kind) k
      where r.org_id = d.org_id and r.invoice_id = d.id) r
    group by j.org_id, j.id order by j.number`)
    .values();

/** Every table that names a business, and still one of these. */
async function leftOf(admin: ReturnType<typeof direct>, ids: readonly string[]): Promise<string[]> {
  const tables = await admin<{ name: string }[]>`
    select c.oid::regclass::text as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'org_id'
    where c.relkind in ('r', 'p') and c.relnamespace in ('books'::regnamespace, 'directory'::regnamespace)`;
  const left: string[] = [];
  for (const { name } of tables) {
    const rows = await admin.unsafe(`select 1 from ${name} where org_id = any($1) limit 1`, [[...ids]]);
    if (rows.length > 0) left.push(name);
  }
  return left;
}

test("a business of somebody else's that has a demo's name is left alone", async () => {
  await withOwnDatabase("onaccount_demo_name", async (adminUrl) => {
    env().MIGRATOR_DATABASE_URL = adminUrl;
    const shop = await openShop();
    const admin = direct(adminUrl);
    await admin`update directory.orgs set slug = 'hillside' where slug = ${shop.slug}`;
    expect(await demoRemove("--yes")).toBe("There is nothing of the demo here.\n");
    expect(await businessBySlug("hillside")).not.toBeNull();
    await admin.end();
  });
}, 120_000);
