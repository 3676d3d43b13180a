// How a list's file is sent: not begun before there is something to send, noted, and given up when nobody fetches it.
import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readBooks } from "@/books/open.ts";
import { closePool } from "@/db/client.ts";
import { present } from "@/domain/assert.ts";
import { plainColumn } from "./csv.ts";
import { answerList, listFile } from "./list-file.ts";
import { historyFile } from "./history.ts";
import { queue } from "../jobs/queue.ts";
import { customersRouter } from "../routers/customers.ts";
import { asMember, openShop, type Shop } from "../testing/fixture-shop.ts";
import type { Context } from "../trpc.ts";

let ours = undefined as unknown as Shop;
beforeAll(async () => {
  ours = await openShop();
});
afterAll(async () => {
  await (await queue()).stop({ graceful: false });
  await closePool();
});

const memberOf = (context: Context) => present(context.member, "they are a member");

test("what isn't there is no file, and a file leaves a row that says who took it", async () => {
  const owner = await asMember(ours, "owner");
  const exports = async () =>
    readBooks(memberOf(owner), ({ tx }) =>
      tx.execute<{ actor: string; input: string }>(
        sql`select actor, input from books.audit_entries where action = 'export.account history' order by recorded_at desc`,
      ),
    );
  const before = (await exports()).length;
  const none = await answerList(owner, historyFile, { customerId: randomUUID() });
  expect([none.status, none.headers.get("content-disposition")]).toEqual([404, null]);
  expect(await exports()).toHaveLength(before);
  const answer = await answerList(owner, historyFile, { customerId: ours.customerId });
  expect(answer.status).toBe(200);
  await answer.arrayBuffer();
  const [row, ...rest] = await exports();
  expect(rest).toHaveLength(before);
  expect(row?.actor).toBe(`user:${ours.people.owner.id}`);
  expect(row?.input).toContain(ours.customerId);
});

const endless = (onPage: () => void) =>
  listFile({
    name: "endless",
    procedure: customersRouter.list,
    columns: () => [plainColumn<number>("n", (n) => n)],
    page: async ({ books }) => {
      onPage();
      await books.tx.execute("select 1");
      return { rows: Array.from({ length: 50_000 }, (_, n) => n), next: "more" };
    },
  });

test("who stops fetching stops the reading, and gives the connection back", async () => {
  let pages = 0;
  const owner = await asMember(ours, "owner");
  for (let n = 0; n < 3; n++) {
    const answer = await answerList(
      owner,
      endless(() => pages++),
      {},
    );
    const reader = present(answer.body, "it has a body").getReader();
    await reader.read();
    await reader.cancel();
  }
  const after = pages;
  // Three files over two connections: the third could only begin because one had ended.
  expect(after).toBeLessThan(60);
  await readBooks(memberOf(owner), ({ tx }) => tx.execute("select 1"));
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(pages).toBeLessThanOrEqual(after + 1);
});

test("what fails before its first line is no file", async () => {
  const broken = listFile({
    name: "broken",
    procedure: customersRouter.list,
    columns: () => {
      throw new Error("nothing to write");
    },
    page: () => Promise.resolve({ rows: [], next: null }),
  });
  await expect(answerList(await asMember(ours, "owner"), broken, {})).rejects.toThrow("nothing to write");
});
