// Tells by mail who may answer that a change of credit terms waits for a second person: each of them by a job of its own, so
// that one address that doesn't take its mail keeps nobody else from theirs.
import type { PgBoss } from "pg-boss";
import { readMailServer } from "@/books/business/mail-server.ts";
import { readLimitRequest } from "@/books/credit/limit-requests.ts";
import { readBooks } from "@/books/open.ts";
import { membersOf } from "@/db/directory/members.ts";
import { mayDo } from "@/domain/permission.ts";
import { env } from "@/env.ts";
import { systemActor } from "../actor.ts";
import { goesOutBy, sendForBusiness } from "../business-mail.ts";
import { log } from "../log.ts";
import { LIMIT_QUEUE, type LimitJob } from "./told-queues.ts";

/** Other than the boss, all is given by tests alone. */
export async function workLimits(boss: PgBoss, { queue = LIMIT_QUEUE } = {}): Promise<void> {
  await boss.work<LimitJob>(queue, { pollingIntervalSeconds: 5 }, async (jobs) => {
    for (const { data, id } of jobs)
      for (const userId of await tellLimit(data, `limit-${id}`))
        await boss.send(queue, { ...data, userId }, { singletonKey: `${data.requestId} ${userId}` });
  });
}

/**
 * Without a member, answers who is to be told: whoever may answer, and didn't ask. With one, mails them; throws where that
 * is to be tried again. Nobody where it was answered meanwhile.
 */
export async function tellLimit(
  { tenant, requestId, userId }: LimitJob,
  traceId: string,
): Promise<readonly string[]> {
  const actor = await systemActor(tenant, traceId);
  if (!actor) return [];
  const [request, server] = await readBooks(actor, (books) =>
    Promise.all([readLimitRequest(books, requestId), readMailServer(books)]),
  );
  if (!request) return [];
  const answering = (await membersOf(tenant)).filter(
    (member) => mayDo(member.role, "limit:change") && `user:${member.userId}` !== request.requestedBy,
  );
  if (userId === undefined) return answering.map((member) => member.userId);
  const member = answering.find((each) => each.userId === userId);
  if (!member) return [];
  if (!goesOutBy(server)) throw new Error("no mail goes out yet");
  const { limitMail } = await import("@/documents/mails/limit-mail.tsx");
  const url = `${env().APP_URL}/${actor.orgSlug}/customers/credit/requests`;
  const letter = await limitMail({ request, business: { name: actor.orgName, locale: actor.locale }, url });
  const to = { name: member.name, address: member.email };
  const delivery = await sendForBusiness(actor, server, { ...letter, to });
  if (delivery.status === "retry") throw new Error(delivery.error);
  if (delivery.status === "rejected")
    log().warn({ tenant, requestId, error: delivery.error }, "a member wasn’t told");
  return [];
}
