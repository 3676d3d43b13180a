// What the address of the list of payments asks for: the same for the page and for its file.
import { asked, askedId } from "../../ways.ts";

export function paymentsAsked(query: Record<string, string | string[] | undefined>) {
  const search = asked(query, "search")?.slice(0, 200);
  const customerId = askedId(query, "customer");
  return { ...(search && { search }), ...(customerId && { customerId }) };
}
