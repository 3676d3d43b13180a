// The door of the aging report on paper: whoever may read reports gets it, of their own business alone, at the day and the
// instant that the page shows and in its order; nobody else is told anything.
import { extractText, getDocumentProxy } from "unpdf";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { closePool } from "@/db/client.ts";
import { ROLES, mayDo, type Role } from "@/domain/permission.ts";
import { day } from "@/domain/values/day.ts";
import type { SignedIn } from "./auth/session.ts";
import { answerAgingFile } from "./aging-file.ts";
import { setClock } from "./clock.ts";
import { queue } from "./jobs/queue.ts";
import { booksOf } from "./testing/fixture-caller.ts";
import { openShop, type Shop } from "./testing/fixture-shop.ts";
import { somewhere } from "./testing/fixtures.ts";

let who: SignedIn | null = null;
vi.mock("./auth/session.ts", () => ({
  requireUser: () => (who ? Promise.resolve(who) : Promise.reject(new Error("sign in first"))),
}));
vi.mock("./wire/request.ts", () => ({ from: () => Promise.resolve(somewhere()) }));

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

const signIn = (role: Role | null, shop = ours): void => {
  const person = role && shop.people[role];
  who = person && { userId: person.id, name: person.name, email: person.email, secondFactor: false };
};
const asked = (query: object = {}, slug = ours.slug) =>
  answerAgingFile(slug, { asOf: day("2026-03-05"), ...query }, new AbortController().signal);

async function textOf(answer: Response): Promise<string> {
  expect([answer.status, answer.headers.get("content-type")]).toEqual([200, "application/pdf"]);
  const paper = await getDocumentProxy(new Uint8Array(await answer.arrayBuffer()));
  const { text } = await extractText(paper, { mergePages: true });
  return text.replace(/\s+/g, " ");
}

test("it is the page's figures at the page's day, under a name that says whose and when", async () => {
  signIn("owner");
  const answer = await asked();
  expect(answer.headers.get("content-disposition")).toContain("aging%202026-03-05.pdf");
  expect(answer.headers.get("cache-control")).toBe("private, no-store");
  const text = await textOf(answer);
  expect(text).toContain("As of Mar 5, 2026, by due date, in USD");
  const invoices = "A-1 · due Mar 2, 2026 40.00 INV-00001 · due Apr 4, 2026 3.00";
  expect(text).toContain(`Greenleaf C-1 3.00 40.00 — — — 43.00 −10.00 33.00 ${invoices} Total`);
  expect(text).toContain("Total 3.00 40.00 — — — 43.00 −10.00 33.00");
});

test("before anything was known, nobody owes anything", async () => {
  signIn("owner");
  const text = await textOf(await asked({ knownAt: "2001-01-01T00:00:00Z" }));
  expect(text).toContain("as it was known");
  expect(text).toContain("Nobody owes anything on that day.");
  expect(text).not.toContain("Greenleaf");
});

test("it is in the order and of those that were asked for", async () => {
  const books = await booksOf(ours);
  await books.customer("Aspen").invoice("5.00", "2026-01-05").write();
  signIn("owner");
  const order = async (query: object) => {
    const text = await textOf(await asked(query));
    return ["Aspen", "Greenleaf"]
      .filter((name) => text.includes(name))
      .sort((a, b) => text.indexOf(a) - text.indexOf(b));
  };
  expect(await order({})).toEqual(["Greenleaf", "Aspen"]);
  expect(await order({ sort: "name", direction: "asc" })).toEqual(["Aspen", "Greenleaf"]);
  expect(await order({ search: "aspen" })).toEqual(["Aspen"]);
});

test.each(ROLES)("%s: as the page's own door says", async (role) => {
  signIn(role);
  const answer = asked().then(
    ({ status }) => status,
    () => "refused",
  );
  expect(await answer).toBe(mayDo(role, "report:read") ? 200 : "refused");
});

test("a stranger's business isn't there, and who isn't signed in gets nothing", async () => {
  signIn("owner");
  await expect(asked({}, theirs.slug)).rejects.toThrow();
  signIn(null);
  await expect(asked()).rejects.toThrow("sign in first");
});
