// A logo over HTTP and the sample paper: who may, what is taken, and that nothing of what was sent comes back but its look.
import { randomUUID } from "node:crypto";
import { extractText, getDocumentProxy } from "unpdf";
import { afterAll, beforeAll, expect, test } from "vitest";
import { closePool } from "@/db/client.ts";
import type { Role } from "@/domain/permission.ts";
import type { LogoOf } from "@/domain/values/brand.ts";
import { env } from "@/env.ts";
import { answerBrandingPreview, answerLogo, answerLogoFile } from "./branding-files.ts";
import { setClock } from "./clock.ts";
import { queue } from "./jobs/queue.ts";
import { asMember, openShop, type Shop } from "./testing/fixture-shop.ts";

let [ours, theirs] = [undefined, undefined] as unknown as [Shop, Shop];
beforeAll(async () => {
  setClock("2026-06-30T12:00:00Z");
  [ours, theirs] = [await openShop(), await openShop()];
});
afterAll(async () => {
  setClock(null);
  await (await queue()).stop({ graceful: false });
  await closePool();
});

const us = () => ({ origin: env().APP_URL });
const caller = async (role: Role | null, { of = ours, org = ours.slug } = {}) => ({
  user: async () => role && (await asMember(of, role)).user,
  org,
});
const SVG =
  '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="10"><rect width="20" height="10"/></svg>';

type Sent = { role?: Role | null; key?: string; headers?: Record<string, string> };
async function send(content: string, { role = "owner", key = randomUUID(), headers = us() }: Sent = {}) {
  const request = new Request(`http://here/x?key=${key}`, { method: "POST", headers, body: content });
  return answerLogo(request, await caller(role));
}
const look = async (hash: string, who: Awaited<ReturnType<typeof caller>>) =>
  answerLogoFile(new Request(`http://here/x?hash=${hash}`), who);

test("an owner's drawing becomes a picture of ours, the same one however often it is sent", async () => {
  const logo = (await (await send(SVG)).json()) as LogoOf;
  expect(logo).toMatchObject({ width: 640, height: 160 });
  expect(await (await send(SVG)).json()).toEqual(logo);
  const file = await look(logo.hash, await caller("viewer"));
  expect(file.headers.get("content-type")).toBe("image/png");
  const bytes = new Uint8Array(await file.arrayBuffer());
  expect([...bytes.subarray(1, 4)]).toEqual([...new TextEncoder().encode("PNG")]);
  expect((await look(logo.hash, await caller("owner", { of: theirs, org: theirs.slug }))).status).toBe(404);
  expect((await look("../x", await caller("owner"))).status).toBe(404);
});

test("who may not is refused, and so is what isn't from our own pages", async () => {
  expect((await send(SVG, { role: "clerk" })).status).toBe(403);
  expect((await send(SVG, { role: null })).status).toBe(401);
  expect((await send(SVG, { headers: { origin: "https://evil.example" } })).status).toBe(403);
});

test("what runs or asks elsewhere is refused with words of what to do", async () => {
  const unsafe = await send(SVG.replace("<rect", "<script>1</script><rect"));
  expect(unsafe.status).toBe(422);
  expect(await unsafe.text()).toContain("more than a drawing");
});

const PLAIN = { logo: null, accent: "", remitTo: [], iban: "", terms: "" };
const MESSAGES = { current: "All well", d1_30: "One", d31_60: "Two", d61_90: "Three", d91: "Four" };
async function preview(body: unknown, role: Role | null = "owner", headers = us()): Promise<Response> {
  const request = new Request("http://here/x", { method: "POST", headers, body: JSON.stringify(body) });
  return answerBrandingPreview(request, await caller(role));
}

test.each(Object.entries(MESSAGES))("the sample of %s says %j, and is of no customer", async (late, said) => {
  const answer = await preview({ set: { ...PLAIN, ...MESSAGES, terms: "Net 30, or else." }, late });
  expect(answer.status).toBe(200);
  const pdf = await getDocumentProxy(new Uint8Array(await answer.arrayBuffer()));
  const { text } = await extractText(pdf, { mergePages: true });
  expect(text).toContain(said);
  expect(text).toContain("Net 30, or else.");
  expect(text).toContain("Greenleaf Landscaping");
});

test("what can't be printed, who may not, and other people's pages are refused", async () => {
  const set = { ...PLAIN, ...MESSAGES };
  expect((await preview({ set: { ...set, accent: "#ffd400" }, late: "d91" })).status).toBe(422);
  expect((await preview({ set: { ...set, logo: "0".repeat(64) }, late: "d91" })).status).toBe(404);
  expect((await preview("x".repeat(50_000))).status).toBe(422);
  expect((await preview({ set, late: "d91" }, "viewer")).status).toBe(403);
  expect((await preview({ set, late: "d91" }, "owner", { origin: "https://evil.example" })).status).toBe(403);
});
