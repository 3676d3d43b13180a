// The A/R page as its server makes it: of a business with a million invoices, asked for at a steady rate and by many at
// once, beside the barest page of the same server; and how much JavaScript its first load brings, beside a page that
// needs none of its own.
import { gzipSync } from "node:zlib";
import { businessBySlug } from "@/db/directory/businesses.ts";
import { setMember } from "@/db/directory/members.ts";
import { present } from "@/domain/assert.ts";
import { env } from "@/env.ts";
import { makeData } from "./data.ts";
import { closedLoop, openLoop } from "./load.ts";
import { percentile, round, timed, type Part, type Row } from "./table.ts";
import type { Sample } from "./sample.ts";

const RUNS = 200;
const WARM = 30;
/** The business whose pages are asked for, and how many of its customers in turn. */
const [CUSTOMERS, INVOICES, OPEN, ASKED] = [50_000, 1_000_000, 40_000, 400];

export async function benchPage({ slug, cookie, userId, biggest }: Sample): Promise<Part> {
  const base = env().APP_URL;
  const big = `${base}/${slug}/customers/${encodeURIComponent(biggest.number)}`;
  const one = await timed(RUNS, WARM, () => fetchPage(big, cookie));
  const business = await makeData({ customers: CUSTOMERS, invoices: INVOICES, open: OPEN });
  await joinBusiness(business.slug, userId);
  const account = (nth: number) =>
    fetchPage(`${base}/${business.slug}/customers/B-${1 + (((nth % ASKED) * 97) % CUSTOMERS)}`, cookie);
  const bare = () => fetchPage(`${base}/${business.slug}/testing/bare`, cookie);
  for (let nth = 0; nth < ASKED; nth++) await Promise.all([account(nth), bare()]);
  const open = await openLoop("A/R page of a million invoices", account);
  // In turns, so that whatever else the machine does meets both.
  const rounds: [Row, Row][] = [];
  for (let round = 0; round < 3; round++)
    rounds.push([await closedLoop("A/R page", account), await closedLoop("bare page of 25 rows", bare)]);
  const [page, floor] = rounds.sort(([a, b], [c, d]) => ratio(a, b) - ratio(c, d))[1] as [Row, Row];
  return {
    name: "page",
    says: `request to last byte, warm; a million invoices of ${CUSTOMERS} customers, ${ASKED} of them in turn`,
    rows: [
      {
        what: `A/R page of ${biggest.number} (${biggest.events} events), one at a time`,
        "p50 ms": round(percentile(one, 0.5), 1),
        "p95 ms": round(percentile(one, 0.95), 1),
        "max ms": round(one.at(-1) ?? Number.NaN, 1),
        "a second": "",
        "× bare": "",
      },
      { ...open, "× bare": "" },
      { ...page, "× bare": round(ratio(page, floor)) },
      { ...floor, "× bare": 1 },
    ],
  };
}

const ratio = (page: Row, floor: Row): number => Number(page["a second"]) / Number(floor["a second"]);

/** The bench's person keeps the books of that business, too. */
async function joinBusiness(slug: string, userId: string): Promise<void> {
  const business = await businessBySlug(slug);
  await setMember(present(business, "the business was made").id, userId, "owner");
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
