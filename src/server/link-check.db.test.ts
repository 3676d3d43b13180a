// What a business asks before a link opens: five tries, then an hour of none; who answered is let in for half an hour, to this
// link's pages, and to no other link's.
import { randomUUID } from "node:crypto";
import { afterAll, beforeEach, expect, test } from "vitest";
import { changeLinks, readSettings } from "@/books/business/settings.ts";
import { changeBooks } from "@/books/open.ts";
import { closePool } from "@/db/client.ts";
import { present } from "@/domain/assert.ts";
import type { LinkCheck } from "@/domain/statements/link-check.ts";
import { sql } from "drizzle-orm";
import { answerCheck } from "./check-answer.ts";
import { setClock } from "./clock.ts";
import { answerLinkForm } from "./link-answers.ts";
import { newFormKey } from "./link-form.ts";
import { openShared, sharePaper } from "./shared-paper.ts";
import { asMember, openShop, type Shop } from "./testing/fixture-shop.ts";
import { somewhere } from "./testing/fixtures.ts";
import { CLIENT_ADDRESS } from "./wire/headers.ts";

let shop: Shop;
beforeEach(async () => {
  setClock("2026-06-30T12:00:00Z");
  shop = await openShop();
});
afterAll(async () => {
  setClock(null);
  await closePool();
});

const owner = async () => present((await asMember(shop, "owner")).member, "the owner is a member");
async function ask(linkCheck: LinkCheck): Promise<void> {
  const member = await owner();
  await changeBooks(member, { key: randomUUID(), procedure: "test", input: null }, async (books) => {
    await books.tx.execute(sql`
      update books.customers set postal_code = '05602' where id = ${shop.customerId}::uuid`);
    const { version } = await readSettings(books);
    return changeLinks(books, { version, linkCheck });
  });
}
async function link() {
  const { url, linkId } = await sharePaper(await owner(), { kind: "statement", id: shop.statementId });
  return { token: url.split("/s/")[1] ?? "", linkId };
}
async function answer(token: string, typed: string) {
  const body = new FormData();
  body.set("answer", typed);
  const headers = { "sec-fetch-site": "same-origin", [CLIENT_ADDRESS]: somewhere().ip };
  const said = await answerCheck(
    new Request("http://localhost:3000/s/x/check", { method: "POST", body, headers }),
    token,
  );
  return {
    to: said.headers.get("location")?.slice(`/s/${token}`.length),
    cookie: said.headers.get("set-cookie")?.split(";")[0] ?? "",
  };
}
const opens = (token: string, cookies = "") => openShared(token, { ...somewhere(), cookies });
const asked = { code: "link-check", details: { asks: "postcode", language: "en" } };

test("asked nothing, it opens; asked, it opens for who answers", async () => {
  const { token } = await link();
  expect((await opens(token)).kind).toBe("statement");
  await ask("postcode");
  await expect(opens(token)).rejects.toMatchObject(asked);
  expect(await answer(token, "99999")).toEqual({ to: "?fault=check-wrong", cookie: "" });
  const { to, cookie } = await answer(token, " 05 602");
  expect(to).toBe("");
  expect((await opens(token, `a=b; ${cookie}`)).kind).toBe("statement");
});

test("the last invoice's total is asked where that is wanted", async () => {
  await ask("last-invoice");
  const { token } = await link();
  await expect(opens(token)).rejects.toMatchObject({ details: { asks: "last-invoice" } });
  expect((await answer(token, "0.01")).cookie).toBe("");
});

test("a pass is for its own link, unbent, and for half an hour", async () => {
  await ask("postcode");
  const [one, other] = [await link(), await link()];
  const { cookie } = await answer(one.token, "05602");
  const [name = "", value = ""] = cookie.split(/=(.*)/);
  const named = (linkId: string) => name.replace(one.linkId.slice(0, 13), linkId.slice(0, 13));
  for (const bent of [
    "",
    `${name}=`,
    `${name}=${value.slice(0, -1)}${value.endsWith("A") ? "B" : "A"}`,
    `${name}=z${value}`,
    `${name}=${"x".repeat(5000)}`,
  ])
    await expect(opens(one.token, bent)).rejects.toMatchObject(asked);
  await expect(opens(other.token, `${named(other.linkId)}=${value}`)).rejects.toMatchObject(asked);
  setClock("2026-06-30T12:30:01Z");
  await expect(opens(one.token, cookie)).rejects.toMatchObject(asked);
});

test("five tries, and then not even the right answer for an hour", async () => {
  await ask("postcode");
  const { token } = await link();
  for (let n = 0; n < 5; n++) expect((await answer(token, String(n))).to).toBe("?fault=check-wrong");
  expect(await answer(token, "05602")).toEqual({ to: "?fault=too-many", cookie: "" });
});

test("no form is taken from who hasn't answered", async () => {
  await ask("postcode");
  const { token, linkId } = await link();
  const body = new FormData();
  body.set("key", newFormKey(linkId));
  body.set("seen", "yes");
  const request = new Request("http://localhost:3000/s/x/answers/seen", {
    method: "POST",
    body,
    headers: { "sec-fetch-site": "same-origin" },
  });
  const said = await answerLinkForm(request, token, "seen");
  expect(said.headers.get("location")).toContain("fault=link-check");
});

test("who has nothing to be asked about is let in, and an unknown link is asked nothing", async () => {
  await ask("postcode");
  const member = await owner();
  await changeBooks(member, { key: randomUUID(), procedure: "test", input: null }, async ({ tx }) => {
    await tx.execute(sql`update books.customers set postal_code = ''`);
    return null;
  });
  const { token } = await link();
  await expect(opens(token)).rejects.toMatchObject({ details: { asks: "last-invoice" } });
  await expect(opens("A".repeat(43))).rejects.toMatchObject({ code: "link-gone" });
  expect(await answer("A".repeat(43), "05602")).toEqual({ to: "?fault=link-gone", cookie: "" });
});
