// What whoever applied for credit sees of it later: by a link that only they have, signed for their application, which works
// whether the door by which they came is open still or not.
import { z } from "zod";
import { readAnswerTold, type AnswerTold } from "@/books/business/application-told.ts";
import { readBooks } from "@/books/open.ts";
import { Refusal } from "@/domain/refusal.ts";
import { env } from "@/env.ts";
import { operatorActor, systemActor, tenantOf, type Actor, type SystemActor } from "./actor.ts";
import { limitApplyPage } from "./auth/open-door-limits.ts";
import { isSigned, signed } from "./auth/signed.ts";
import { goesOut } from "./business-mail.ts";
import type { From } from "./wire/request.ts";

const about = (actor: Actor, applicationId: string): string => `${tenantOf(actor)}.${applicationId}`;

/** `id.signature` */
const appliedToken = (actor: Actor, applicationId: string): string =>
  `${applicationId}.${signed("applied", about(actor, applicationId))}`;

export const appliedPath = (actor: Actor, applicationId: string): string =>
  `/apply/${actor.orgSlug}/sent/${appliedToken(actor, applicationId)}`;

export const appliedUrl = (actor: Actor, applicationId: string): string =>
  `${env().APP_URL}${appliedPath(actor, applicationId)}`;

/** A business that is open, for what strangers have of it; refuses "not-found". */
export async function openBusiness(slug: string, { requestId }: From): Promise<SystemActor> {
  const found = await operatorActor(slug, requestId);
  const actor = found && (await systemActor(tenantOf(found), requestId));
  if (!actor) throw new Refusal("not-found");
  return actor;
}

export type AppliedPage = AnswerTold & {
  business: string;
  locale: string;
  zone: string;
  currency: string;
  /** Whether the answer can be mailed. */
  goesOut: boolean;
};

/** Refuses "not-found" and "too-many". */
export async function readAppliedPage(
  { slug, token }: { slug: string; token: string },
  from: From,
): Promise<AppliedPage> {
  await limitApplyPage(from.ip);
  const actor = await openBusiness(slug, from);
  const [id = "", signature = ""] = token.split(".", 2);
  if (!z.uuid().safeParse(id).success || !isSigned("applied", about(actor, id), signature))
    throw new Refusal("not-found");
  const { orgName: business, locale, zone, currency } = actor;
  return {
    ...(await readBooks(actor, async (books) => ({
      ...(await readAnswerTold(books, id)),
      goesOut: await goesOut(books),
    }))),
    business,
    locale,
    zone,
    currency,
  };
}
