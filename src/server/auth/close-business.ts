// Has a business deleted, by an owner: it is closed at once, to everybody and to every link and key; each owner can undo it
// for 30 days; then the night takes it out for good.
import { takenHome } from "@/books/business/taken-home.ts";
import { changeBooks, readBooks } from "@/books/open.ts";
import {
  closeBusiness,
  closedBusiness,
  goneBusinesses,
  removeClosedBusiness,
  reopenBusiness,
} from "@/db/directory/closing.ts";
import { membersOf } from "@/db/directory/members.ts";
import { Refusal } from "@/domain/refusal.ts";
import type { PlaceChange } from "@/documents/mails/people-mails.tsx";
import { joiningActor, may, memberActor, tenantOf, type MemberActor } from "../actor.ts";
import { logSecurity } from "../log.ts";
import type { From } from "../wire/request.ts";
import { mailPlaceChange } from "./people-mails.ts";
import { mustBeThey, type Proof } from "./second-factor.ts";

type Who = { userId: string; name: string };

/** Whether they may have it deleted; null where it isn't theirs or is closed. */
export async function closableBusiness(
  who: Who,
  slug: string,
  { requestId }: From,
): Promise<MemberActor | null> {
  const member = await memberActor(who, slug, requestId);
  return member && may(member, "business:delete") ? member : null;
}

/** When they took its books home, within the day; null where they didn't. */
export const booksTaken = (member: MemberActor): Promise<string | null> => readBooks(member, takenHome);

export type Closing = Proof & {
  slug: string;
  name: string;
  /** That nobody needs its books any more, said by a tick. */
  without: boolean;
};

/**
 * Throws "not-found", "name-differs", what `mustBeThey` throws, and "books-not-taken" where they neither took its books home within
 * the day nor said that nobody needs them.
 */
export async function close(who: Who, { slug, name, without, ...proof }: Closing, from: From): Promise<void> {
  const member = await closableBusiness(who, slug, from);
  if (!member) throw new Refusal("not-found");
  if (name.trim() !== member.orgName.trim()) throw new Refusal("name-differs");
  if (!without && (await booksTaken(member)) === null) throw new Refusal("books-not-taken");
  await mustBeThey(who.userId, proof);
  const order = {
    key: `${member.subject}:close:${from.requestId}`,
    procedure: "business.close",
    input: { name, without },
  };
  await changeBooks(member, order, async ({ tx }) => {
    if (!(await closeBusiness(member, tx))) throw new Refusal("not-found");
    return null;
  });
  await tellOwners(member, { what: "closed" });
  const { requestId, ip } = from;
  logSecurity("business-closed", { requestId, ip, tenant: tenantOf(member), actor: member.userId });
}

/** Throws "not-found". */
export async function reopen(who: Who, slug: string, from: From): Promise<void> {
  const business = await closedBusiness(slug, who.userId);
  if (!business) throw new Refusal("not-found");
  const { requestId, ip } = from;
  const owner = joiningActor(business, { id: who.userId, name: who.name, role: "owner" }, requestId);
  const order = { key: `${owner.subject}:reopen:${requestId}`, procedure: "business.reopen", input: {} };
  await changeBooks(owner, order, async ({ tx }) => {
    if (!(await reopenBusiness(owner, tx))) throw new Refusal("not-found");
    return null;
  });
  await tellOwners(owner, { what: "reopened" });
  logSecurity("business-reopened", { requestId, ip, tenant: tenantOf(owner), actor: who.userId });
}

async function tellOwners(by: MemberActor, change: PlaceChange): Promise<void> {
  for (const { role, email } of await membersOf(tenantOf(by)))
    if (role === "owner") await mailPlaceChange(by, email, change);
}

/** What was closed 30 days ago is taken out; one that fails is tried again in the next hour. */
export async function removeClosed(): Promise<void> {
  for (const business of await goneBusinesses())
    if (await removeClosedBusiness(business))
      logSecurity("business-removed", { requestId: "night", tenant: business.id });
}
