// A link opens one statement for whoever holds it, and nothing else; looking changes nothing, and every link that
// doesn't open is the same answer.
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readBooks } from "@/books/open.ts";
import { closePool, directoryDb } from "@/db/client.ts";
import { direct } from "@/db/testing/direct.ts";
import { resolveStatementLink } from "@/db/directory/statement-links.ts";
import { needed } from "@/env.ts";
import { setClock } from "./clock.ts";
import { LIMITS } from "./auth/limits.ts";
import { openShared } from "./shared-paper.ts";
import { INPUTS, asMember, call, openShop, type Shop } from "./testing/fixture-shop.ts";
import { somewhere } from "./testing/fixtures.ts";
import { newToken, tokenHash } from "./auth/tokens.ts";

let shop: Shop;
beforeAll(async () => {
  setClock("2026-06-30T12:00:00Z");
  shop = await openShop();
});
afterAll(async () => {
  setClock(null);
  await closePool();
});

async function share(): Promise<string> {
  const made = await call(
    await asMember(shop, "owner"),
    "statements.share",
    INPUTS["statements.share"]?.(shop),
  );
  return (made as { url: string }).url.split("/s/")[1] ?? "";
}
/** As the owner of the tables: the app can't turn a link's clock. */
async function asOwner(statement: string): Promise<void> {
  const owner = direct(needed("MIGRATOR_DATABASE_URL"));
  await owner.begin((tx) => tx.unsafe(`set local role onaccount_owner; ${statement}`));
  await owner.end();
}
async function openStatement(token: string) {
  const shared = await openShared(token, somewhere());
  if (shared.kind !== "statement") throw new Error("it opens a statement");
  return shared;
}

const gone = { name: "Refusal", code: "link-gone", details: {} };

test("it opens the statement as it was issued, for anyone, as often as they like", async () => {
  const token = await share();
  const first = await openStatement(token);
  const second = await openStatement(token);
  expect(first.issued).toMatchObject({
    statementId: shop.statementId,
    number: "S-00001",
    customerName: "Greenleaf",
  });
  expect(second.issued).toEqual(first.issued);
  expect(first.actor).toMatchObject({
    kind: "link",
    role: null,
    userId: null,
    paper: { kind: "statement", id: shop.statementId },
  });
});

test("looking changes nothing", async () => {
  const token = await share();
  const rows = () =>
    Promise.all([
      directoryDb().execute(
        sql`select id, expires_at, revoked_at from directory.statement_links order by id`,
      ),
      asMember(shop, "owner").then(
        ({ member }) =>
          member &&
          readBooks(member, ({ tx }) =>
            tx.execute(
              sql`select (select count(*) from books.commands) as c, (select count(*) from books.audit_entries) as a, (select count(*) from books.outbox) as o`,
            ),
          ),
      ),
    ]);
  const before = JSON.stringify(await rows());
  await openShared(token, somewhere());
  expect(JSON.stringify(await rows())).toBe(before);
});

test("unknown, mangled, expired and withdrawn links answer alike", async () => {
  const [expired, withdrawn] = [await share(), await share()];
  await asOwner(
    `update directory.statement_links set expires_at = now() where token_hash = '\\x${tokenHash(expired).toString("hex")}'`,
  );
  await asOwner(
    `update directory.statement_links set revoked_at = now() where token_hash = '\\x${tokenHash(withdrawn).toString("hex")}'`,
  );
  const mangled = [
    "",
    "x",
    "a".repeat(43),
    "a".repeat(10_000),
    `${expired} `,
    "' or true --",
    "\0".repeat(43),
    "%00",
    "../../x",
  ];
  for (const token of [newToken(), expired, withdrawn, ...mangled])
    await expect(openShared(token, somewhere())).rejects.toMatchObject(gone);
});

test("withdrawing ends every link of the statement, once", async () => {
  const [one, two] = [await share(), await share()];
  const owner = await asMember(shop, "owner");
  const withdrawn = (await call(owner, "statements.withdraw", INPUTS["statements.withdraw"]?.(shop))) as {
    withdrawn: number;
  };
  expect(withdrawn.withdrawn).toBeGreaterThanOrEqual(2);
  for (const token of [one, two]) await expect(openShared(token, somewhere())).rejects.toMatchObject(gone);
  await expect(
    call(owner, "statements.withdraw", INPUTS["statements.withdraw"]?.(shop)),
  ).rejects.toMatchObject({ cause: { code: "link-gone" } });
  // A new link is a new one.
  expect((await openStatement(await share())).issued.number).toBe("S-00001");
});

test("only the hash is kept, and a link lasts thirty days", async () => {
  const token = await share();
  expect(token).toMatch(/^[\w-]{43}$/);
  expect(await resolveStatementLink(tokenHash(token))).toMatchObject({
    opens: { kind: "statement", id: shop.statementId },
  });
  const rows = await directoryDb().execute<{ days: number }>(sql`
    select extract(day from expires_at - created_at)::int as days from directory.statement_links
    where statement_id = ${shop.statementId}::uuid order by created_at desc limit 1`);
  expect(rows[0]?.days).toBe(30);
});

test("guessing is slowed: so many tries for a network, and so many for one link", async () => {
  const codes = async (count: number, knock: () => Promise<unknown>) => {
    const tries = await Promise.allSettled(Array.from({ length: count + 5 }, knock));
    const told = tries.map((each) =>
      each.status === "rejected" ? (each.reason as { code: string }).code : "open",
    );
    return [
      told.filter((code) => code === "link-gone").length,
      told.filter((code) => code === "too-many").length,
    ];
  };
  const [from, token] = [somewhere(), newToken()];
  const [ofNetwork, ofLink] = [LIMITS["statement-link:network"].most, LIMITS["statement-link:token"].most];
  expect(await codes(ofNetwork, () => openShared(newToken(), from))).toEqual([ofNetwork, 5]);
  expect(await codes(ofLink, () => openShared(token, somewhere()))).toEqual([ofLink, 5]);
});

test("a link's holder is no member: the doors don't know them", async () => {
  const { actor } = await openShared(await share(), somewhere());
  const context = { user: null, member: null, from: somewhere() };
  await expect(call(context, "statements.read", { statementId: actor.paper.id })).rejects.toMatchObject({
    code: "UNAUTHORIZED",
  });
});
