// What is known of the customer, as a list of terms: who and where on the left, terms and notes on the right. What isn't
// known is left out, but for what one would miss.
import type { ReactNode } from "react";
import type { Profile } from "../read-profile.ts";

export function AboutCustomer({ profile }: { profile: Profile }) {
  const person = [profile.firstName, profile.lastName].filter(Boolean).join(" ");
  return (
    <dl className="grid gap-x-8 gap-y-4 desk:grid-cols-2 wide:grid-cols-3">
      {profile.company === "" || profile.company === profile.name ? null : (
        <FieldRefusals term="Company">{profile.company}</FieldRefusals>
      )}
      {person === "" || person === profile.name ? null : (
        <FieldRefusals term="Person">{person}</FieldRefusals>
      )}
      <FieldRefusals term="E-mail">
        {profile.email ? <Reach to={`mailto:${profile.email}`}>{profile.email}</Reach> : null}
      </FieldRefusals>
      <FieldRefusals term="Phone">
        {profile.phone ? <Reach to={`tel:${profile.phone}`}>{profile.phone}</Reach> : null}
      </FieldRefusals>
      <FieldRefusals term="Billing address">{profile.addressLines.join("\n")}</FieldRefusals>
      <FieldRefusals term="Shipping address">
        {profile.shippingLines.length > 0 ? profile.shippingLines.join("\n") : "Same as billing"}
      </FieldRefusals>
      <FieldRefusals term="Billing terms">{profile.terms}</FieldRefusals>
      <FieldRefusals term="Customer number">{profile.number}</FieldRefusals>
      <FieldRefusals term="Memo">{profile.memo}</FieldRefusals>
      <FieldRefusals term="Private notes, on no paper">{profile.privateNotes}</FieldRefusals>
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

function FieldRefusals({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div className="min-w-0">
      <dt className="text-12 text-soft">{term}</dt>
      <dd className="mt-0.5 whitespace-pre-line wrap-anywhere">
        {children || <span className="text-faint">None</span>}
      </dd>
    </div>
  );
}
