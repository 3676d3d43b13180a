// What every answer carries, and what is never answered (faults D27, D30, D31, E17, E28, E29).
import fs from "node:fs";
import { expect, test } from "@playwright/test";
import { signIn } from "./demo.ts";
import { ROUTES } from "./routes.ts";

/** Takes files alone, past what stamps the others (proxy.ts); to a GET it says that it is none. */
const FOR_FILES = "/[org]/import/files";
/** Everything that src/app has, with something in each place of its address, and what it hasn't. */
const ADDRESSES = [...new Set(ROUTES.filter((route) => route !== FOR_FILES)).add("/no/such/page")].map(
  (route) => ({ route, path: route.replace("[org]", "hillside").replaceAll(/\[[^\]]+\]/g, "none") }),
);

test("no answer is cached, framed, sniffed or without its policy", async ({ request }) => {
  expect(ADDRESSES.length).toBeGreaterThan(150);
  for (const { route, path } of ADDRESSES) {
    const headers = (await request.get(path, { maxRedirects: 0 })).headers();
    expect.soft(headers["cache-control"], path).toContain("no-store");
    expect.soft(headers["x-content-type-options"], path).toBe("nosniff");
    expect.soft(headers["x-frame-options"], path).toBe("DENY");
    expect.soft(headers["x-request-id"], path).toBeTruthy();
    const policy = headers["content-security-policy"];
    for (const rule of rulesOf(route)) expect.soft(policy, path).toContain(rule);
    const secret = /\[(token|code|key|secret)\]|\/link$|^\/invitation$|\/back$/.test(route);
    expect
      .soft(headers["referrer-policy"], path)
      .toBe(secret || route.startsWith("/apply/") ? "no-referrer" : "strict-origin-when-cross-origin");
  }
});

function rulesOf(route: string): string[] {
  if (route === "/[org]/attachments/[attachment]") return ["sandbox", "default-src 'none'"];
  const framed = ["base-uri 'none'", "frame-ancestors 'none'"];
  const isLink = /^\/s\/\[token\](\/account|\/(invoices|payments)\/\[\w+\])?$/.test(route);
  return isLink
    ? [...framed, "default-src 'none'", "form-action 'self'"]
    : [...framed, "object-src 'none'", "'strict-dynamic'"];
}

test("not even a picture or a script is sniffed", async ({ request }) => {
  const script = /\/_next\/static\/[^"]+\.js/.exec(await (await request.get("/sign-in")).text())?.[0] ?? "";
  for (const path of ["/icon.svg", script])
    expect((await request.get(path)).headers()["x-content-type-options"], path).toBe("nosniff");
});

test("no script that a browser gets knows a setting, and none has a source map", async ({ request }) => {
  const scripts = fs
    .readdirSync(".next/static", { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".js"));
  expect(scripts.length).toBeGreaterThan(20);
  const knowing = scripts.filter((name) =>
    /AUTH_SECRET|DATABASE_URL|SMTP_URL|postgres:\/\/|BEGIN [A-Z ]*PRIVATE KEY|sk_(live|test)_\w{8}/.test(
      fs.readFileSync(`.next/static/${name}`, "utf8"),
    ),
  );
  expect(knowing).toEqual([]);
  const script = /\/_next\/static\/[^"]+\.js/.exec(await (await request.get("/sign-in")).text())?.[0] ?? "";
  expect((await request.get(`${script}.map`)).status()).toBe(404);
});

test("no script of the server holds a key, a password or an address with one", () => {
  const scripts = fs
    .readdirSync(".next/server", { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".js"));
  expect(scripts.length).toBeGreaterThan(20);
  const secret =
    /sk_(live|test)_\w{8}|postgres(ql)?:\/\/\w+:\w+@|-----BEGIN [A-Z ]*PRIVATE KEY-----[\w+/\\]{20}/;
  expect(scripts.filter((name) => secret.test(fs.readFileSync(`.next/server/${name}`, "utf8")))).toEqual([]);
});

test("each answer has a nonce of its own, and every script carries it", async ({ request }) => {
  const read = async () => {
    const answer = await request.get("/no/such/page");
    const nonce = /'nonce-([^']+)'/.exec(answer.headers()["content-security-policy"] ?? "")?.[1];
    return { nonce, scripts: (await answer.text()).match(/<script\b[^>]*>/g) ?? [] };
  };
  const [one, two] = [await read(), await read()];
  expect(one.nonce).not.toBe(two.nonce);
  expect(one.scripts.length).toBeGreaterThan(0);
  for (const script of one.scripts) expect(script).toContain(`nonce="${one.nonce}"`);
});

