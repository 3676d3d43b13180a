// Every id in what a program sends, swapped for one of another business and for one that never was: both get the same answer,
// and nothing of either business is changed.
import { randomInt, randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closePool } from "@/db/client.ts";
import { API_SCOPES } from "@/domain/business/api-scopes.ts";
import { setClock } from "../clock.ts";
import { queue } from "../jobs/queue.ts";
import { procedures } from "../testing/fixture-caller.ts";
import { fingerprints, type Fingerprints } from "../testing/fingerprint.ts";
import { INPUTS, openShop, prepare, type Shop } from "../testing/fixture-shop.ts";
import { idPlaces, idsIn, valueAt, withValueAt } from "../testing/input-ids.ts";
import { ask, keyOfShop, sentWith } from "../testing/rest-caller.ts";
import { table, type Entry } from "./table.ts";

let [we, they] = [undefined, undefined] as unknown as [Shop, Shop];
/** Of one scope each, and one of all. */
const keys = new Map<string, string>();
let prints: Fingerprints;
beforeAll(async () => {
  setClock("2026-06-30T12:00:00Z");
  [we, they] = [await openShop(), await openShop("T-1")];
  keys.set("all", await keyOfShop(we));
  for (const scope of API_SCOPES) keys.set(scope, await keyOfShop(we, [scope]));
  prints = await fingerprints();
});
afterAll(async () => {
  setClock(null);
  await prints.end();
  await (await queue()).stop({ graceful: false });
  await closePool();
});

/** But for when a key was used. */
const printed = async () => (await prints.of([we.slug, they.slug])).replace(/directory\.api_keys \w+/, "");

const placesOf = ({ route, inputPlan }: Entry) =>
  idPlaces(procedures[route.procedure]?._def.inputs.at(-1)).filter(
    (place) => place !== "commandKey" && inputPlan.fields.has(place.split(".")[0] ?? ""),
  );

const named = table()
  .filter((entry) => placesOf(entry).length > 0)
  .map((entry) => [`${entry.route.method} ${entry.route.path}`, entry] as const);

const neverWas = (like: unknown) =>
  typeof like === "number"
    ? randomInt(900_000_000, 999_000_000)
    : /^\w-\d+$/.test(String(like))
      ? "Z-404"
      : randomUUID();

test("most routes name something", () => {
  expect(named.length).toBeGreaterThan(table().length / 2);
});

describe.each(named)("%s", (_name, entry) => {
  test("another business's ids are answered like ones that never were, and change nothing", async () => {
    for (const shop of [we, they]) await prepare(shop, entry.route.procedure);
    const input = INPUTS[entry.route.procedure]?.(we);
    const theirs = INPUTS[entry.route.procedure]?.(they);
    const before = await printed();
    const ids = idsIn(input, placesOf(entry));
    expect(ids.length).toBeGreaterThan(0);
    for (const { way, value } of ids) {
      const other = valueAt(theirs, way);
      expect(other).not.toBe(value);
      const [got, never] = [await told(way, other), await told(way, neverWas(value))];
      expect([way, got]).toEqual([way, never]);
      // A key of its one scope hears no more than one of all; where a command takes two, it hears that.
      const alone = keys.get(entry.permission);
      expect([way, await told(way, other, alone)]).toEqual([way, await told(way, neverWas(value), alone)]);
      // A list finds nothing; everything else says no.
      const isNo =
        got.status === 404 ||
        got.status === 422 ||
        (got.status === 200 && /"rows":\[\]|^\[\]$/.test(got.body));
      expect([way, got, isNo]).toEqual([way, got, true]);
    }
    // Any other scope is refused before anything is looked up.
    const [first] = ids;
    for (const [scope, key] of keys) {
      if (!first || scope === "all" || scope === entry.permission) continue;
      const got = await told(first.way, valueAt(theirs, first.way), key);
      expect([scope, got.status]).toEqual([scope, 403]);
    }
    expect(await printed()).toBe(before);

    async function told(way: Parameters<typeof valueAt>[1], id: unknown, key = keys.get("all")) {
      const sent = sentWith(entry, withValueAt(input, way, id));
      const answer = await ask(entry, sent, { key: key ?? null });
      const body = (await answer.text()).replaceAll(String(id), "…");
      return { status: answer.status, body: body.replace(/"request_id":"[^"]*"/, "") };
    }
  });
});
