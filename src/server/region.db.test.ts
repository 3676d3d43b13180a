// How a business writes is decided in its books and kept in the directory: carried over when the books have committed, once
// more when the command is repeated, and by the night where neither came to be.
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readBooks } from "@/books/open.ts";
import { businessBySlug, keepRegion } from "@/db/directory/businesses.ts";
import { closePool } from "@/db/client.ts";
import { present } from "@/domain/assert.ts";
import { readSettings } from "@/books/business/settings.ts";
import { runNightlyJob } from "./jobs/nightly.ts";
import { queue } from "./jobs/queue.ts";
import { answerOf } from "./testing/fixture-caller.ts";
import { asMember, call, openShop, type Shop } from "./testing/fixture-shop.ts";

let shop = undefined as unknown as Shop;
beforeAll(async () => {
  shop = await openShop();
});
afterAll(async () => {
  await (await queue()).stop({ graceful: false });
  await closePool();
});

const BERLIN = { locale: "de-DE", country: "DE", zone: "Europe/Berlin" };
const US = { locale: "en-US", country: "US", zone: "UTC" };
const kept = async () => {
  const { locale, country, zone } = present(await businessBySlug(shop.slug), "it is there");
  return { locale, country, zone };
};
const owner = async () => present((await asMember(shop, "owner")).member, "the owner is a member");
const settings = async () => readBooks(await owner(), readSettings);

test("what was saved is what the next page shows, and the next paper is of that size", async () => {
  const { version } = await settings();
  const input = { commandKey: randomUUID(), version, ...BERLIN, paper: "A4", language: "de" };
  await call(await asMember(shop, "owner"), "settings.changeRegion", input);
  expect(await kept()).toEqual(BERLIN);
  expect(await settings()).toMatchObject({ paper: "A4", language: "de" });
  const here = (await call(await asMember(shop, "owner"), "session.here", undefined)) as { org: object };
  expect(here.org).toMatchObject(BERLIN);
  // The directory was away, and the person presses Save again: the first answer, and the directory hears of it.
  await keepRegion(await owner(), US);
  await call(await asMember(shop, "owner"), "settings.changeRegion", input);
  expect(await kept()).toEqual(BERLIN);
});

test("a change that others were faster with changes neither", async () => {
  const { version } = await settings();
  const late = { commandKey: randomUUID(), version: version - 1, ...US, paper: "LETTER", language: "en" };
  const answer = JSON.stringify(await answerOf(await asMember(shop, "owner"), "settings.changeRegion", late));
  expect(answer).toContain("changed-meanwhile");
  expect(await kept()).toEqual(BERLIN);
  expect(await settings()).toMatchObject({ paper: "A4", language: "de" });
});

test("what the process died over, the night carries over", async () => {
  await keepRegion(await owner(), US);
  await runNightlyJob(await queue(), present(await businessBySlug(shop.slug), "it is there"));
  expect(await kept()).toEqual(BERLIN);
});

test("what is printed from then on is in the language that was chosen; no other is taken", async () => {
  const viewer = await asMember(shop, "viewer");
  const { receiptId } = shop;
  expect(await call(viewer, "receipts.read", { receiptId })).toMatchObject({ business: { language: "de" } });
  const { version } = await settings();
  const input = { commandKey: randomUUID(), version, ...BERLIN, paper: "A4" };
  for (const language of ["it", undefined])
    expect(
      JSON.stringify(
        await answerOf(await asMember(shop, "owner"), "settings.changeRegion", { ...input, language }),
      ),
    ).toContain("BAD_REQUEST");
  expect((await settings()).language).toBe("de");
});

test("a colleague's business is left as it is", async () => {
  const other = await openShop();
  const input = {
    commandKey: randomUUID(),
    version: (await settings()).version,
    ...US,
    paper: "A4",
    language: "de",
  };
  const stranger = await asMember(other, "owner");
  const org = present(stranger.member, "they own theirs");
  expect(org.orgSlug).toBe(other.slug);
  await call(stranger, "settings.changeRegion", { ...input, version: 1 });
  expect(await kept()).toEqual(BERLIN);
});
