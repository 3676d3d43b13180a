// What the small measurements look at: the sample file's 2,466 invoices in a business of its own, and someone
// signed in to it.
import { randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import { sql } from "drizzle-orm";
import { readBooks } from "@/books/open.ts";
import { startSession } from "@/db/directory/sessions.ts";
import { planFor } from "@/domain/imports/plan.ts";
import { day } from "@/domain/values/day.ts";
import { operatorActor } from "@/server/actor.ts";
import { ourCookie } from "@/server/auth/cookie.ts";
import { importNow, lookNow } from "@/server/import-now.ts";
import { createBusinessWithOwner } from "@/server/auth/sign-up.ts";
import { newToken, tokenHash } from "@/server/auth/tokens.ts";

const FILE = new URL("../../domain/testdata/late-payment-histories.csv", import.meta.url);

export type Sample = {
  slug: string;
  cookie: string;
  userId: string;
  importSeconds: number;
  biggest: { number: string; events: number };
};

export async function makeSample(): Promise<Sample> {
  const slug = `bench-${randomUUID().slice(0, 8)}`;
  const startOn = day("2000-01-01");
  const order = {
    slug,
    businessName: "Bench",
    currency: "USD",
    zone: "UTC",
    locale: "en-US" as const,
    startOn,
    email: `${slug}@bench.example`,
    password: randomUUID(),
  };
  const { owner } = await createBusinessWithOwner(order, "bench");
  const actor = await operatorActor(slug, "bench");
  if (!actor) throw new Error("the business was made");
  const file = { name: "sample.csv", bytes: await readFile(FILE), plan: planFor("receivables") };
  const start = performance.now();
  await importNow(actor, file, await lookNow(actor, file));
  const importSeconds = (performance.now() - start) / 1000;
  const [biggest] = await readBooks(actor, ({ tx }) =>
    tx.execute<{ number: string; events: number }>(sql`
      select c.number, a.last_seq as events from books.accounts a join books.customers c on c.id = a.customer_id
      order by a.last_seq desc nulls last limit 1`),
  );
  if (!biggest) throw new Error("the file has customers");
  const token = newToken();
  await startSession({ tokenHash: tokenHash(token), userId: owner.id, userAgent: "bench" });
  return { slug, cookie: `${ourCookie("session").name}=${token}`, userId: owner.id, importSeconds, biggest };
}
