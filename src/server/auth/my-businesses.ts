// The businesses that a person belongs to, as the choice of one shows them.
import { businessesOf } from "@/db/directory/businesses.ts";
import type { Role } from "@/domain/permission.ts";
import type { SignedIn } from "./session.ts";
import { pageUnavailable } from "../trouble.ts";

export type MyBusiness = { slug: string; name: string; role: Role };

/** Those that this session opens. */
export async function myBusinesses({ userId, onlyIn }: SignedIn): Promise<MyBusiness[]> {
  const all = await businessesOf(userId).catch(pageUnavailable);
  const opened = all.filter(({ business }) => !onlyIn || business.id === onlyIn);
  return opened.map(({ business, role }) => ({ slug: business.slug, name: business.name, role }));
}
