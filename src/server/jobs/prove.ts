// Proves one business's books and keeps the proof. What is broken is an error in the log as well as rows in the
// books: whoever watches the one must not have to look at the other.
import { changeBooks, readBooks } from "@/books/open.ts";
import { keepProof, proveBooks } from "@/books/business/proofs.ts";
import { systemActor } from "../actor.ts";
import { log } from "../log.ts";
import type { ProofJob } from "./queue.ts";

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
