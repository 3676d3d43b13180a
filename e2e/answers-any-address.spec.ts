// Every address of the product, with what nobody's link has in it: each is answered, leads nowhere else, and is no fault
// of ours (faults D26, D30).
import { expect, test } from "@playwright/test";
import { signIn } from "./demo.ts";
import { ROUTES } from "./routes.ts";

const BAD_SEGMENTS = [
  "%",
  "%ff",
  "%E0%A4%A",
  "%00",
  "a%0d%0aSet-Cookie:x=1",
  "%2Fevil.example%2Fphish%3F",
  "x".repeat(300),
  "..%2f..%2f",
  "٣",
];
const BAD_QUERIES = [
  "asOf=1900-01-01",
  "asOf=%00",
  "asOf=0000-00-00&knownAt=%00",
  "asOf=9999-12-31&from=9999-12-31&to=0001-01-01",
  "search=%00&sort=%00&direction=%00",
  "search=%&cursor=%ff&cursor=x&search=y",
  "customer=%2F%2Fevil.example&currency=%00",
];

const filled = (route: string, segment: string, only?: number): string[] => {
  const parts = route.split("/");
  const spots = parts.flatMap((part, at) => (part.startsWith("[") ? [at] : []));
  return (only === undefined ? spots : [spots[only] ?? -1]).map((spot) =>
    parts
      .map((part, at) =>
        at === spot ? segment : part === "[org]" ? "hillside" : part.startsWith("[") ? "1" : part,
      )
      .join("/"),
  );
};

test("no address breaks a page, or leads to another site", async ({ page, baseURL }) => {
  test.setTimeout(240_000);
  await signIn(page, "owner@hillside.example");
  const cookie = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join("; ");
  const addresses = new Set<string>();
  for (const route of ROUTES) {
    for (const segment of BAD_SEGMENTS) for (const each of filled(route, segment)) addresses.add(each);
    for (const query of BAD_QUERIES)
      addresses.add(`${route.replace("[org]", "hillside").replace(/\[[^\]]+\]/g, "1")}?${query}`);
  }
  for (const address of addresses) {
    const answer = await fetch(`${baseURL}${address}`, { headers: { cookie }, redirect: "manual" });
    const text = await answer.text();
    // The API's documents list what may be answered, these words among them.
    if (!/^\/api\/(docs|v1\/openapi)/.test(address))
      expect.soft(text.includes("Something went wrong"), address).toBe(false);
    expect.soft(answer.status, address).toBeLessThan(500);
    const to = new URL(answer.headers.get("location") ?? "/", baseURL);
    expect.soft(to.origin, address).toBe(baseURL);
  }
});
