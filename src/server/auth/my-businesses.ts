// The businesses that a person belongs to, as the choice of one shows them; a closed one to its owners alone.
import { businessesOf } from "@/db/directory/businesses.ts";
import { mayDo, type Role } from "@/domain/permission.ts";
import { addDays, day, type Day } from "@/domain/values/day.ts";
import type { SignedIn } from "./session.ts";
import { pageUnavailable } from "../trouble.ts";

/** `goneOn`: of a business that is closed, the day on which it is taken out for good. */
export type MyBusiness = { slug: string; name: string; role: Role; locale: string; goneOn: Day | null };

export const GRACE_DAYS = 30;

/** Those that this session opens. */
export async function myBusinesses({ userId, onlyIn }: SignedIn): Promise<MyBusiness[]> {
  const all = await businessesOf(userId).catch(pageUnavailable);
  return all
    .filter(({ business }) => !onlyIn || business.id === onlyIn)
    .filter(({ business, role }) => business.closedAt === null || mayDo(role, "business:delete"))
    .map(({ business: { slug, name, locale, closedAt }, role }) => {
      const goneOn = closedAt === null ? null : addDays(day(closedAt.slice(0, 10)), GRACE_DAYS);
      return { slug, name, role, locale, goneOn };
    });
}
