// Every id in the input of every procedure, however deep, swapped for the same kind of id of another business, for a
// neighbour's on the same books, and for one that never was: all three get the same answer, and nothing changes.
import { randomInt, randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closePool } from "@/db/client.ts";
import { PERMISSIONS, type Role } from "@/domain/permission.ts";
import { setClock } from "./clock.ts";
import { queue } from "./jobs/queue.ts";
import { answerOf } from "./testing/fixture-caller.ts";
import { fingerprints, type Fingerprints } from "./testing/fingerprint.ts";
import {
  INPUTS,
  asMember,
  neighbourOf,
  openShop,
  paths,
  prepare,
  procedures,
  type Shop,
} from "./testing/fixture-shop.ts";
import { idPlaces, idsIn, unsaidIds, valueAt, withValueAt, type Way } from "./testing/input-ids.ts";

/** We ask; next door are others on our books; they are another business. */
let [we, nextDoor, they] = [undefined, undefined, undefined] as unknown as [Shop, Shop, Shop];
let prints: Fingerprints;
beforeAll(async () => {
  setClock("2026-06-30T12:00:00Z");
  [we, they] = [await openShop(), await openShop("T-1")];
  nextDoor = await neighbourOf(we);
  // Who asks is a member before anything is compared.
  await asMember(we, "project-manager");
  prints = await fingerprints();
});
afterAll(async () => {
  setClock(null);
  await prints.end();
  await (await queue()).stop({ graceful: false });
  await closePool();
});

const inputOf = (path: string, shop: Shop) => INPUTS[path]?.(shop);
/** A command's own key names nothing; a question about one asks for it. */
const placesOf = (path: string) =>
  idPlaces(procedures[path]?._def.inputs.at(-1)).filter(
    (place) => place !== "commandKey" || procedures[path]?._def.type !== "mutation",
  );
const withIds = paths.filter((path) => placesOf(path).length > 0);

test("every id that a shape knows is in the input that is tried", () => {
  const untried = withIds.flatMap((path) => {
    const input = inputOf(path, we);
    return placesOf(path)
      .filter((place) => idsIn(input, [place]).length === 0)
      .map((place) => `${path}: ${place}`);
  });
  expect(untried).toEqual([]);
});

test("nothing else in those inputs looks like an id", () => {
  const numbers = [we.itemId, we.eventId, we.creditId];
  const unsaid = paths.flatMap((path) =>
    unsaidIds(inputOf(path, we), [...placesOf(path), "commandKey"], numbers).map(
      (place) => `${path}: ${place}`,
    ),
  );
  expect(unsaid).toEqual([]);
});

type Id = string | number;
const neverWas = (like: Id): Id =>
  typeof like === "number"
    ? randomInt(900_000_000, 999_000_000)
    : /^\w-\d+$/.test(like)
      ? "Z-404"
      : randomUUID();

/** Other ids in some places of an input. */
type Swap = { at: Way; id: Id }[];

/** What is answered to an input with other ids in it, those ids themselves left out. */
async function answerTo(path: string, input: unknown, swap: Swap, role: Role = "owner"): Promise<string> {
  const asked = swap.reduce((changed, { at, id }) => withValueAt(changed, at, id), anew(path, input));
  const answer = JSON.stringify(await answerOf(await asMember(we, role), path, asked));
  return swap.reduce((told, { id }) => told.replaceAll(String(id), "…"), answer);
}

/** Another command, with the same content. */
const anew = (path: string, input: unknown): unknown =>
  procedures[path]?._def.type === "mutation" &&
  input !== null &&
  typeof input === "object" &&
  "commandKey" in input
    ? { ...input, commandKey: randomUUID() }
    : input;

/** An account or a payment stands beside it: then every other id is of a part of that account. */
const OWNERS = ["accountId", "paymentId"];

