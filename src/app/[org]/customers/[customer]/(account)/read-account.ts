// The account a page is about, read once per request for the layout and the page alike.
import { notFound } from "next/navigation";
import { cache } from "react";
import { apiFor } from "@/server/api.ts";
import type { accountInput } from "./search-params.ts";

/** `asked`: what the address asks for, as JSON, so that two askings of the same are one. */
export const readAccount = (org: string, customerId: string, asked: string = "{}") =>
  // Said in full: React takes a call that leaves an argument out for another one than a call that says it.
  read(org, customerId, asked);

const read = cache(async (org: string, customerId: string, asked: string) => {
  if (customerId.length > 100) notFound();
  const api = await apiFor(org);
  const input = JSON.parse(asked) as ReturnType<typeof accountInput>;
  return api.customers.account({ customerId, ...input });
});

/** What the customer and its children owe together; `asked` as JSON, as above. */
export const readFamily = cache(async (org: string, customerId: string, asked: string) => {
  const api = await apiFor(org);
  return api.families.aging({ customerId, ...(JSON.parse(asked) as MomentAsked) });
});

type MomentAsked = Omit<Parameters<Api["families"]["aging"]>[0], "customerId">;
type WhyAsked = Omit<Parameters<Api["customers"]["derivation"]>[0], "customerId">;
type Api = Awaited<ReturnType<typeof apiFor>>;

/** What one figure is made of; `asked` as JSON, as above. */
export const readDerivation = cache(async (org: string, customerId: string, asked: string) => {
  const api = await apiFor(org);
  return api.customers.derivation({ customerId, ...(JSON.parse(asked) as WhyAsked) });
});
