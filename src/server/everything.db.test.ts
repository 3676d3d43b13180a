// All of a business as one zip: it opens, holds each list, the statements and what was attached, is noted when it went out whole,
// and is made one at a time.
import { randomUUID } from "node:crypto";
import { readdirSync } from "node:fs";
import { strFromU8, unzipSync } from "fflate";
import { afterAll, beforeAll, expect, test } from "vitest";
import { attachFile } from "@/books/business/attachments.ts";
import { addBuyer } from "@/books/credit/charging-rules.ts";
import { takenHome } from "@/books/business/taken-home.ts";
import { changeBooks, readBooks } from "@/books/open.ts";
import { closePool } from "@/db/client.ts";
import { present } from "@/domain/assert.ts";
import type { Insider } from "./actor.ts";
import { answerEverything } from "./everything.ts";
import { EVERY_LIST } from "./everything-lists.ts";
import { queue } from "./jobs/queue.ts";
import { applicationAnew } from "./testing/fixture-limits.ts";
import { plainPictures } from "@/domain/testing/pictures.ts";
import { asMember, openShop, type Shop } from "./testing/fixture-shop.ts";

let shop: Shop;
let owner: Insider;
const PNG = plainPictures.png;
const PDF = new TextEncoder().encode("%PDF-1.7 signed");
beforeAll(async () => {
  shop = await openShop();
  owner = present((await asMember(shop, "owner")).member, "the owner is a member");
  await applicationAnew(shop);
  const attach = (kind: "receipt" | "application", id: string) =>
    changeBooks(owner, { key: randomUUID(), procedure: "attachments.attach", input: {} }, (books) =>
      attachFile(books, { kind, id, name: "../../signed.pdf", content: PDF }),
    );
  await attach("receipt", shop.receiptId);
  const buyer = {
    accountId: shop.accountId,
    jobId: null,
    name: "Ann Lee",
    pin: null,
    mostCents: null,
    until: null,
  };
  await changeBooks(
    owner,
    { key: randomUUID(), procedure: "charging.addBuyer", input: {} },
    async (books) => {
      const { buyerId } = await addBuyer(books, buyer);
      return attachFile(books, {
        kind: "buyer",
        id: buyerId,
        name: `${"ann ".repeat(29)}.png`,
        content: PNG,
      });
    },
  );
  await attach("application", shop.applicationId);
});
afterAll(async () => {
  await (await queue()).stop({ graceful: false });
  await closePool();
});

const asked = async (role: "owner" | "viewer" | "clerk") => answerEverything(await asMember(shop, role));
const opened = async (answer: Response) => unzipSync(new Uint8Array(await answer.arrayBuffer()));
const taken = () => readBooks(owner, takenHome);

test("it opens, and holds each list with its rows, what was attached, and what is in it", async () => {
  expect(await taken()).toBeNull();
  const answer = await asked("owner");
  expect([answer.status, answer.headers.get("content-type")]).toEqual([200, "application/zip"]);
  const files = await opened(answer);
  const names = Object.keys(files);
  expect(names.filter((name) => name.startsWith("lists/")).sort()).toEqual(
    EVERY_LIST.map(({ name }) => `lists/${name}.csv`).sort(),
  );
  const textOf = (name: string) => strFromU8(present(files[name], `${name} is there`));
  expect(textOf("lists/customers.csv")).toContain("Greenleaf");
  expect(textOf("lists/journal.csv").split("\r\n").length).toBeGreaterThan(3);
  const readme = textOf("README.txt");
  for (const name of names.filter((each) => each.startsWith("lists/")))
    expect(readme).toContain(name.slice("lists/".length));
  // No name leads out of its folder.
  for (const name of [
    "attachments/receipts/R-00001/signed.pdf",
    "attachments/applications/Alder Builders/signed.pdf",
  ])
    expect(Buffer.from(files[name] ?? []).equals(PDF)).toBe(true);
  expect(names.filter((name) => name.includes(".."))).toEqual([]);
  expect(names.filter((name) => /^attachments\/buyers\/Ann Lee\/ann .*\.png$/.test(name))).toHaveLength(1);
  await expect.poll(taken).not.toBeNull();
});

test("who may not see applications gets the rest; who takes no books home gets nothing", async () => {
  const names = Object.keys(await opened(await asked("viewer")));
  expect(names).toContain("lists/customers.csv");
  expect(names.filter((name) => /application/.test(name))).toEqual([]);
  expect((await asked("clerk")).status).toBe(403);
});

test("one is made at a time of a business: another is told to come back, and finds the place free then", async () => {
  const both = await Promise.all([asked("owner"), asked("owner")]);
  expect(new Set(both.map(({ status }) => status))).toEqual(new Set([200, 429]));
  for (const answer of both) await answer.arrayBuffer();
  const later = await asked("owner");
  const reader = present(later.body, "it has a body").getReader();
  await reader.read();
  // Whoever went away leaves the place to the next.
  await reader.cancel();
  await expect.poll(async () => (await asked("owner")).status).toBe(200);
});

test("a list that is made is in it, or is a part of another one", () => {
  const PARTS = ["customer changes", "family", "account history", "statement-run", "unpaid invoices"];
  const files = readdirSync("src/server/list-files").filter((name) => /^[a-z-]+\.ts$/.test(name));
  const lists = files.filter((name) => !["csv.ts", "list-file.ts"].includes(name));
  // The runs of statements share a file with the entries of one.
  expect(EVERY_LIST.length + PARTS.length - 1).toBe(lists.length);
});
