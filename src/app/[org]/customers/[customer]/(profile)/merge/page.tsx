// Joins this customer with another that is the same one: find the other, choose which stays, see what moves, confirm.
import type { Metadata } from "next";
import { z } from "zod";
import { SearchText, readParams } from "@/domain/lists/search-params.ts";
import { apiFor } from "@/server/api.ts";
import { NotAllowed } from "../../../../_shell/not-allowed.tsx";
import { readCurrentMember } from "../../../../_shell/current-member.ts";
import { toCustomerMerge } from "../../../../_shell/links.ts";
import { profileTitle, readProfile, type ProfileProps } from "../read-profile.ts";
import { FindDuplicate } from "./find-duplicate.tsx";
import { MergePreview } from "./merge-preview.tsx";
import { MergeForm } from "./merge-form.tsx";

export const generateMetadata = (props: ProfileProps): Promise<Metadata> => profileTitle(props, "Merge");

const PARAMS = { other: z.uuid(), search: SearchText, stays: z.enum(["this", "other"]) };

export default async function MergeCustomer({ params, searchParams }: ProfileProps) {
  const { org, customer } = await params;
  const { other, search = "", stays } = readParams(PARAMS, await searchParams);
  const [here, api, { customerId, name }] = await Promise.all([
    readCurrentMember(org),
    apiFor(org),
    readProfile(org, customer),
  ]);
  if (!here.permissions.includes("account:adjust"))
    return <NotAllowed title="Merge customers" to="merging customers" permission="account:adjust" />;
  if (!other || other === customerId) {
    const found = search ? (await api.customers.list({ search })).rows : [];
    const twins = found.filter((row) => row.customerId !== customerId).slice(0, 20);
    return (
      <FindDuplicate
        org={org}
        customerId={customerId}
        name={name}
        search={search}
        twins={twins}
        locale={here.org.locale}
      />
    );
  }
  const otherStays = stays !== "this";
  const [fromCustomerId, intoCustomerId] = otherStays ? [customerId, other] : [other, customerId];
  const preview = await api.merges.preview({ fromCustomerId, intoCustomerId });
  const turned = toCustomerMerge(org, customerId, { other, stays: otherStays ? "this" : "other" });
  return (
    <div className="grid gap-5">
      <MergePreview preview={preview} turned={turned} locale={here.org.locale} />
      <MergeForm
        key={fromCustomerId}
        org={org}
        today={here.org.today}
        locale={here.org.locale}
        preview={preview}
      />
    </div>
  );
}
