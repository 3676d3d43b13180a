// Mails whoever may approve an override that one is asked for, each with a link of their own that shows what it is about and lets
// them answer once. Whoever has a link was told.
import type { PgBoss } from "pg-boss";
import { readMailServer, type SealedMailServer } from "@/books/business/mail-server.ts";
import { readAsker, readOverride } from "@/books/credit/override-list.ts";
import { readBooks } from "@/books/open.ts";
import { dropOverrideLink, keepOverrideLink, linkedApprovers } from "@/db/directory/override-links.ts";
import { membersOf } from "@/db/directory/members.ts";
import { countTry } from "@/db/directory/tries.ts";
import type { OverrideTold } from "@/domain/credit/override.ts";
import { mayDo } from "@/domain/permission.ts";
import { env } from "@/env.ts";
import { systemActor, tenantOf, type SystemActor } from "../actor.ts";
import { newToken, tokenHash } from "../auth/tokens.ts";
import { goesOutBy, sendForBusiness } from "../business-mail.ts";
import { log } from "../log.ts";
import { OVERRIDE_QUEUE, type OverrideJob } from "./told-queues.ts";

/** So many are mailed in a day; all of them stand in the list. */
const MOST_A_DAY = 200;
const DAY_SECONDS = 24 * 60 * 60;

export async function workOverrides(boss: PgBoss): Promise<void> {
  await boss.work<OverrideJob>(OVERRIDE_QUEUE, { pollingIntervalSeconds: 5 }, async (jobs) => {
    for (const job of jobs) await tellOverride(job.data, `override-${job.id}`);
  });
}

/** Throws where a mail is to be tried again. */
export async function tellOverride({ tenant, overrideId }: OverrideJob, requestId: string): Promise<void> {
  const actor = await systemActor(tenant, requestId);
  if (!actor) return;
  const [override, asker, server] = await readBooks(actor, (books) =>
    Promise.all([readOverride(books, overrideId), readAsker(books, overrideId), readMailServer(books)]),
  );
  if (override.state !== "waiting" || !goesOutBy(server)) return;
  if (!(await isWithinDay(actor))) {
    log().warn({ tenant, overrideId, requestId }, "not mailed: too many overrides were asked for today");
    return;
  }
  const told = await linkedApprovers(actor, overrideId);
  const faults: string[] = [];
  for (const member of await approversOf(actor, asker))
    if (!told.has(member.userId)) faults.push(...(await tellMember(actor, { override, server, member })));
  if (faults.length > 0) throw new Error(`not all were told: ${faults[0]}`);
}

/** Whoever asked isn't among them. */
const approversOf = async (actor: SystemActor, asker: string) =>
  (await membersOf(tenantOf(actor))).filter(
    ({ role, userId }) => mayDo(role, "override:approve") && asker !== `user:${userId}`,
  );

/** `server`: the business's own way out; null for the system's. */
type Telling = {
  override: OverrideTold;
  server: SealedMailServer | null;
  member: { userId: string; name: string; email: string };
};

/** What has to be tried again. */
async function tellMember(
  actor: SystemActor,
  { override, server, member: { userId, name, email } }: Telling,
): Promise<string[]> {
  const token = newToken();
  const hash = tokenHash(token);
  const { overrideId, answerBy: expiresAt } = override;
  await keepOverrideLink(actor, { tokenHash: hash, userId, overrideId, expiresAt });
  const { overrideMail } = await import("@/documents/mails/override-mail.tsx");
  const business = { name: actor.orgName, locale: actor.locale };
  const letter = await overrideMail({ override, business, url: `${env().APP_URL}/s/override/${token}` });
  const delivery = await sendForBusiness(actor, server, { ...letter, to: { name, address: email } });
  if (delivery.status === "sent") return [];
  if (delivery.status === "retry") {
    await dropOverrideLink(hash);
    return [delivery.error];
  }
  log().warn({ overrideId, error: delivery.error }, "who may approve an override wasn’t told");
  return [];
}

const isWithinDay = async (actor: SystemActor): Promise<boolean> =>
  (await countTry(`override-mail:${tenantOf(actor)}`, DAY_SECONDS)).count <= MOST_A_DAY;
