// What a page brings, gzipped, the first time somebody opens it: a phone on a building site is the reader. Scripts that only
// browsers without modules ask for aren't in it. Nothing here is about time.
import { gzipSync } from "node:zlib";
import { expect, test, type Page } from "@playwright/test";
import { signIn } from "./demo.ts";

test.describe.configure({ timeout: 180_000 });

/** kB of scripts, each a few more than it brings today: whoever needs more says so here. An account stays below 150. */
const MOST = {
  account: 150,
  "/hillside/receipts/new": 209,
  "/hillside/payments/new": 196,
  "/hillside/settings": 167,
  "/hillside/import": 165,
  "/sign-up": 149,
};

/** In kB of 1,000 bytes, as the network tells it. */
async function weigh(page: Page, path: string): Promise<number> {
  const scripts: Promise<number>[] = [];
  const count = async (body: Promise<Buffer>) => gzipSync(await body).length / 1000;
  page.on("response", (answer) => {
    if (answer.request().resourceType() === "script") scripts.push(count(answer.body()));
  });
  await page.goto(path, { waitUntil: "load" });
  await page.waitForLoadState("networkidle");
  page.removeAllListeners("response");
  return (await Promise.all(scripts)).reduce((sum, each) => sum + each, 0);
}

test("pages stay light, and what isn't asked for isn't sent", async ({ page, browser }) => {
  await signIn(page, "books@hillside.example");
  await page.goto("/hillside/customers?search=Greenleaf");
  const link = page.getByRole("link", { name: "Greenleaf Landscaping" }).first();
  const account = (await link.getAttribute("href")) ?? "";
  const state = await page.context().storageState();
  for (const [path, most] of Object.entries(MOST)) {
    // As somebody who was never here: nothing is in its cache.
    const context = await browser.newContext({ storageState: state });
    const weight = await weigh(await context.newPage(), path === "account" ? account : path);
    await context.close();
    expect.soft(weight, path).toBeLessThan(most);
    expect.soft(weight, `${path}: its bar is no more than a little above it`).toBeGreaterThan(most - 8);
  }
});