/** Each id alone, for another business's; and what is said to be of our account, alone and together, for others'. */
function swapsFor(path: string): Swap[] {
  const [ours, near, theirs] = [we, nextDoor, they].map((shop) => inputOf(path, shop));
  const ids = idsIn(ours, placesOf(path));
  const from = (input: unknown, { way }: { way: Way }) => ({ at: way, id: valueAt(input, way) as Id });
  const named = ids.filter(({ value }) => value === we.customerId);
  const owned = (way: Way) => OWNERS.includes(String(way.at(-1)));
  const parts = ids.some(({ way }) => owned(way)) ? ids.filter(({ way }) => !owned(way)) : [];
  const nearby = parts.filter(({ way, value }) => valueAt(near, way) !== value);
  return [
    ...ids.map((each) => [from(theirs, each)]),
    ...named.map(({ way }) => [{ at: way, id: they.customerNumber }]),
    ...nearby.map((each) => [from(near, each)]),
    ...(parts.length > 1 ? [parts.map((each) => from(theirs, each))] : []),
    ...(nearby.length > 1 ? [nearby.map((each) => from(near, each))] : []),
  ];
}

const OF_JOBS: ReadonlySet<string> = new Set(
  Object.entries(PERMISSIONS).flatMap(([permission, roles]) =>
    (roles as readonly Role[]).includes("project-manager") ? [permission] : [],
  ),
);
/** A line for each table, so that the one that changed is named. */
const printed = async () => (await prints.of([we.slug, they.slug])).match(/\S+ \S+/g);
const isOfJobs = (path: string) => OF_JOBS.has(procedures[path]?._def.meta?.permission ?? "");

describe.each(withIds)("%s", (path) => {
  const changes = procedures[path]?._def.type === "mutation";

  test("others' ids and ones that never were are answered alike, and change nothing", async () => {
    for (const shop of [we, nextDoor, they]) await prepare(shop, path);
    const input = inputOf(path, we);
    const before = await printed();
    const answers: string[] = [];
    const nearby = new Set(idsIn(inputOf(path, nextDoor), placesOf(path)).map(({ value }) => value));
    for (const swap of swapsFor(path)) {
      for (const { at, id } of swap) expect([at, id]).not.toEqual([at, valueAt(input, at)]);
      const got = await answerTo(path, input, swap);
      const never = swap.map(({ at, id }) => ({ at, id: neverWas(id) }));
      expect([swap, got]).toEqual([swap, await answerTo(path, input, never)]);
      // Whoever works on their own jobs alone isn't told whose job it is; those next door are theirs, too.
      if (isOfJobs(path) && !swap.some(({ id }) => nearby.has(id))) {
        const [told, untold] = [
          await answerTo(path, input, swap, "project-manager"),
          await answerTo(path, input, never, "project-manager"),
        ];
        expect([swap, told]).toEqual([swap, untold]);
      }
      // Not every door takes a customer's number.
      if (swap[0]?.id === they.customerNumber && got.includes('"BAD_REQUEST"')) continue;
      expect([swap, got]).not.toEqual([swap, expect.stringMatching(/INTERNAL_SERVER_ERROR|BAD_REQUEST/)]);
      if (changes) expect([swap, got]).toEqual([swap, expect.stringContaining('"refusal":["')]);
      answers.push(got);
    }
    expect(await printed()).toEqual(before);
    // Nothing but the ids was in the way.
    const answer = JSON.stringify(await answerOf(await asMember(we, "owner"), path, input));
    expect(answer).toMatch(/^{"answer":/);
    for (const got of answers) expect(got).not.toBe(answer);
  });
});

test("a customer is found by id and by number alike", async () => {
  const owner = await asMember(we, "owner");
  const byNumber = withIds.flatMap((path) =>
    procedures[path]?._def.type === "query"
      ? idsIn(inputOf(path, we), placesOf(path))
          .filter(({ value }) => value === we.customerId)
          .map(({ way }) => ({ path, way }))
      : [],
  );
  const found: string[] = [];
  for (const { path, way } of byNumber) {
    const [byId, byName] = [
      await answerOf(owner, path, inputOf(path, we)),
      await answerOf(owner, path, withValueAt(inputOf(path, we), way, we.customerNumber)),
    ];
    if (JSON.stringify(byName).includes("BAD_REQUEST")) continue;
    expect([path, byName]).toEqual([path, byId]);
    found.push(path);
  }
  expect(found.length).toBeGreaterThan(5);
});
