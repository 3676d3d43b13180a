// Who the customer is, read once per request for the frame and the page in it.
import { notFound } from "next/navigation";
import { cache } from "react";
import { apiFor } from "@/server/api.ts";

export const readProfile = cache(async (org: string, customerId: string) => {
  if (customerId.length > 100) notFound();
  const api = await apiFor(org);
  return api.customers.read({ customerId });
});

export type Profile = Awaited<ReturnType<typeof readProfile>>;

/** Of every page of a customer. */
export type ProfileProps = PageProps<"/[org]/customers/[customer]">;

/** "Payments · Greenleaf Landscaping", for the window's title. */
export async function profileTitle({ params }: ProfileProps, tab: string): Promise<{ title: string }> {
  const { org, customer } = await params;
  const { name } = await readProfile(org, customer);
  return { title: `${tab} · ${name}` };
}
