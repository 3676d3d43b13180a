// A business's front door: its customers.
import { redirect } from "next/navigation";
import { toCustomers } from "./ways.ts";

export default async function Front({ params }: { params: Promise<{ org: string }> }) {
  const { org } = await params;
  redirect(toCustomers(org));
}
