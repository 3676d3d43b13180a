// For tests of a business's own sign-in: a real provider that runs here, and a browser that goes through its pages.
import http from "node:http";
import type { AddressInfo } from "node:net";
import { Provider } from "oidc-provider";
import { present } from "@/domain/assert.ts";
import { backAddress } from "../auth/oidc.ts";

/** `claims`: what it says of whoever is there. */
export async function providerHere(secret: string, claims: () => Record<string, unknown>) {
  const server = http.createServer();
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const issuer = `http://localhost:${(server.address() as AddressInfo).port}`;
  const client = { client_id: "onaccount", client_secret: secret, redirect_uris: [backAddress()] };
  const provider = new Provider(issuer, {
    clients: [{ ...client, token_endpoint_auth_method: "client_secret_post" }],
    claims: { openid: ["sub"], email: ["email", "email_verified"] },
    conformIdTokenClaims: false,
    pkce: { required: () => true },
    findAccount: (_ctx, sub) => ({ accountId: sub, claims: () => ({ sub, ...claims() }) }),
  });
  const answer = provider.callback();
  server.on("request", (request, response) => void answer(request, response));
  return { issuer, close: () => new Promise((closed) => server.close(closed)) };
}

/** The browser at the provider: it is asked who it is, says yes, and is sent back; the query that it comes back with. */
export async function atProvider(url: string): Promise<string> {
  let at = url;
  const jar = new Map<string, string>();
  for (let step = 0; step < 12; step++) {
    if (at.startsWith(backAddress())) return new URL(at).search.slice(1);
    const isDialog = /\/interaction\//.test(at);
    const answer = await fetch(at, {
      redirect: "manual",
      headers: { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join("; ") },
      ...(isDialog && (await dialogAnswer(at, jar))),
    });
    for (const cookie of answer.headers.getSetCookie()) {
      const [pair = ""] = cookie.split(";");
      jar.set(pair.slice(0, pair.indexOf("=")), pair.slice(pair.indexOf("=") + 1));
    }
    at = new URL(present(answer.headers.get("location"), `a way on from ${at}: ${await answer.text()}`), at)
      .href;
  }
  throw new Error("the provider goes round in circles");
}

/** Its own development pages: a name and any password, then a consent. */
async function dialogAnswer(at: string, jar: ReadonlyMap<string, string>): Promise<RequestInit> {
  const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
  const page = await (await fetch(at, { headers: { cookie } })).text();
  const prompt = /name="prompt" value="(\w+)"/.exec(page)?.[1] ?? "login";
  const body = new URLSearchParams({ prompt, login: "dana", password: "any" });
  return { method: "POST", body, headers: { cookie, "content-type": "application/x-www-form-urlencoded" } };
}
