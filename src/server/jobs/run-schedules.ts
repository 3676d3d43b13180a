// Begins the runs of statements that are due on the business's own day, under the name of whoever set them up.
import type { PgBoss } from "pg-boss";
import { changeBooks, readBooks, type Asker } from "@/books/open.ts";
import { beginScheduledRun, readRunSchedules } from "@/books/statements/run-schedules.ts";
import { tenantOf, type SystemActor } from "../actor.ts";
import { sendRunJob } from "./queue.ts";

/** The oldest first, until none is due. Returns how many were begun. */
export async function beginRuns(boss: PgBoss, actor: SystemActor): Promise<number> {
  let begun = 0;
  for (;;) {
    const [next] = await readBooks(actor, readRunSchedules);
    if (!next || next.nextOn > actor.today) return begun;
    const asker: Asker = { ...actor, subject: next.madeSubject, userName: next.madeBy };
    const { scheduleId, nextOn } = next;
    const command = {
      key: `run-schedule:${scheduleId}:${nextOn}:${actor.requestId}`,
      procedure: "statementRuns.begin",
      input: { scheduleId, nextOn },
    };
    const run = await changeBooks(asker, command, (books) => beginScheduledRun(books, next));
    // A job that is lost here is asked for again by the sweep.
    if (run) await sendRunJob(boss, tenantOf(actor), run.runId);
    begun += 1;
  }
}
