// Six writers that post without end, until somebody kills them or their database. What they are about to send and what
// was acknowledged goes to standard output line by line, so that the parent knows it even of the dead.
import fs from "node:fs";
import { randomUUID } from "node:crypto";
import { changeBooks, type Asker } from "@/books/open.ts";
import { verbsOf } from "@/books/testing/desk.ts";
import { usePool } from "../own-pool.ts";

export type Job = { key: string; accountId: string; kind: "invoice" | "pay"; amount: number };
export type Line = { sent: Job } | { acked: string; eventId: number };

/** Under the same key it is the same command, however often it is sent. */
export const carryOut = (asker: Asker, job: Job): Promise<{ eventId: number }> =>
  changeBooks(
    asker,
    { key: job.key, procedure: "crash", input: job },
    (books): Promise<{ eventId: number }> => {
      const verbs = verbsOf(books, job.accountId);
      return job.kind === "invoice"
        ? verbs.invoice(job.amount, "2026-06-15")
        : verbs.pay(job.amount, "2026-06-20", "oldest-first");
    },
  );

const say = (line: Line) => fs.writeSync(1, `${JSON.stringify(line)}\n`);

async function write(asker: Asker, accountIds: readonly string[]): Promise<never> {
  for (;;) {
    const pick = Math.floor(Math.random() * accountIds.length);
    const kind = Math.random() < 0.6 ? "invoice" : "pay";
    const job: Job = {
      key: randomUUID(),
      accountId: accountIds[pick] ?? "",
      kind,
      amount: 1 + Math.floor(Math.random() * 99_00),
    };
    say({ sent: job });
    const { eventId } = await carryOut(asker, job);
    say({ acked: job.key, eventId });
  }
}

const [order] = process.argv.slice(2);
if (order?.startsWith("{")) {
  const { url, asker, accountIds } = JSON.parse(order) as { url: string; asker: Asker; accountIds: string[] };
  usePool(url);
  // The first that fails has lost the database, and so have the others.
  await Promise.all(Array.from({ length: 6 }, () => write(asker, accountIds))).catch(() => process.exit(3));
}
