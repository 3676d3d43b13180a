// Whether the books keep every rule, when that was last proven, and proving it now.
import type { Metadata } from "next";
import { apiFor } from "@/server/api.ts";
import { readCurrentMember } from "../../_shell/current-member.ts";
import { Proofs } from "./proofs.tsx";

export const metadata: Metadata = { title: "Proof · Settings" };

export default async function ProofSettings({ params }: PageProps<"/[org]/settings/proof">) {
  const { org } = await params;
  const [here, api] = await Promise.all([readCurrentMember(org), apiFor(org)]);
  if (!here.permissions.includes("report:read")) return null;
  const proven = await api.books.proofs({});
  const { locale, zone } = here.org;
  const mayProve = here.permissions.includes("settings:change");
  return <Proofs org={org} place={{ locale, zone }} mayProve={mayProve} {...proven} />;
}
