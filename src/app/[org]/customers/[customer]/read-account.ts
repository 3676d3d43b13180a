// The account a page is about, read once per request for the layout and the page alike.
import { notFound } from "next/navigation";
import { cache } from "react";
import { apiFor } from "@/server/api.ts";
import { isDay } from "@/domain/day.ts";

/** `at`: day, instant and place in the history, written as a query so that two askings of the same are one. */
export const readAccount = cache(async (org: string, customerId: string, at: string = "") => {
  if (customerId.length > 100) notFound();
  const api = await apiFor(org);
  const query = new URLSearchParams(at);
  const [asOf, knownAt, cursor] = ["asOf", "knownAt", "cursor"].map((name) => query.get(name));
  return api.customers.account({
    customerId,
    ...(asOf && isDay(asOf) && { asOf }),
    ...(knownAt && { knownAt }),
    ...(cursor && { cursor }),
  });
});
