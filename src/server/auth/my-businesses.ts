// The businesses that a person belongs to, as the choice of one shows them.
import { businessesOf } from "@/db/directory/businesses.ts";
import type { Role } from "@/domain/permission.ts";
import { pageUnavailable } from "../trouble.ts";

export type MyBusiness = { slug: string; name: string; role: Role };

export async function myBusinesses(userId: string): Promise<MyBusiness[]> {
  const all = await businessesOf(userId).catch(pageUnavailable);
  return all.map(({ business, role }) => ({ slug: business.slug, name: business.name, role }));
}
