// Tells by mail who may answer it that somebody applied for credit, each by a job of its own; and tells who applied what was answered.
// Nothing that a stranger typed stands in a mail of ours: it would be a way to have us send what they like.
import type { PgBoss } from "pg-boss";
import { readAnswerTold } from "@/books/business/application-told.ts";
import { readApplication } from "@/books/business/credit-applications.ts";
import { readMailServer } from "@/books/business/mail-server.ts";
import { readBooks } from "@/books/open.ts";
import { membersOf } from "@/db/directory/members.ts";
import { mayDo } from "@/domain/permission.ts";
import { env } from "@/env.ts";
import { systemActor, type SystemActor } from "../actor.ts";
import { appliedUrl } from "../applied-link.ts";
import type { OutgoingMail } from "../auth/mailer.ts";
import { goesOutBy, sendForBusiness } from "../business-mail.ts";
import { log } from "../log.ts";
import { APPLICATION_QUEUE, type ApplicationJob } from "./told-queues.ts";

export async function workApplications(boss: PgBoss): Promise<void> {
  await boss.work<ApplicationJob>(APPLICATION_QUEUE, { pollingIntervalSeconds: 5 }, async (jobs) => {
    for (const { data, id } of jobs)
      for (const userId of await tellApplication(data, `application-${id}`)) {
        const singletonKey = `${data.applicationId} ${data.what} ${userId}`;
        await boss.send(APPLICATION_QUEUE, { ...data, userId }, { singletonKey });
      }
  });
}

/**
 * Answers who is to be told that it came, when no member is named. Else mails that one, or who applied; throws where that is to
 * be tried again.
 */
export async function tellApplication(
  { tenant, applicationId, what, userId }: ApplicationJob,
  traceId: string,
): Promise<readonly string[]> {
  const actor = await systemActor(tenant, traceId);
  if (!actor) return [];
  if (what === "answered") {
    await tellApplicant(actor, applicationId);
    return [];
  }
  const answering = (await membersOf(tenant)).filter(({ role }) => mayDo(role, "limit:change"));
  if (userId === undefined) return answering.map((member) => member.userId);
  const member = answering.find((each) => each.userId === userId);
  if (member) await tellMember(actor, applicationId, { name: member.name, address: member.email });
  return [];
}

async function tellMember(
  actor: SystemActor,
  applicationId: string,
  to: { name: string; address: string },
): Promise<void> {
  const application = await readBooks(actor, (books) => readApplication(books, applicationId));
  if (application.state !== "waiting") return;
  const { applicationMail } = await import("@/documents/mails/application-mails.tsx");
  const url = `${env().APP_URL}/${actor.orgSlug}/customers/credit/applications/${applicationId}`;
  await send(actor, applicationId, {
    ...(await applicationMail({ application, business: businessOf(actor), url })),
    to,
  });
}

async function tellApplicant(actor: SystemActor, applicationId: string): Promise<void> {
  const answer = await readBooks(actor, (books) => readAnswerTold(books, applicationId));
  if (answer.state === "waiting") return;
  const { answerMail } = await import("@/documents/mails/application-mails.tsx");
  const url = appliedUrl(actor, applicationId);
  const letter = await answerMail({ answer, business: businessOf(actor), url });
  // Under their address alone: the name that was typed is a stranger's.
  await send(actor, applicationId, {
    ...letter,
    to: { name: "", address: answer.email },
    fromName: actor.orgName,
  });
}

const businessOf = ({ orgName: name, locale, currency }: SystemActor) => ({ name, locale, currency });

async function send(actor: SystemActor, applicationId: string, mail: OutgoingMail): Promise<void> {
  const server = await readBooks(actor, readMailServer);
  if (!goesOutBy(server)) throw new Error("no mail goes out yet");
  const delivery = await sendForBusiness(actor, server, mail);
  if (delivery.status === "retry") throw new Error(delivery.error);
  if (delivery.status === "rejected")
    log().warn({ applicationId, error: delivery.error }, "a mail about an application wasn’t taken");
}
