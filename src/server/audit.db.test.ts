// What the books keep of what went through the doors: who did what, and never the key to anything.
import { createHash, randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readBooks } from "@/books/open.ts";
import { closePool } from "@/db/client.ts";
import { env } from "@/env.ts";
import { answerUpload } from "./import-files.ts";
import { queue } from "./jobs/queue.ts";
import { INPUTS, asMember, call, openShop, prepare, type Shop } from "./testing/fixture-shop.ts";

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
  const request = new Request(
    `http://here/x/import/files?kind=receivables&name=old.csv&key=${randomUUID()}`,
    { method: "POST", headers: { origin: env().APP_URL }, body: "a,b" },
  );
  const answer = await answerUpload(request, { user: async () => owner.user, org: ours.slug });
  expect(answer.status).toBe(200);
  const rows = await readBooks(owner.member as NonNullable<typeof owner.member>, ({ tx }) =>
    tx.execute<{ action: string; actor: string; input: string }>(sql`
      select action, actor, input from books.audit_entries order by recorded_at desc limit 1`),
  );
  const sha256 = createHash("sha256").update("a,b").digest("hex");
  const audited = { action: "imports.upload", actor: `user:${ours.people.owner.id}` };
  expect(rows).toEqual([
    { ...audited, input: JSON.stringify({ kind: "receivables", name: "old.csv", sha256 }) },
  ]);
});

test("what stood before is kept beside what was sent: of a person, of terms, of a setting", async () => {
  const owner = await asMember(ours, "owner");
  const before = async (action: string) => {
    const [row] = await readBooks(owner.member as NonNullable<typeof owner.member>, ({ tx }) =>
      tx.execute<{ before: string | null }>(sql`
        select before from books.audit_entries where action = ${action} order by id desc limit 1`),
    );
    return JSON.parse(row?.before ?? "null") as unknown;
  };
  const { id: userId, email } = ours.people.clerk;
  await call(owner, "people.changeRole", { commandKey: randomUUID(), userId, role: "viewer" });
  expect(await before("people.changeRole")).toMatchObject({ email, role: "clerk" });
  await prepare(ours, "credit.change");
  const stood = ours.decided;
  await call(owner, "credit.change", INPUTS["credit.change"]?.(ours));
  expect(await before("credit.change")).toMatchObject({ terms: { status: stood?.status } });
});
