// The A/R page as its server makes it, beside the shortest question one can ask the same database; and how much
// JavaScript its first load brings, beside a page that needs none of its own.
import { gzipSync } from "node:zlib";
import { pool } from "@/db/client.ts";
import { env } from "@/env.ts";
import { percentile, round, timed, type Part } from "./table.ts";
import type { Sample } from "./sample.ts";

const RUNS = 200;
const WARM = 30;

export async function benchPage({ slug, cookie, biggest }: Sample): Promise<Part> {
  const url = `${env().APP_URL}/${slug}/customers/${encodeURIComponent(biggest.number)}`;
  const page = await timed(RUNS, WARM, () => fetchPage(url, cookie));
  const floor = await timed(RUNS, WARM, () => pool()`select 1`);
  const row = (what: string, sorted: readonly number[]) => ({
    what,
    "p50 ms": round(percentile(sorted, 0.5)),
    "p95 ms": round(percentile(sorted, 0.95)),
    "× select 1": round(percentile(sorted, 0.5) / percentile(floor, 0.5), 1),
  });
  return {
    name: "page",
    says: `the A/R page of ${biggest.number} (${biggest.events} events), request to last byte, warm, one at a time`,
    rows: [row("A/R page", page), row("select 1", floor)],
  };
}

export async function benchJavaScript({ slug, cookie, biggest }: Sample): Promise<Part> {
  const base = env().APP_URL;
  const page = await scriptBytes(`${base}/${slug}/customers/${encodeURIComponent(biggest.number)}`, cookie);
  const empty = await scriptBytes(`${base}/no/such/page/at/all`, cookie, 404);
  return {
    name: "javascript",
    says: "what the first load of a page brings, gzipped",
    rows: [
      { what: "A/R page", "kB gzip": round(page / 1000, 1) },
      { what: "empty page", "kB gzip": round(empty / 1000, 1) },
      { what: "difference", "kB gzip": round((page - empty) / 1000, 1) },
    ],
  };
}

async function fetchPage(url: string, cookie: string, status = 200): Promise<string> {
  const answer = await fetch(url, { headers: { cookie }, redirect: "manual" });
  const html = await answer.text();
  if (answer.status !== status) throw new Error(`${url} answered ${answer.status}`);
  return html;
}

/** Every chunk that the page names, whether as a script or for a component that it draws. */
async function scriptBytes(url: string, cookie: string, status = 200): Promise<number> {
  const html = await fetchPage(url, cookie, status);
  const chunks = new Set(html.match(/\/_next\/static\/chunks\/[^"'\\\s)]+\.js/g) ?? []);
  let bytes = 0;
  for (const chunk of chunks) {
    const answer = await fetch(new URL(chunk, url));
    bytes += gzipSync(Buffer.from(await answer.arrayBuffer())).length;
  }
  return bytes;
}
