// A fresh link goes to where the expired one went, once a day, and whoever asks learns nothing by asking.
import { sql } from "drizzle-orm";
import { afterAll, beforeEach, expect, test, vi } from "vitest";
import { changeBooks, readBooks } from "@/books/open.ts";
import { endMail, queueMail, readMails } from "@/books/statements/outbox.ts";
import { closePool } from "@/db/client.ts";
import { direct } from "@/db/testing/direct.ts";
import { present } from "@/domain/assert.ts";
import { needed } from "@/env.ts";
import { LIMITS } from "./auth/limits.ts";
import { newToken, tokenHash } from "./auth/tokens.ts";
import { setClock } from "./clock.ts";
import { answerFreshLink, mailFreshLink } from "./fresh-link.ts";
import { sharePaper, withdrawLinks } from "./shared-paper.ts";
import { asMember, openShop, type Shop } from "./testing/fixture-shop.ts";
import { somewhere } from "./testing/fixtures.ts";
import { CLIENT_ADDRESS } from "./wire/headers.ts";

const later = vi.hoisted(() => ({ work: [] as (() => Promise<void>)[] }));
vi.mock("./later.ts", () => ({
  inBackground: (_what: string, work: () => Promise<void>) => void later.work.push(work),
}));

let shop: Shop;
beforeEach(async () => {
  setClock("2026-06-30T12:00:00Z");
  shop = await openShop();
  later.work.length = 0;
});
afterAll(async () => {
  setClock(null);
  await closePool();
});

const paper = () => ({ kind: "statement", id: shop.statementId }) as const;
async function owner() {
  return present((await asMember(shop, "owner")).member, "the owner is a member");
}
async function expire(token: string): Promise<void> {
  const tables = direct(needed("MIGRATOR_DATABASE_URL"));
  await tables.begin((tx) =>
    tx.unsafe(`set local role onaccount_owner;
      update directory.statement_links set expires_at = now() where token_hash = '\\x${tokenHash(token).toString("hex")}'`),
  );
  await tables.end();
}
/** A link that was mailed to an address. */
async function mailed(recipient = "ap@greenleaf.example"): Promise<string> {
  const member = await owner();
  const { url, linkId } = await sharePaper(member, paper());
  const command = { key: `test:${linkId}`, procedure: "test", input: null };
  await changeBooks(member, command, async (books) => {
    const { outboxId } = await queueMail(books, { paper: paper(), recipient, cause: linkId });
    await endMail(books, outboxId, { status: "sent", linkId });
    return null;
  });
  return url.split("/s/")[1] ?? "";
}
async function waiting() {
  const mails = await readBooks(await owner(), (books) => readMails(books, paper()));
  return mails.filter(({ status }) => status === "queued").map(({ recipient }) => recipient);
}
const ask = (token: string, headers: HeadersInit = {}) =>
  answerFreshLink(
    new Request("http://localhost:3000/s/x/fresh", {
      method: "POST",
      headers: { "sec-fetch-site": "same-origin", [CLIENT_ADDRESS]: somewhere().ip, ...headers },
    }),
    token,
  );

test("an expired link's address gets a fresh one, and one a day", async () => {
  const token = await mailed();
  await expire(token);
  for (let n = 0; n < 2; n++) await mailFreshLink(token, somewhere());
  expect(await waiting()).toEqual(["ap@greenleaf.example"]);
  setClock("2026-07-01T12:00:00Z");
  await mailFreshLink(token, somewhere());
  expect(await waiting()).toEqual(["ap@greenleaf.example", "ap@greenleaf.example"]);
});

test("one that opens, was withdrawn, was in no mail, or never was, sends nothing", async () => {
  const [open, withdrawn] = [await mailed(), await mailed()];
  const { url } = await sharePaper(await owner(), paper());
  const byHand = url.split("/s/")[1] ?? "";
  await expire(byHand);
  for (const token of [open, byHand, newToken(), "", "x".repeat(9000)])
    await mailFreshLink(token, somewhere());
  await expire(withdrawn);
  const member = await owner();
  await changeBooks(member, { key: "test:withdraw-all", procedure: "test", input: null }, (books) =>
    withdrawLinks(books, member, paper()),
  );
  await mailFreshLink(withdrawn, somewhere());
  expect(await waiting()).toEqual([]);
});

test("the answer is the same for every token, and is out before anything is looked up", async () => {
  const token = await mailed();
  await expire(token);
  const rows = () =>
    owner().then((member) =>
      readBooks(member, ({ tx }) => tx.execute(sql`select count(*) as n from books.outbox`)),
    );
  const before = await rows();
  for (const each of [token, newToken(), "nothing"]) {
    const answer = await ask(each);
    expect([answer.status, answer.headers.get("location")]).toEqual([303, `/s/${each}?done=fresh`]);
  }
  expect(await rows()).toEqual(before);
  expect(later.work).toHaveLength(3);
});

test("so many times an hour, whether there is such a link or not, and only from our own page", async () => {
  const known = await mailed();
  await expire(known);
  for (const token of [known, newToken()]) {
    const told = [];
    for (let n = 0; n < LIMITS["link-fresh:token"].most + 1; n++)
      told.push((await ask(token)).headers.get("location"));
    expect(told.at(-1)).toBe(`/s/${token}?fault=too-many`);
    expect(told.at(-2)).toBe(`/s/${token}?done=fresh`);
  }
  expect((await ask(known, { "sec-fetch-site": "cross-site" })).status).toBe(403);
});
