// Tells a business by mail what a customer said by a link: each member who sends its statements, each thing once, and so many a day.
// The list has all of it, mailed or not. A worker that dies between sending and noting it sends one more, at most.
import type { PgBoss } from "pg-boss";
import { readMailServer, type SealedMailServer } from "@/books/business/mail-server.ts";
import { changeBooks, readBooks } from "@/books/open.ts";
import { readSaid } from "@/books/collections/said.ts";
import { noteTold, readTold } from "@/books/collections/tellings.ts";
import { membersOf } from "@/db/directory/members.ts";
import { countTry } from "@/db/directory/tries.ts";
import type { Said } from "@/domain/collections/said.ts";
import { mayDo } from "@/domain/permission.ts";
import { env } from "@/env.ts";
import { systemActor, tenantOf, type SystemActor } from "../actor.ts";
import { goesOutBy, sendForBusiness } from "../business-mail.ts";
import { log } from "../log.ts";
import { SAID_QUEUE, type SaidJob } from "./queue.ts";

/** So many things said in a day are mailed: links are in the hands of others. */
export const MOST_A_DAY = 50;
const DAY_SECONDS = 24 * 60 * 60;

/** Other than the boss, all is given by tests alone. */
export async function workSaid(boss: PgBoss, { queue = SAID_QUEUE, tellOne = tellSaid } = {}): Promise<void> {
  await boss.work<SaidJob>(queue, { pollingIntervalSeconds: 5 }, async (jobs) => {
    for (const job of jobs) await tellOne(job.data, `said-${job.id}`);
  });
}

/** Throws where a mail is to be tried again. */
export async function tellSaid({ tenant, kind, saidId }: SaidJob, requestId: string): Promise<void> {
  const actor = await systemActor(tenant, requestId);
  if (!actor) return;
  const [said, told, server] = await readBooks(actor, (books) =>
    Promise.all([readSaid(books, kind, saidId), readTold(books, kind, saidId), readMailServer(books)]),
  );
  if (!said) return;
  if (!goesOutBy(server)) throw new Error("no mail goes out yet");
  if (told.size === 0 && !(await isWithinDay(actor, said))) {
    log().warn({ tenant, kind, saidId, requestId }, "not mailed: too much was said today");
    return;
  }
  const members = (await membersOf(tenant)).filter(({ role }) => mayDo(role, "statement:issue"));
  const faults: string[] = [];
  for (const member of members)
    if (!told.has(member.userId)) faults.push(...(await tellMember(actor, { said, server, member })));
  if (faults.length > 0) throw new Error(`not all were told: ${faults[0]}`);
}

/** `server`: the business's own way out; null for the system's. */
type Telling = {
  said: Said;
  server: SealedMailServer | null;
  member: { userId: string; name: string; email: string };
};

/** What has to be tried again. */
async function tellMember(
  actor: SystemActor,
  { said, server, member: { userId, name, email } }: Telling,
): Promise<string[]> {
  const { saidMail } = await import("@/documents/mails/said-mail.tsx");
  const business = { name: actor.orgName, locale: actor.locale };
  const url = `${env().APP_URL}/${actor.orgSlug}/customers/said`;
  const letter = await saidMail({ said, business, url });
  const { kind, saidId } = said;
  const key = `said:${kind}:${saidId}:${userId}`;
  const delivery = await sendForBusiness(actor, server, { ...letter, to: { name, address: email } });
  if (delivery.status === "retry") return [delivery.error];
  if (delivery.status === "rejected")
    log().warn({ kind, saidId, error: delivery.error }, "a member wasn’t told");
  await changeBooks(
    actor,
    { key, procedure: "said.told", input: { kind, saidId, userId } },
    async (books) => {
      await noteTold(books, { kind, saidId, userId });
      return null;
    },
  );
  return [];
}

/** Counted once for each thing said: another try is of what was let through before. */
async function isWithinDay(actor: SystemActor, { kind, saidId }: Said): Promise<boolean> {
  if ((await countTry(`said:${kind}:${saidId}`, DAY_SECONDS)).count > 1) return true;
  return (await countTry(`said:${tenantOf(actor)}`, DAY_SECONDS)).count <= MOST_A_DAY;
}
