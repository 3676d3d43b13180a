// Every procedure, called as everybody: each role, a stranger from another business, and nobody. What ids a stranger
// may name is tried in doors-ids.db.test.ts.
import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readBooks } from "@/books/open.ts";
import { removeMember } from "@/db/directory/members.ts";
import { closePool } from "@/db/client.ts";
import { PERMISSIONS, ROLES, mayDo, type Permission } from "@/domain/permission.ts";
import { tenantOf } from "./actor.ts";
import { setClock } from "./clock.ts";
import { queue } from "./jobs/queue.ts";
import { answerOf } from "./testing/fixture-caller.ts";
import { DOORS } from "./testing/fixture-doors.ts";
import {
  INPUTS,
  as,
  asMember,
  call,
  openShop,
  paths,
  prepare,
  procedures,
  type Shop,
} from "./testing/fixture-shop.ts";

let [ours, theirs] = [undefined, undefined] as unknown as [Shop, Shop];
beforeAll(async () => {
  setClock("2026-06-30T12:00:00Z");
  [ours, theirs] = [await openShop(), await openShop()];
});
afterAll(async () => {
  setClock(null);
  await (await queue()).stop({ graceful: false });
  await closePool();
});

test("every procedure has its door and an input to try it with", () => {
  const doors = Object.fromEntries(paths.map((path) => [path, procedures[path]?._def.meta?.permission]));
  expect(doors).toEqual(DOORS);
  expect(Object.keys(INPUTS).sort()).toEqual([...paths].sort());
});

const inputOf = (path: string, shop: Shop) => INPUTS[path]?.(shop);
const commands = (shop: Shop) => rowsOf(shop, "commands");
async function rowsOf(shop: Shop, table: string): Promise<number> {
  const { member } = await asMember(shop, "owner");
  if (!member) throw new Error("the owner is a member");
  const [row] = await readBooks(member, ({ tx }) =>
    tx.execute<{ count: number }>(sql`select count(*)::int as count from ${sql.raw(`books.${table}`)}`),
  );
  return row?.count ?? 0;
}

describe.each(paths)("%s", (path) => {
  test.each(ROLES)("as %s: what the table says", async (role) => {
    await prepare(ours, path);
    const before = await commands(ours);
    const got = await answerOf(await asMember(ours, role), path, inputOf(path, ours));
    if (mayDo(role, DOORS[path] as Permission)) {
      expect(got).toHaveProperty("answer");
    } else {
      expect(got).toMatchObject({ code: "FORBIDDEN", refusal: ["not-allowed", { permission: DOORS[path] }] });
      expect(await commands(ours)).toBe(before);
    }
  });

  test("signed out, it isn't answered; to a stranger the business isn't there", async () => {
    expect(await answerOf(await as(null, ours.slug), path, inputOf(path, ours))).toMatchObject({
      code: "UNAUTHORIZED",
    });
    const stranger = await answerOf(await as(theirs.people.owner, ours.slug), path, inputOf(path, ours));
    const nowhere = await answerOf(
      await as(theirs.people.owner, "no-such-business"),
      path,
      inputOf(path, ours),
    );
    expect(stranger).toMatchObject({ code: "NOT_FOUND", refusal: ["not-found", {}] });
    expect(stranger).toEqual(nowhere);
  });

  test("fields that nobody asked for are refused, and nothing is done", async () => {
    const before = await commands(ours);
    const owner = await asMember(ours, "owner");
    // A job has a limit of its own; its verb asks who may set it.
    const limit = path.startsWith("jobs.") ? [] : [{ limitCents: 1e9 }];
    // Whoever changes the people asks for a role.
    const role = /^people\.(invite|changeRole)$/.test(path) ? [] : [{ role: "owner" }];
    for (const extra of [...limit, ...role, { tenantId: theirs.slug }, { org_id: randomUUID() }, { id: 1 }]) {
      const input = { ...(inputOf(path, ours) as object | undefined), ...extra };
      if (path === "session.here") continue; // takes no input: there is nothing that an extra field could reach
      expect(await answerOf(owner, path, input)).toMatchObject({ code: "BAD_REQUEST" });
    }
    expect(await commands(ours)).toBe(before);
  });

  test("text that no database can hold is a bad request, not a fault of ours", async () => {
    const owner = await asMember(ours, "owner");
    const input = (inputOf(path, ours) ?? {}) as Record<string, unknown>;
    const before = await commands(ours);
    for (const [name] of Object.entries(input).filter(([, value]) => typeof value === "string"))
      for (const text of ["a\u0000bcdefgh", "\ud800 alone here"]) {
        const got = await answerOf(owner, path, { ...input, [name]: text });
        expect([name, "code" in got && got.code]).not.toEqual([name, "INTERNAL_SERVER_ERROR"]);
      }
    expect(await commands(ours)).toBe(before);
  });

  test("no answer tells more than a person may know", async () => {
    await prepare(ours, path);
    const answer = JSON.stringify(
      (await answerOf(await asMember(ours, "owner"), path, inputOf(path, ours))) ?? null,
    );
    expect(answer).not.toMatch(/"(org_?id|\w*hash|\w*salt|\w*digest|\w*token\w*|password\w*)"/i);
  });
});

test("every permission that a door takes is somebody's, and a viewer changes nothing", () => {
  for (const permission of Object.values(DOORS)) expect(PERMISSIONS[permission].length).toBeGreaterThan(0);
  const changing = paths.filter((path) => procedures[path]?._def.type === "mutation");
  expect(changing.filter((path) => mayDo("viewer", DOORS[path] as Permission))).toEqual([]);
});

test("a role taken away is gone with the next call", async () => {
  const shop = await openShop();
  const clerk = shop.people.clerk;
  expect(await answerOf(await as(clerk, shop.slug), "customers.list", {})).toHaveProperty("answer");
  const { member } = await asMember(shop, "owner");
  if (member) await removeMember(tenantOf(member), clerk.id);
  expect(await answerOf(await as(clerk, shop.slug), "customers.list", {})).toMatchObject({
    code: "NOT_FOUND",
  });
});

test("the same command twice is one thing done and one answer", async () => {
  const owner = await asMember(ours, "owner");
  const input = { commandKey: randomUUID(), name: "Once Only" };
  const before = await rowsOf(ours, "customers");
  const first = await call(owner, "customers.create", input);
  expect(await call(owner, "customers.create", input)).toEqual(first);
  expect(await rowsOf(ours, "customers")).toBe(before + 1);
  const other = await answerOf(owner, "customers.create", { ...input, name: "Something else" });
  expect(other).toMatchObject({ code: "CONFLICT", refusal: ["key-reused", {}] });
});
