// A run's progress is told when it moves and when it is over; a person has one stream, and one that nobody reads ends.
import { afterAll, beforeEach, expect, test } from "vitest";
import { approveRun, startRun } from "@/books/statements/runs.ts";
import { freshBusiness } from "@/books/story/ledger-dsl.ts";
import { closePool } from "@/db/client.ts";
import { present } from "@/domain/assert.ts";
import { inputOf } from "@/domain/input-of.ts";
import { NewRun } from "@/domain/statements/run-input.ts";
import { day } from "@/domain/values/day.ts";
import { memberActor, operatorActor, type MemberActor } from "./actor.ts";
import { workOnRun } from "./jobs/statement-runs.ts";
import { runProgress } from "./run-progress.ts";

afterAll(closePool);

let business: Awaited<ReturnType<typeof freshBusiness>>;
let member: MemberActor;
let runId = "";
beforeEach(async () => {
  business = await freshBusiness();
  await business.customer("Owes").invoice("100.00", "2026-01-05").write();
  const owner = { userId: business.ownerId, name: "Olive Owner" };
  member = present(await memberActor(owner, business.slug, "test"), "the owner is a member");
  const asked = inputOf(NewRun, { kind: "open-item", asOf: day("2026-02-28"), deliver: "none" });
  ({ runId } = await business.change((books) => startRun(books, asked)));
});

const work = async () => workOnRun(present(await operatorActor(business.slug, "w"), "it is there"), runId);
const watch = (pauseMs = 20) =>
  present(runProgress(member, runId, new AbortController().signal, pauseMs), "there is room").getReader();

async function told(reader: ReturnType<typeof watch>): Promise<string[]> {
  const events: string[] = [];
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return events;
    events.push(new TextDecoder().decode(value));
  }
}

test("it says where it is, says nothing while nothing moves, and closes with the run", async () => {
  const watching = told(watch(200));
  // Three looks, one event.
  await new Promise((resolve) => setTimeout(resolve, 500));
  await work();
  const events = await watching;
  expect(events[0]).toBe("retry: 1000\n\n");
  const moved = events.filter((each) => each.startsWith("event: moved"));
  expect(moved[0]).toContain('"ready":0');
  // Whether somebody looks in the middle of the work is the machine's affair.
  expect(new Set(moved).size).toBe(moved.length);
  expect(events.at(-1)).toMatch(/^event: over\ndata: \{"state":"rehearsed","ready":1,/);
  await business.change((books) => approveRun(books, { runId }));
  await work();
  expect((await told(watch())).at(-1)).toContain('"state":"done","ready":0');
});

test("a person's next stream ends the one before, and one that is left alone ends by itself", async () => {
  const first = told(watch());
  const second = told(watch(1));
  expect((await first).some((each) => each.includes("over"))).toBe(false);
  // So many looks, and no more.
  expect((await second).filter((each) => each.startsWith("event"))).toHaveLength(1);
});
