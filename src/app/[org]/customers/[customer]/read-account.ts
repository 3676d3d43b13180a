// The account a page is about, read once per request for the layout and the page alike.
import { notFound } from "next/navigation";
import { cache } from "react";
import { apiFor } from "@/server/api.ts";
import { isDay, type Day } from "@/domain/day.ts";

export const readAccount = cache(
  async (org: string, customerId: string, asOf: string | undefined, cursor: string | undefined) => {
    if (customerId.length > 100) notFound();
    const api = await apiFor(org);
    return api.customers.account({ customerId, ...(isAsOf(asOf) && { asOf }), ...(cursor && { cursor }) });
  },
);

/** A day that can't be read in the address is as good as none: today. */
const isAsOf = (text: string | undefined): text is Day => text !== undefined && isDay(text);
