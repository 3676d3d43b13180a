// What became of a command whose answer got lost: its own answer, nothing, or, while it is being carried out, a wait.
import { afterAll, beforeEach, expect, test } from "vitest";
import { closePool } from "@/db/client.ts";
import { commandOutcome, type Outcome } from "./open.ts";
import { freshBusiness, type Account } from "./story/ledger-dsl.ts";
import { verbsOf } from "./testing/desk.ts";

let business: Awaited<ReturnType<typeof freshBusiness>>;
let greenleaf: Account;
beforeEach(async () => {
  business = await freshBusiness();
  greenleaf = await business.customer("Greenleaf").invoice("100.00", "2026-01-31").write();
});
afterAll(closePool);

const outcome = (key: string, of = business): Promise<Outcome> =>
  of.read((books) => commandOutcome(books, key));

test("what was recorded answers as it did the first time", async () => {
  const answer = await business.change(
    (books) => verbsOf(books, greenleaf.accountId).pay(60_00, "2026-02-10", "oldest-first"),
    "a-lost-answer",
  );
  expect(await outcome("a-lost-answer")).toMatchObject({ state: "recorded", answer });
});

test("a key that nobody used is free, and stays free", async () => {
  expect(await outcome("never-sent")).toEqual({ state: "absent" });
  expect(await outcome("never-sent")).toEqual({ state: "absent" });
  await business.change((books) => verbsOf(books, greenleaf.accountId).pay(1_00, "2026-02-10"), "never-sent");
  expect(await outcome("never-sent")).toMatchObject({ state: "recorded" });
});

test("another business's key is nobody's here", async () => {
  await business.change((books) => verbsOf(books, greenleaf.accountId).pay(1_00, "2026-02-10"), "same-key");
  expect(await outcome("same-key", await freshBusiness())).toEqual({ state: "absent" });
});

test("a command that is being carried out is waited for", async () => {
  const began = Promise.withResolvers<void>();
  const goOn = Promise.withResolvers<void>();
  const paid = business.change(async (books) => {
    began.resolve();
    await goOn.promise;
    return verbsOf(books, greenleaf.accountId).pay(60_00, "2026-02-10", "oldest-first");
  }, "on-its-way");
  await began.promise;
  const asked = outcome("on-its-way");
  let told = false;
  void asked.then(() => (told = true));
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(told).toBe(false);
  goOn.resolve();
  expect(await asked).toMatchObject({ state: "recorded", answer: await paid });
});

test("one that takes longer than a lock may is busy, not absent", async () => {
  const began = Promise.withResolvers<void>();
  const goOn = Promise.withResolvers<void>();
  const paid = business.change(async (books) => {
    began.resolve();
    await goOn.promise;
    return verbsOf(books, greenleaf.accountId).pay(60_00, "2026-02-10", "oldest-first");
  }, "on-its-way");
  await began.promise;
  await expect(outcome("on-its-way")).rejects.toMatchObject({ code: "busy" });
  goOn.resolve();
  await paid;
});
