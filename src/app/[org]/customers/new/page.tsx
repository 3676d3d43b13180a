// Adds a customer: who they are, where, and on what terms they buy.
import type { Metadata } from "next";
import { Screen } from "@/ui/page.tsx";
import { readCurrentMember } from "../../_shell/current-member.ts";
import { NotAllowed } from "../../_shell/not-allowed.tsx";
import { asked } from "../../_shell/links.ts";
import { NewCustomerForm } from "./new-customer-form.tsx";

export const metadata: Metadata = { title: "New customer" };

type Props = {
  params: Promise<{ org: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function NewCustomerPage({ params, searchParams }: Props) {
  const { org } = await params;
  const here = await readCurrentMember(org);
  if (!here.permissions.includes("customer:write")) {
    return <NotAllowed title="New customer" to="adding customers" permission="customer:write" />;
  }
  return (
    <Screen title="New customer">
      <NewCustomerForm org={org} name={asked(await searchParams, "name")?.slice(0, 200) ?? ""} />
    </Screen>
  );
}
