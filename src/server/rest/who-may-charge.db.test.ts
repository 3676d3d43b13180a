// Pictures of who may charge, by a program: put there by whoever may change limits, fetched as they are, and kept out of the audit log.
import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { closePool } from "@/db/client.ts";
import { pngMarked, pngWithPlace } from "@/domain/testing/pictures.ts";
import { present } from "@/domain/assert.ts";
import { setClock } from "../clock.ts";
import { queue } from "../jobs/queue.ts";
import { booksOf } from "../testing/fixture-caller.ts";
import { openShop, type Shop } from "../testing/fixture-shop.ts";
import { ask, keyOfShop, problemOf } from "../testing/rest-caller.ts";
import { table } from "./table.ts";

let shop: Shop;
let key = "";
beforeAll(async () => {
  setClock("2026-06-30T12:00:00Z");
  shop = await openShop();
  key = await keyOfShop(shop);
});
afterAll(async () => {
  setClock(null);
  await (await queue()).stop({ graceful: false });
  await closePool();
});

const program = (name: string, path: string, body: Record<string, unknown> = {}, more = {}) => {
  const entry = present(
    table().find(({ route }) => `${route.method} ${route.path}` === name),
    name,
  );
  return ask(entry, { path, query: {}, body }, { key, ...more });
};
const picture = (mark: number) => Buffer.from(pngMarked(`${mark}`));

test("a picture goes in and comes out as it is, one at a time, until it is taken away", async () => {
  const account = `/accounts/${shop.accountId}`;
  const added = await program("POST /accounts/{account_id}/buyers", `${account}/buyers`, {
    name: "Ann Lee",
    most: "250.00",
  });
  const { buyer_id: id } = (await added.json()) as { buyer_id: string };
  const photo = `/buyers/${id}/photo`;
  const put = (content: Buffer, idempotencyKey = randomUUID()) =>
    program(
      "PUT /buyers/{buyer_id}/photo",
      photo,
      { content: content.toString("base64") },
      { idempotencyKey },
    );
  const fetched = () => program("GET /buyers/{buyer_id}/photo", photo);
  expect((await fetched()).status).toBe(404);
  const once = randomUUID();
  const first = (await (await put(picture(1), once)).json()) as { attachment_id: string };
  expect(await (await put(picture(1), once)).json()).toEqual(first);
  expect(await problemOf(await put(picture(2), once))).toMatchObject({ status: 409, code: "key-reused" });
  await put(picture(2));
  const file = await fetched();
  expect([file.status, file.headers.get("content-type"), file.headers.get("x-content-type-options")]).toEqual(
    [200, "image/png", "nosniff"],
  );
  expect(Buffer.from(await file.arrayBuffer())).toEqual(picture(2));
  const read = await program("GET /accounts/{account_id}/charging", `${account}/charging`);
  const { buyers } = (await read.json()) as { buyers: Record<string, unknown>[] };
  expect(buyers.find(({ buyer_id }) => buyer_id === id)).toMatchObject({
    name: "Ann Lee",
    limit: "250.00",
    currency: "USD",
    photo_id: expect.any(String) as string,
  });
  expect(await problemOf(await put(Buffer.from("%PDF-1.7 x")))).toMatchObject({ code: "file-kind" });
  expect(await problemOf(await put(Buffer.from(pngWithPlace("x".repeat(140 * 1024)))))).toMatchObject({
    code: "file-too-large",
  });
  await program("DELETE /buyers/{buyer_id}/photo", photo);
  expect((await fetched()).status).toBe(404);
});

test("the bytes stand in no row of the audit log", async () => {
  const books = await booksOf(shop);
  const rows = await books.read(({ tx }) =>
    tx.execute<{ input: string }>(sql`
      select input::text as input from books.audit_entries where action = 'charging.setPhoto'`),
  );
  expect(rows.length).toBeGreaterThan(0);
  for (const { input } of rows) expect(input).toMatch(/"content": ?"…"/);
});
