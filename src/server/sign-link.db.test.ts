// The code with which a phone signs: its address is ours alone and of one request; looking changes nothing, signing is done
// once, and nothing but strokes is taken.
import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { afterAll, beforeEach, expect, test } from "vitest";
import { readAsked } from "@/books/receipts/signatures.ts";
import { changeBooks, readBooks } from "@/books/open.ts";
import { closePool } from "@/db/client.ts";
import { present } from "@/domain/assert.ts";
import type { MemberActor } from "./actor.ts";
import { queue } from "./jobs/queue.ts";
import { answerSignLink, languageOfSigning, openSignLink, signAddress, wasSigned } from "./sign-link.ts";
import { asMember, call, openShop, type Shop } from "./testing/fixture-shop.ts";

const FROM = { requestId: "r-1", ip: "192.0.2.8", userAgent: null, browser: null };
const DRAWN = { path: "M10 10L200 120L340 60", name: "Ann Lee" };
let shop: Shop;
let clerk: MemberActor;
let asked: { requestId: string; address: string };
let token: string;

beforeEach(async () => {
  shop = await openShop();
  const caller = await asMember(shop, "clerk");
  clerk = present(caller.member, "the clerk is a member");
  asked = (await call(caller, "signatures.ask", {
    commandKey: randomUUID(),
    accountId: shop.accountId,
    amountCents: 12_50,
    lines: [{ description: "Mulch", quantity: "2", unit: "yd", totalCents: 12_50 }],
  })) as typeof asked;
  token = asked.address.split("/").at(-1) ?? "";
});
afterAll(async () => {
  await (await queue()).stop({ graceful: false });
  await closePool();
});

const post = (to: string, said: Record<string, string>, headers: Record<string, string> = {}) =>
  answerSignLink(
    new Request("http://localhost:3000/x", { method: "POST", body: new URLSearchParams(said), headers }),
    to,
  );
const formKey = async (of = token) => (await openSignLink(of, FROM))?.formKey ?? "";
const state = async () => (await readBooks(clerk, (books) => readAsked(books, asked.requestId))).state;
const doneOf = (answer: Response) =>
  new URL(answer.headers.get("location") ?? "", "http://localhost").searchParams.get("done") ?? undefined;

test("the phone sees the business, the amount and what is sold, and signs once", async () => {
  expect(asked.address).toMatch(/\/s\/sign\/[\w-]{43}\.[\w-]{43}$/);
  expect(await openSignLink(token, FROM)).toMatchObject({
    business: { name: clerk.orgName },
    sale: { amountCents: 12_50, currency: "USD", lines: [{ description: "Mulch", quantity: "2" }] },
  });
  const key = await formKey();
  expect(await state()).toBe("waiting");
  const answer = await post(token, { key, ...DRAWN });
  expect(answer.status).toBe(303);
  expect(wasSigned(token, doneOf(answer))).toBe(true);
  expect(await state()).toBe("signed");
  expect(await openSignLink(token, FROM)).toBeNull();
  const again = await post(token, { key: key.replace(/^./, "A"), ...DRAWN, path: "M1 1L300 300" });
  expect(wasSigned(token, doneOf(again))).toBe(false);
  const kept = await readBooks(clerk, (books) => readAsked(books, asked.requestId));
  expect(kept.drawn).toEqual(DRAWN);
});

test("it speaks the language of the business's papers, before and after it is signed", async () => {
  const order = { key: randomUUID(), procedure: "test", input: null };
  await changeBooks(clerk, order, async ({ tx }) => {
    await tx.execute(sql`update books.settings set language = 'es'`);
    return null;
  });
  const { address } = (await call({ ...(await asMember(shop, "clerk")) }, "signatures.ask", {
    commandKey: randomUUID(),
    accountId: shop.accountId,
    amountCents: 12_50,
    lines: [],
  })) as typeof asked;
  const inSpanish = address.split("/").at(-1) ?? "";
  const open = await openSignLink(inSpanish, FROM);
  expect(open).toMatchObject({ language: "es", sale: { business: clerk.orgName, customer: "Greenleaf" } });
  expect(open?.sale.words).toMatch(/^Recibí .*USD 12\.50/);
  await post(inSpanish, { key: open?.formKey ?? "", ...DRAWN });
  expect(await openSignLink(inSpanish, FROM)).toBeNull();
  expect(await languageOfSigning(inSpanish, FROM)).toBe("es");
  expect(await languageOfSigning("made-up", FROM)).toBeNull();
});

test("the audit log keeps who signed, by phone, and no strokes", async () => {
  await post(token, { key: await formKey(), ...DRAWN });
  const rows = await readBooks(clerk, ({ tx }) =>
    tx.execute<{ said: string }>(
      sql`select to_jsonb(a)::text as said from books.audit_entries a where action = 'signatures.sign'`,
    ),
  );
  expect(rows).toHaveLength(1);
  expect(rows[0]?.said).toContain("Customer, by phone");
  expect(rows[0]?.said).not.toContain(DRAWN.path);
});

test.each([
  ["markup", { path: 'M1 1L5 5"/><script>alert(1)</script>' }],
  ["nothing", { path: "" }],
  ["too much", { path: `M1 1${"L5 5".repeat(5000)}` }],
  ["a name of two lines", { name: "Ann\nLee" }],
])("%s isn’t taken", async (_, wrong) => {
  await post(token, { key: await formKey(), ...DRAWN, ...wrong });
  expect(await state()).toBe("waiting");
});

test("a form of another site, of another request, or too large is refused", async () => {
  const key = await formKey();
  const foreign = await post(token, { key, ...DRAWN }, { "sec-fetch-site": "cross-site" });
  expect(foreign.status).toBe(403);
  await post(token, { key: "", ...DRAWN });
  const large = await post(token, { key, ...DRAWN, name: "x".repeat(70_000) });
  expect(large.status).toBe(413);
  expect(await state()).toBe("waiting");
});

test("an address that we didn’t write opens nothing, and neither does another business’s request under ours", async () => {
  const [named = "", signature = ""] = token.split(".");
  const flipped = named.replace(/^./, (first) => (first === "A" ? "B" : "A"));
  const others = await openShop("T-2");
  const member = present((await asMember(others, "owner")).member, "the owner is a member");
  const elsewhere = signAddress(member, asked.requestId).split("/").at(-1) ?? "";
  for (const wrong of [`${flipped}.${signature}`, `${named}.${signature.slice(1)}A`, named, "", elsewhere])
    expect(await openSignLink(wrong, FROM)).toBeNull();
});

test("what is over opens nothing, and takes no signature", async () => {
  const key = await formKey();
  const order = { key: randomUUID(), procedure: "test", input: null };
  const made = await changeBooks(clerk, order, async ({ tx }) => {
    const [row] = await tx.execute<{ id: string }>(sql`
      insert into books.signature_requests (account_id, amount, shown, asked_by, expires_at)
      values (${shop.accountId}::uuid, 100, '{}', 'x', now() - interval '1 minute') returning id`);
    return row?.id ?? "";
  });
  const over = signAddress(clerk, made).split("/").at(-1) ?? "";
  expect(await openSignLink(over, FROM)).toBeNull();
  const answer = await post(over, { key, ...DRAWN });
  expect(wasSigned(over, doneOf(answer))).toBe(false);
});
