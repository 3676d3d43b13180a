// Who the customer is: how to reach them, where goods go, on what terms they buy, what to know about them, and the
// people and places one deals with.
import type { Metadata } from "next";
import { profileTitle, readProfile, type ProfileProps } from "../read-profile.ts";
import { AboutCustomer } from "./about-customer.tsx";

export const generateMetadata = (props: ProfileProps): Promise<Metadata> => profileTitle(props, "Info");

export default async function CustomerInfo({ params }: ProfileProps) {
  const { org, customer } = await params;
  const profile = await readProfile(org, customer);
  return <AboutCustomer profile={profile} />;
}
