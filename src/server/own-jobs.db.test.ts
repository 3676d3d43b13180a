// A project manager bills the jobs that they run, and no other: asked at the door, whatever the page offered.
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { closePool } from "@/db/client.ts";
import { setClock } from "./clock.ts";
import { queue } from "./jobs/queue.ts";
import { answerOf } from "./testing/fixture-caller.ts";
import { INPUTS, asMember, call, openShop, prepare, type Shop } from "./testing/fixture-shop.ts";

let shop = undefined as unknown as Shop;
beforeAll(async () => {
  setClock("2026-06-30T12:00:00Z");
  shop = await openShop();
});
afterAll(async () => {
  setClock(null);
  await (await queue()).stop({ graceful: false });
  await closePool();
});

const release = () => INPUTS["retainage.release"]?.(shop) as object;
const held = async () => {
  const input = INPUTS["retainage.held"]?.(shop);
  const { lines } = (await call(await asMember(shop, "project-manager"), "retainage.held", input)) as {
    lines: { invoiceId: string }[];
  };
  return lines.map((line) => line.invoiceId);
};
/** The job of the invoice that holds something back, given to somebody else, or to nobody. */
async function giveJob(managerId: string | null) {
  const owner = await asMember(shop, "owner");
  const { version } = (await call(owner, "jobs.read", { jobId: shop.jobId })) as { version: number };
  const edit = INPUTS["jobs.edit"]?.({ ...shop, version }) as object;
  await call(owner, "jobs.edit", { ...edit, managerId });
}

test("their own job's retainage is seen and billed by them, another's by the bookkeeper", async () => {
  await prepare(shop, "retainage.release");
  const manager = await asMember(shop, "project-manager");
  expect(await held()).toContain(shop.retainedId);
  expect(await answerOf(manager, "retainage.release", release())).toHaveProperty("answer");
  for (const managerId of [shop.people.owner.id, null]) {
    await giveJob(managerId);
    expect(await held()).not.toContain(shop.retainedId);
    expect(await answerOf(manager, "retainage.release", release())).toMatchObject({
      refusal: ["not-your-job", { field: "jobId" }],
    });
  }
  const bookkeeper = await asMember(shop, "bookkeeper");
  expect(await answerOf(bookkeeper, "retainage.release", release())).toHaveProperty("answer");
});

test("a project manager’s lists and finders hold their own jobs, and all of them where they ask", async () => {
  const [manager, owner] = [await asMember(shop, "project-manager"), await asMember(shop, "owner")];
  const listed = async (as: typeof manager, input: object) => {
    const { rows } = (await call(as, "jobs.list", input)) as { rows: { jobId: string }[] };
    const { count } = (await call(as, "jobs.count", input)) as { count: number };
    expect(count).toBe(rows.length);
    return rows.map(({ jobId }) => jobId);
  };
  const offered = async (as: typeof manager) => {
    const input = { customerId: shop.customerId };
    const { jobs } = (await call(as, "invoiceDrafts.customer", input)) as { jobs: { jobId: string }[] };
    return jobs.map(({ jobId }) => jobId);
  };
  await giveJob(shop.people["project-manager"].id);
  expect(await listed(manager, {})).toContain(shop.jobId);
  expect(await offered(manager)).toContain(shop.jobId);
  await giveJob(shop.people.owner.id);
  expect(await listed(manager, { customerId: shop.customerId })).not.toContain(shop.jobId);
  expect(await offered(manager)).not.toContain(shop.jobId);
  expect(await offered(owner)).toContain(shop.jobId);
  expect(await listed(manager, { whose: "all" })).toContain(shop.jobId);
  expect(await listed(manager, { managerId: shop.people.owner.id })).toContain(shop.jobId);
  // Everybody else sees all of them unless they ask for theirs.
  await giveJob(null);
  expect(await listed(owner, {})).toContain(shop.jobId);
  expect(await listed(owner, { whose: "mine" })).not.toContain(shop.jobId);
});

test("a project manager adds and changes jobs, and sets no limit", async () => {
  const manager = await asMember(shop, "project-manager");
  const job = INPUTS["jobs.create"]?.(shop) as object;
  expect(await answerOf(manager, "jobs.create", job)).toHaveProperty("answer");
  const limited = { ...job, commandKey: randomUUID(), number: "J-LIMIT", limitCents: 100_00 };
  expect(await answerOf(manager, "jobs.create", limited)).toMatchObject({
    refusal: ["not-allowed", { permission: "limit:change" }],
  });
  expect(await answerOf(await asMember(shop, "admin"), "jobs.create", limited)).toHaveProperty("answer");
});
