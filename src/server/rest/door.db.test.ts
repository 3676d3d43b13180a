// Every route of the API, found in its table: as each scope, without a key, twice, and with what isn't asked for. Each answer
// is held against what the document says of it.
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { closePool } from "@/db/client.ts";
import { API_SCOPES } from "@/domain/business/api-scopes.ts";
import { setClock } from "../clock.ts";
import { queue } from "../jobs/queue.ts";
import { procedures } from "../testing/fixture-caller.ts";
import { FILES } from "../testing/fixture-imports.ts";
import { INPUTS, openShop, prepare, type Shop } from "../testing/fixture-shop.ts";
import { ask, commandsOf, keyOfShop, problemOf, sentTo } from "../testing/rest-caller.ts";
import { table, type Entry } from "./table.ts";
import { wireShape } from "./wire-shape.ts";

let shop = undefined as unknown as Shop;
let all = "";
const keys = new Map<string, string>();
beforeAll(async () => {
  setClock("2026-06-30T12:00:00Z");
  shop = await openShop();
  all = await keyOfShop(shop);
  for (const scope of API_SCOPES) keys.set(scope, await keyOfShop(shop, [scope]));
});
afterAll(async () => {
  setClock(null);
  await (await queue()).stop({ graceful: false });
  await closePool();
});

const named = table().map((entry) => [`${entry.route.method} ${entry.route.path}`, entry] as const);
const shapeOf = ({ answer }: Entry) => z.fromJSONSchema(answer ? wireShape(answer.shape) : {});
const commands = () => commandsOf(shop);

test("every route has an input to try it with, and a scope that a key can be given", () => {
  const scopes: readonly string[] = API_SCOPES;
  for (const [name, { route, permission }] of named) {
    const isTried = route.procedure in (route.receive ? FILES : INPUTS);
    const behind = route.receive ?? procedures[route.procedure]?._def.meta;
    expect([name, behind?.permission]).toEqual([name, permission]);
    expect([name, scopes.includes(permission), isTried]).toEqual([name, true, true]);
  }
  const used: ReadonlySet<string | undefined> = new Set(
    named.flatMap(([, { permission, route }]) => [permission, route.alsoTakes]),
  );
  expect(scopes.filter((scope) => !used.has(scope))).toEqual([]);
});

test("no two routes are one", () => {
  const places = named.map(([name]) => name.replace(/\{\w+\}/g, "{}"));
  expect(new Set(places).size).toBe(places.length);
});

describe.each(named)("%s", (_name, entry) => {
  const { permission, fieldsIn, route } = entry;

  test("answers a key of its scope as the document says", async () => {
    await prepare(shop, route.procedure);
    // Money is handed out only by who may refund.
    const key = route.procedure === "receipts.recordReturn" ? all : keys.get(permission);
    const answer = await ask(entry, sentTo(entry, shop), { key: key ?? null });
    if (route.draw) {
      expect([answer.status, route.files]).toEqual([
        200,
        expect.arrayContaining([answer.headers.get("content-type")]),
      ]);
      return;
    }
    const body: unknown = await answer.json();
    expect([answer.status, body]).toEqual([route.creates ? 201 : 200, expect.anything()]);
    expect(shapeOf(entry).parse(body)).toEqual(body);
    expect(answer.headers.get("cache-control")).toBe("no-store");
    expect(answer.headers.get("ratelimit")).toMatch(/^"key";r=\d+;t=\d+$/);
  });

  test("refuses a key of any other scope, and nothing is done", async () => {
    const before = await commands();
    for (const [scope, key] of keys) {
      if (scope === permission) continue;
      const answer = await ask(entry, sentTo(entry, shop), { key });
      const told = { status: answer.status, ...(await problemOf(answer)) };
      expect([scope, told]).toMatchObject([scope, { status: 403, code: "not-allowed", scope: permission }]);
    }
    expect(await commands()).toBe(before);
  });

  test("without a key, with a mangled one or with a colleague's session, nobody is asking", async () => {
    for (const key of [null, "onaccount_x", `${all}x`]) {
      const answer = await ask(entry, sentTo(entry, shop), { key, headers: { cookie: `session=${all}` } });
      expect(answer.headers.get("www-authenticate")).toMatch(/^Bearer/);
      expect(await problemOf(answer)).toMatchObject({ status: 401, code: "no-key" });
    }
  });

  test("a field that nobody asked for is refused by its name", async () => {
    const sent = sentTo(entry, shop);
    for (const field of ["org_id", "limitCents", "command_key", "__proto__"]) {
      const extra = Object.fromEntries([[field, "1"]]);
      const inBody = fieldsIn === "body";
      const query = inBody ? {} : Object.fromEntries([...Object.entries(sent.query), [field, "1"]]);
      const body = inBody
        ? JSON.parse(
            JSON.stringify(sent.body).replace(
              /}$/,
              `${Object.keys(sent.body).length > 0 ? "," : ""}"${field}":"1"}`,
            ),
          )
        : {};
      const answer = await ask(entry, { ...sent, query, body }, { key: all });
      const told = await problemOf(answer);
      expect([extra, told]).toMatchObject([extra, { status: 400, code: "invalid" }]);
    }
  });
});

describe.each(named.filter(([, { isChange }]) => isChange))("%s", (_name, entry) => {
  test("is done once for a key, and refused for another body", async () => {
    const { route } = entry;
    await prepare(shop, route.procedure);
    const sent = sentTo(entry, shop);
    const how = { key: all, idempotencyKey: randomUUID() };
    const first = await ask(entry, sent, how);
    const before = await commands();
    const again = await ask(entry, sent, how);
    expect([again.status, await again.json()]).toEqual([first.status, await first.json()]);
    expect(await commands()).toBe(before);
    const other = await ask(entry, otherThan(entry, sent), how);
    expect(await problemOf(other)).toMatchObject({ status: 409, code: "key-reused" });
    const without = await ask(entry, sent, { key: all, idempotencyKey: null });
    expect(await problemOf(without)).toMatchObject({ status: 400, code: "no-idempotency-key" });
    expect(await commands()).toBe(before);
  });
});

/** The same change of something else. */
function otherThan({ route }: Entry, sent: ReturnType<typeof sentTo>) {
  if (sent.file) return { ...sent, file: Buffer.concat([sent.file, sent.file]) };
  const id = /[\da-f]{8}-[\da-f-]{27}/;
  if (id.test(sent.path)) return { ...sent, path: sent.path.replace(id, randomUUID()) };
  if (/\/\d+\//.test(sent.path)) return { ...sent, path: sent.path.replace(/\/\d+\//, "/987654321/") };
  const body = JSON.stringify(sent.body);
  const other = id.test(body)
    ? body.replace(id, randomUUID())
    : body.replace(/"(name|customer)":"/, '"$1":"X');
  if (other === body) throw new Error(`${route.path} has nothing to change`);
  return { ...sent, body: JSON.parse(other) as Record<string, unknown> };
}
