// Joins this customer with another that is the same one: find the other, choose which stays, see what moves, confirm.
import type { Metadata } from "next";
import { apiFor } from "@/server/api.ts";
import { NotAllowed } from "../../../../_shell/not-allowed.tsx";
import { readCurrentMember } from "../../../../_shell/current-member.ts";
import { asked, toCustomerMerge } from "../../../../_shell/links.ts";
import { profileTitle, readProfile, type ProfileProps } from "../read-profile.ts";
import { FindTwin } from "./find-twin.tsx";
import { MergePreview } from "./merge-preview.tsx";
import { MergeForm } from "./merge-form.tsx";

export const generateMetadata = (props: ProfileProps): Promise<Metadata> => profileTitle(props, "Merge");

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

export default async function MergeCustomer({ params, searchParams }: ProfileProps) {
  const { org, customer } = await params;
  const query = await searchParams;
  const [here, api, { customerId, name }] = await Promise.all([
    readCurrentMember(org),
    apiFor(org),
    readProfile(org, customer),
  ]);
  if (!here.permissions.includes("account:adjust"))
    return <NotAllowed title="Merge customers" to="merging customers" permission="account:adjust" />;
  const other = [asked(query, "other")].find((id) => id && UUID.test(id) && id !== customerId);
  const search = asked(query, "search")?.slice(0, 200) ?? "";
  if (!other) {
    const found = search ? (await api.customers.list({ search })).rows : [];
    const twins = found.filter((row) => row.customerId !== customerId).slice(0, 20);
    return (
      <FindTwin
        org={org}
        customerId={customerId}
        name={name}
        search={search}
        twins={twins}
        locale={here.org.locale}
      />
    );
  }
  const otherStays = asked(query, "stays") !== "this";
  const [fromCustomerId, intoCustomerId] = otherStays ? [customerId, other] : [other, customerId];
  const previewed = await api.merges.preview({ fromCustomerId, intoCustomerId });
  const turned = toCustomerMerge(org, customerId, { other, stays: otherStays ? "this" : "other" });
  return (
    <div className="grid gap-5">
      <MergePreview previewed={previewed} turned={turned} locale={here.org.locale} />
      <MergeForm
        key={fromCustomerId}
        org={org}
        today={here.org.today}
        from={previewed.from}
        into={previewed.into}
      />
    </div>
  );
}
