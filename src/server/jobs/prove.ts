// Proves one business's books and keeps the proof. What is broken is an error in the log as well as rows in the
// books: whoever watches the one must not have to look at the other.
import type { PgBoss } from "pg-boss";
import { changeBooks, readBooks } from "@/books/open.ts";
import { keepProof, proveBooks } from "@/books/business/proofs.ts";
import { systemActor } from "../actor.ts";
import { log } from "../log.ts";
import { PROOF_QUEUE, type ProofJob } from "./queue.ts";

/** One word of a new job wakes the worker once; of those that came while it was at work nobody tells it again. */
const HOW = { pollingIntervalSeconds: 1, notifyPollingIntervalSeconds: 1 };

/** One at a time, the next one within a second. Other than the boss, all is given by tests alone. */
export async function workProofs(
  boss: PgBoss,
  { queue = PROOF_QUEUE, proveOne = prove } = {},
): Promise<void> {
  await boss.work<ProofJob>(queue, HOW, async (jobs) => {
    for (const job of jobs) await proveOne(job.data, `proof-${job.id}`);
  });
}

export async function prove({ tenant }: ProofJob, requestId: string): Promise<void> {
  const actor = await systemActor(tenant, requestId);
  if (!actor) return;
  const proof = await readBooks(actor, proveBooks);
  const command = { key: `proof:${requestId}`, procedure: "books.prove", input: null };
  await changeBooks(actor, command, async (books) => {
    await keepProof(books, proof);
    return null;
  });
  const { events, tookMs, broken } = proof;
  const line = { tenant, org: actor.orgSlug, events, tookMs, requestId };
  if (broken.length === 0) log().info(line, "books proven");
  else log().error({ ...line, broken }, "books broken");
}
