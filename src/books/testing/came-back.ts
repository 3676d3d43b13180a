// For tests: a mail that was tried, and came back for good.
import type { Books } from "../open.ts";
import { noteReturned } from "../statements/bounces.ts";
import { beginMail } from "../statements/outbox.ts";

export async function cameBack(books: Books, outboxId: string): Promise<{ noted: boolean }> {
  await beginMail(books, outboxId);
  const bounce = { kind: "hard", code: "5.1.1", reason: "no such user" } as const;
  return { noted: await noteReturned(books, outboxId, { outcome: "bounced", bounce }) };
}
