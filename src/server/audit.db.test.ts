// What the books keep of what went through the doors: who did what, and never the key to anything.
import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readBooks } from "@/books/open.ts";
import { closePool } from "@/db/client.ts";
import { queue } from "./jobs/queue.ts";
import { INPUTS, asMember, call, openShop, type Shop } from "./testing/fixture-shop.ts";

let ours = undefined as unknown as Shop;
beforeAll(async () => {
  ours = await openShop();
});
afterAll(async () => {
  await (await queue()).stop({ graceful: false });
  await closePool();
});

test("a link's address is shown once and is nowhere in the books", async () => {
  const owner = await asMember(ours, "owner");
  const input = { commandKey: randomUUID(), statementId: ours.statementId };
  const made = (await call(owner, "statements.share", input)) as { url: string };
  expect(made.url).toMatch(/\/s\/[\w-]{43}$/);
  expect(await call(owner, "statements.share", input)).toBeNull();
  const token = made.url.split("/").at(-1) ?? "";
  const kept = await readBooks(owner.member as NonNullable<typeof owner.member>, ({ tx }) =>
    tx.execute(sql`select 1 from books.commands where answer like ${`%${token}%`}
      union all select 1 from books.audit_entries where input like ${`%${token}%`}`),
  );
  expect(kept).toHaveLength(0);
});

test("the audit log has a row for each change, says who, and keeps no file's content", async () => {
  const owner = await asMember(ours, "owner");
  await call(owner, "imports.importReceivables", INPUTS["imports.importReceivables"]?.(ours));
  const rows = await readBooks(owner.member as NonNullable<typeof owner.member>, ({ tx }) =>
    tx.execute<{ action: string; actor: string; input: string }>(sql`
      select action, actor, input from books.audit_entries order by recorded_at desc limit 1`),
  );
  const audited = { action: "imports.importReceivables", actor: `user:${ours.people.owner.id}` };
  expect(rows).toEqual([{ ...audited, input: JSON.stringify({ content: "…", name: "old.csv" }) }]);
});
