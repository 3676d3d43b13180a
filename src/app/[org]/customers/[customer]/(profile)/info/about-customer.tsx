// What is known of the customer, as a list of terms: who and where on the left, terms and notes on the right. What isn't
// known is left out, but for what one would miss.
import type { ReactNode } from "react";
import { printedAddress } from "@/domain/customers/address.ts";
import type { Profile } from "../read-profile.ts";

type Props = { profile: Profile; homeCountry: string };

export function AboutCustomer({ profile, homeCountry }: Props) {
  const person = [profile.firstName, profile.lastName].filter(Boolean).join(" ");
  return (
    <dl className="grid gap-x-8 gap-y-4 desk:grid-cols-2 wide:grid-cols-3">
      {profile.company === "" || profile.company === profile.name ? null : (
        <Entry term="Company">{profile.company}</Entry>
      )}
      {person === "" || person === profile.name ? null : <Entry term="Person">{person}</Entry>}
      <Entry term="E-mail">
        {profile.email ? <Reach to={`mailto:${profile.email}`}>{profile.email}</Reach> : null}
      </Entry>
      <Entry term="Phone">
        {profile.phone ? <Reach to={`tel:${profile.phone}`}>{profile.phone}</Reach> : null}
      </Entry>
      <Entry term="Billing address">{printedAddress(profile, homeCountry).join("\n")}</Entry>
      <Entry term="Shipping address">
        {profile.shippingLines.length > 0 ? profile.shippingLines.join("\n") : "Same as billing"}
      </Entry>
      <Entry term="Billing terms">{profile.termsWords}</Entry>
      <Entry term="Customer number">{profile.number}</Entry>
      {profile.taxNumber === "" ? null : <Entry term="Tax number">{profile.taxNumber}</Entry>}
      <Entry term="Memo">{profile.memo}</Entry>
      <Entry term="Private notes, on no paper">{profile.privateNotes}</Entry>
    </dl>
  );
}

export function Reach({ to, children }: { to: string; children: ReactNode }) {
  return (
    <a href={to} className="text-link wrap-anywhere">
      {children}
    </a>
  );
}

function Entry({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div className="min-w-0">
      <dt className="text-12 text-soft">{term}</dt>
      <dd className="mt-0.5 whitespace-pre-line wrap-anywhere">
        {children || <span className="text-faint">None</span>}
      </dd>
    </div>
  );
}
