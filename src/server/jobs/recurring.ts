// Makes the invoices that are due again, business by business, on the business's own day. Each day of each is a command of
// its own: one that can't be made is said on it and tried again in the next hour, and stops no other.
import type { Actor } from "../actor.ts";
import { changeBooks, readBooks, type Books } from "@/books/open.ts";
import { keepScheduleFault, makeScheduled, readDueSchedules, type Made } from "@/books/invoices/recurring.ts";
import { queueMail } from "@/books/statements/outbox.ts";
import { REFUSALS, Refusal } from "@/domain/refusal.ts";
import { log } from "../log.ts";
import { enqueueMail } from "./queue.ts";

/** What was missed is made up for, the oldest first; so many in one go, and the rest in the next hour. */
const MOST = 500;

export async function runRecurring(actor: Actor): Promise<number> {
  let made = 0;
  const failed = new Set<string>();
  while (made < MOST) {
    const due = await readBooks(actor, readDueSchedules);
    const next = due.filter(({ scheduleId }) => !failed.has(scheduleId));
    if (next.length === 0) return made;
    for (const { scheduleId, on } of next) {
      const input = { scheduleId, on };
      const command = {
        key: `recurring:${scheduleId}:${on}:${actor.requestId}`,
        procedure: "recurring.make",
        input,
      };
      try {
        // Null: somebody paused it meanwhile, or made it.
        if (await changeBooks(actor, command, (books) => makeAndMail(books, actor, input))) made += 1;
        else failed.add(scheduleId);
      } catch (error) {
        failed.add(scheduleId);
        const says = error instanceof Refusal ? REFUSALS[error.code] : null;
        if (says === null) log().error({ err: error, scheduleId, on }, "recurring invoice failed");
        await tell(actor, {
          ...input,
          says: says ?? "It failed on our side, and is tried again in an hour.",
        });
      }
    }
  }
  return made;
}

/** The mail is queued with the invoice, or neither is there: a try that died sends nothing twice. */
async function makeAndMail(
  books: Books,
  actor: Actor,
  input: Parameters<typeof makeScheduled>[1],
): Promise<Made | null> {
  const made = await makeScheduled(books, input);
  if (!made?.mail) return made;
  const { invoiceId, recipients } = made.mail;
  const paper = { kind: "invoice", id: invoiceId } as const;
  for (const recipient of recipients) {
    const cause = `schedule:${input.scheduleId}:${input.on}`;
    const { outboxId } = await queueMail(books, { paper, recipient, cause });
    await enqueueMail(books, actor, { outboxId, recipient });
  }
  return made;
}

async function tell(actor: Actor, told: Parameters<typeof keepScheduleFault>[1]): Promise<void> {
  const key = `recurring-fault:${told.scheduleId}:${actor.requestId}`;
  const command = { key, procedure: "recurring.tell", input: told };
  await changeBooks(actor, command, (books) => keepScheduleFault(books, told));
}
