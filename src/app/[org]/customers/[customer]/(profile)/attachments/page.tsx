// The files kept with one customer: agreements, certificates, signed terms.
import type { Metadata } from "next";
import { Attachments } from "../../../../_attachments/attachments.tsx";
import { profileTitle, readProfile, type ProfileProps } from "../read-profile.ts";

export const generateMetadata = (props: ProfileProps): Promise<Metadata> =>
  profileTitle(props, "Attachments");

export default async function CustomerAttachments({ params }: ProfileProps) {
  const { org, customer } = await params;
  const { customerId } = await readProfile(org, customer);
  return <Attachments org={org} subject={{ kind: "customer", id: customerId }} />;
}
