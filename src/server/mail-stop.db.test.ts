// Mails that come by themselves say how to have no more of them (RFC 8058). Whoever merely opens that changes nothing; a press
// stops them for that address alone, until a person undoes it. What somebody begins by hand is sent all the same.
import { afterAll, beforeEach, expect, test } from "vitest";
import { addContact } from "@/books/customers/contacts.ts";
import { deliverBatch, makeBatch, readUndelivered, rehearseBatch } from "@/books/statements/make-run.ts";
import { readRunExceptions } from "@/books/statements/run-list.ts";
import { approveRun, readRun, startRun } from "@/books/statements/runs.ts";
import { undoStop } from "@/books/statements/mail-stops.ts";
import { freshBusiness } from "@/books/story/ledger-dsl.ts";
import { closePool } from "@/db/client.ts";
import { NewContact } from "@/domain/customers/contact-input.ts";
import { present } from "@/domain/assert.ts";
import { inputOf } from "@/domain/input-of.ts";
import { NewRun } from "@/domain/statements/run-input.ts";
import { day, type Day } from "@/domain/values/day.ts";
import { letterheadOf, operatorActor, type SystemActor } from "./actor.ts";
import { traceOf } from "./mail-trace.ts";
import { answerStop, openStop, openedStop } from "./mail-stop.ts";

type Business = Awaited<ReturnType<typeof freshBusiness>>;
let business: Business;
let actor: SystemActor;
let sent: { to: string; stop: string | null }[] = [];
beforeEach(async () => {
  sent = [];
  business = await freshBusiness();
  const { customerId } = await business.customer("Owes").invoice("100.00", "2026-01-05").write();
  for (const [name, email] of [
    ["Ann", "ap@owes.example"],
    ["Bo", "owner@owes.example"],
  ] as const)
    await business.change((books) =>
      addContact(books, inputOf(NewContact, { customerId, name, email, getsStatements: true })),
    );
  actor = present(await operatorActor(business.slug, "test"), "it is there");
});
afterAll(closePool);

/** Runs it until its mails are queued; what somebody should have looked at. Nothing is drawn. */
async function run(asOf: Day, isScheduled: boolean): Promise<string[]> {
  const asked = inputOf(NewRun, { kind: "open-item", asOf, deliver: "mail" });
  const { runId } = await business.change((books) => startRun(books, { ...asked, isScheduled }));
  const begun = await business.read((books) => readRun(books, runId));
  const letterhead = letterheadOf(actor);
  while (await business.change((books) => rehearseBatch(books, letterhead, begun)));
  await business.change((books) => approveRun(books, { runId }));
  while ((await business.change((books) => makeBatch(books, letterhead, begun))).taken > 0);
  const made = await business.read((books) => readUndelivered(books, runId, 10));
  const mails = await business.change((books) => deliverBatch(books, begun, made));
  sent = mails.map(({ outboxId, recipient }) => ({
    to: recipient,
    stop: traceOf(actor, { outboxId, comesByItself: isScheduled }, runId).stop ?? null,
  }));
  const told = await business.read((books) => readRunExceptions(books, runId));
  return told.map(({ exception }) => exception);
}

const FROM = { requestId: "r-1", ip: "192.0.2.1", userAgent: null, browser: null };
const keyIn = (stop: string | null | undefined): string => {
  const [, key = ""] = /^http:\/\/localhost:3000\/s\/stop\/([a-z2-7]{64})\/now$/.exec(stop ?? "") ?? [];
  return key;
};
const posted = (key: string, said: Record<string, string>) =>
  answerStop(
    new Request("http://localhost:3000/x", { method: "POST", body: new URLSearchParams(said) }),
    key,
  );
const BOTH = ["ap@owes.example", "owner@owes.example"];
const to = () => sent.map((mail) => mail.to);

test("a form that is too large isn't read, and stops nothing", async () => {
  await run(day("2026-02-28"), true);
  const key = keyIn(sent[0]?.stop);
  const said = { "List-Unsubscribe": "One-Click", filler: "x".repeat(20_000) };
  expect((await posted(key, said)).status).toBe(413);
  expect(await openStop(key, FROM)).toMatchObject({ isStopped: false });
});

test("only a mail that comes by itself says it, each to its own address", async () => {
  await run(day("2026-02-27"), false);
  expect(sent).toEqual(BOTH.map((address) => ({ to: address, stop: null })));
  await run(day("2026-02-28"), true);
  expect(to()).toEqual(BOTH);
  expect(new Set(sent.map(({ stop }) => keyIn(stop))).size).toBe(2);
  expect(await openStop(keyIn(sent[0]?.stop), FROM)).toMatchObject({
    address: "ap@owes.example",
    isStopped: false,
    language: "en",
  });
});

test("a scanner's GET changes nothing, nor does a POST that says nothing or a key of nobody's", async () => {
  await run(day("2026-02-27"), true);
  const key = keyIn(sent[0]?.stop);
  const answer = openedStop(key);
  expect([answer.status, answer.headers.get("location")]).toEqual([303, `/s/stop/${key}`]);
  await openStop(key, FROM);
  expect((await posted(key, {})).status).toBe(303);
  for (const wrong of ["a".repeat(64), `${key.slice(0, 60)}aaaa`, "x", ""]) {
    expect((await posted(wrong, { "List-Unsubscribe": "One-Click" })).status).toBe(200);
    expect(await openStop(wrong, FROM)).toBeNull();
  }
  await run(day("2026-02-28"), true);
  expect(to()).toEqual(BOTH);
});

test.each([
  ["a mail program's button", { "List-Unsubscribe": "One-Click" }, 200],
  ["the page's form", { sure: "yes" }, 303],
])("%s stops them for that address, and a person undoes it", async (_what, said, status) => {
  await run(day("2026-02-26"), true);
  const key = keyIn(sent[0]?.stop);
  expect((await posted(key, said)).status).toBe(status);
  expect((await posted(key, said)).status).toBe(status);
  expect(await openStop(key, FROM)).toMatchObject({ isStopped: true });
  expect(await run(day("2026-02-27"), true)).toContain("stopped");
  expect(to()).toEqual(["owner@owes.example"]);
  // By hand, it goes to both.
  expect(await run(day("2026-02-25"), false)).not.toContain("stopped");
  expect(to()).toEqual(BOTH);
  await business.change((books) => undoStop(books, "ap@owes.example"));
  await run(day("2026-02-28"), true);
  expect(to()).toEqual(BOTH);
});
