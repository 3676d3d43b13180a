// Leaves a business, by who belongs to it. The books keep that they did.
import { changeBooks } from "@/books/open.ts";
import { leaveBusiness } from "@/db/directory/membership-changes.ts";
import { Refusal } from "@/domain/refusal.ts";
import { memberActor } from "../actor.ts";
import type { From } from "../wire/request.ts";
import { mustBeThey, type Proof } from "./second-factor.ts";

type Who = { userId: string; name: string };

/**
 * What it is called. Throws "not-found", "only-owner" for the last owner who can sign in, and what `mustBeThey` throws: not by who
 * finds a browser signed in.
 */
export async function leave(
  who: Who,
  { slug, ...proof }: Proof & { slug: string },
  { requestId }: From,
): Promise<string> {
  const member = await memberActor(who, slug, requestId);
  if (!member) throw new Refusal("not-found");
  await mustBeThey(who.userId, proof);
  const order = { key: `${member.subject}:leave:${requestId}`, procedure: "people.leave", input: {} };
  await changeBooks(member, order, async ({ tx }) => {
    await leaveBusiness(member, tx);
    return null;
  });
  return member.orgName;
}
