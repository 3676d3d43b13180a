// A reverse proxy in front that passes on a host of its own, as nginx does unless told otherwise: what a form sends
// must arrive, and another site's must not.
import { createServer, request as ask, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "@playwright/test";
import { signIn } from "./demo.ts";

let proxy: Server;
let port = 0;

test.beforeAll(async () => {
  const upstream = new URL(test.info().project.use.baseURL ?? "");
  proxy = createServer((request, response) => {
    const { pathname, search } = new URL(request.url ?? "/", upstream);
    const onward = ask(
      {
        host: upstream.hostname,
        port: upstream.port,
        method: request.method,
        path: pathname + search,
        headers: { ...request.headers, host: "onaccount_upstream", "x-forwarded-for": "9.9.9.9" },
      },
      (answer) => {
        response.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(response);
      },
    );
    onward.on("error", () => response.destroy());
    request.pipe(onward);
  });
  await new Promise<void>((resolve) => proxy.listen(0, "127.0.0.1", resolve));
  port = (proxy.address() as AddressInfo).port;
});
test.afterAll(() => void proxy.close());

test("signing in and out works behind a proxy that names its own host", async ({ browser }) => {
  // The browser asks our address, and every request passes the proxy on its way.
  const context = await browser.newContext({ proxy: { server: `http://127.0.0.1:${port}` } });
  const page = await context.newPage();
  await signIn(page, "owner@granite.example");
  await expect(page).toHaveURL(/\/granite/);
  await page.getByRole("button", { name: "Signed in as" }).click();
  await page.getByRole("button", { name: "Sign out", exact: true }).click();
  await expect(page).toHaveURL(/\/sign-in/);
  await context.close();
});

test("a form from another site is still refused there", async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto("/sign-in");
  const form = Object.fromEntries(
    await page
      .locator("form input[type=hidden]")
      .evaluateAll((all) => (all as HTMLInputElement[]).map(({ name, value }) => [name, value])),
  );
  const multipart = { ...form, email: "owner@granite.example", password: "onaccount-demo" };
  const headers = { origin: "https://evil.example" };
  const answer = await context.request.post(`${baseURL}/sign-in`, { multipart, headers, maxRedirects: 0 });
  expect(answer.status()).toBe(500);
  expect(answer.headers()["set-cookie"] ?? "").not.toContain("onaccount.session");
  const ours = { origin: baseURL ?? "" };
  const allowed = await context.request.post(`${baseURL}/sign-in`, {
    multipart,
    headers: ours,
    maxRedirects: 0,
  });
  expect(allowed.headers()["set-cookie"] ?? "").toContain("onaccount.session");
  await context.close();
});
