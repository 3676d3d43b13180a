// Proofs in their turn: who waits for one goes before the night's, and a queue of them is worked off without a pause.
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { closePool } from "@/db/client.ts";
import { workProofs } from "./prove.ts";
import { enqueueProof, startQueue } from "./queue.ts";

/** Other tests look at what waits in the queue of proofs. */
const OWN = `proof-${randomUUID().slice(0, 8)}`;
let boss: Awaited<ReturnType<typeof startQueue>>;
beforeAll(async () => {
  boss = await startQueue({ supervise: false, schedule: false, useListenNotify: true });
  await boss.createQueue(OWN, { policy: "exclusive", notify: true });
});
afterAll(async () => {
  await boss.deleteQueue(OWN);
  await boss.stop({ graceful: false });
  await closePool();
});

test("what is awaited comes first, and the others one after the other", async () => {
  const tenants: string[] = Array.from({ length: 5 }, () => randomUUID());
  for (const tenant of tenants.slice(1)) await enqueueProof(boss, tenant, { isAwaited: false, queue: OWN });
  const [awaited = ""] = tenants;
  await enqueueProof(boss, awaited, { isAwaited: true, queue: OWN });
  const done: string[] = [];
  const { promise, resolve } = Promise.withResolvers<void>();
  await workProofs(boss, {
    queue: OWN,
    proveOne: async ({ tenant }) => {
      done.push(tenant);
      if (done.length === tenants.length) resolve();
    },
  });
  await promise;
  expect(done[0]).toBe(awaited);
  expect(new Set(done)).toEqual(new Set(tenants));
}, 20_000);