test("no header makes a page forget to ask who is there", async ({ request, baseURL }) => {
  const tricks: Record<string, string>[] = [
    { "x-middleware-subrequest": "src/proxy:src/proxy:src/proxy:src/proxy:src/proxy" },
    { "x-middleware-subrequest": "proxy:proxy:proxy:proxy:proxy" },
    { rsc: "1" },
    { rsc: "1", "next-router-prefetch": "1" },
    { rsc: "1", "next-router-segment-prefetch": "/_tree" },
    { "x-original-url": "/sign-in", "x-rewrite-url": "/sign-in" },
    { "x-forwarded-host": "evil.example" },
  ];
  const paths = [
    "/hillside/customers",
    "//hillside/customers",
    "/hillside/customers?_rsc=x",
    "/%68illside/customers",
    "/hillside;a/customers",
    "/en/hillside/customers",
  ];
  for (const path of paths)
    for (const headers of [{}, ...tricks]) {
      const answer = await request.get(`${baseURL}${path}`, { headers, maxRedirects: 0 });
      const text = await answer.text();
      expect.soft(text, `${path} ${JSON.stringify(headers)}`).not.toMatch(/Hillside Supply|Greenleaf/);
      expect.soft(answer.headers()["location"] ?? "").not.toContain("evil.example");
    }
});

test("a change from another site, or in a form's clothes, is refused", async ({ page, baseURL }) => {
  await signIn(page, "owner@hillside.example");
  const cookie = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join("; ");
  const post = (headers: Record<string, string>, body: string) =>
    fetch(`${baseURL}/api/trpc/hillside/session.here`, {
      method: "POST",
      headers: { cookie, ...headers },
      body,
    });
  const json = { "content-type": "application/json" };
  expect((await post({ ...json, origin: "https://evil.example" }, "{}")).status).toBe(403);
  expect((await post(json, "{}")).status).toBe(403);
  for (const type of ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"])
    expect((await post({ "content-type": type, origin: baseURL ?? "" }, "{}")).status).toBe(415);
});

test("of next-auth's own addresses only the useful ones are there", async ({ request }) => {
  for (const path of [
    "signin",
    "signout",
    "providers",
    "verify-request",
    "error",
    "callback/email?token=x&email=y",
    "callback/link",
  ])
    expect.soft((await request.get(`/api/auth/${path}`, { maxRedirects: 0 })).status(), path).toBe(404);
  expect(await (await request.get("/api/auth/session")).json()).toBeNull();
  const guess = await request.post("/api/auth/callback/password", {
    form: { email: "owner@hillside.example", secret: "onaccount-demo" },
    maxRedirects: 0,
  });
  expect(guess.headers()["set-cookie"] ?? "", "without its token the form is not ours").not.toContain(
    "onaccount.session",
  );
});

test("the API's document is served as JSON to whoever asks", async ({ request }) => {
  const answer = await request.get("/api/v1/openapi.json");
  expect([answer.status(), answer.headers()["content-type"]]).toEqual([200, "application/json"]);
  const served = (await answer.json()) as { openapi: string; servers: object[]; paths: object };
  expect(served).toMatchObject({ openapi: "3.1.0", servers: [{ url: expect.stringMatching(/\/api\/v1$/) }] });
  expect(Object.keys(served.paths)).toEqual(
    expect.arrayContaining(["/customers", "/payments", "/credit/decisions"]),
  );
});

test("pictures are resized for nobody", async ({ request }) => {
  for (const query of [
    "",
    "?url=%2Ficon.svg&w=640&q=75",
    "?url=https%3A%2F%2Fevil.example%2Fx.png&w=640&q=75",
  ])
    expect((await request.get(`/_next/image${query}`)).status(), query).toBe(404);
});
