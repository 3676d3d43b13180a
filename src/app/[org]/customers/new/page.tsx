// Adds a customer: who they are, where, and on what terms they buy.
import type { Metadata } from "next";
import { SearchText, readParams } from "@/domain/lists/search-params.ts";
import { apiFor } from "@/server/api.ts";
import { Screen } from "@/ui/page.tsx";
import { readCurrentMember } from "../../_shell/current-member.ts";
import { NotAllowed } from "../../_shell/not-allowed.tsx";
import { NewCustomerForm } from "./new-customer-form.tsx";

export const metadata: Metadata = { title: "New customer" };

type Props = PageProps<"/[org]/customers/new">;

export default async function NewCustomerPage({ params, searchParams }: Props) {
  const { org } = await params;
  const { name } = readParams({ name: SearchText }, await searchParams);
  const here = await readCurrentMember(org);
  if (!here.permissions.includes("customer:write")) {
    return <NotAllowed title="New customer" to="adding customers" permission="customer:write" />;
  }
  const terms = await (await apiFor(org)).terms.list({});
  return (
    <Screen title="New customer">
      <NewCustomerForm org={org} name={name ?? ""} terms={terms} />
    </Screen>
  );
}
