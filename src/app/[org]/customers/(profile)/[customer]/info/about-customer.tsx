// What is known of the customer, as a list of terms; what isn't known says so, faintly.
import type { ReactNode } from "react";
import { Card } from "@/ui/card.tsx";
import type { Profile } from "../read-profile.ts";

export function AboutCustomer({ profile }: { profile: Profile }) {
  const person = [profile.firstName, profile.lastName].filter(Boolean).join(" ");
  return (
    <Card padded>
      <dl className="grid gap-x-8 gap-y-4 desk:grid-cols-2 wide:grid-cols-3">
        <Said term="Name">{profile.name}</Said>
        <Said term="Company">{profile.company}</Said>
        <Said term="Person">{person}</Said>
        <Said term="Number">{profile.number}</Said>
        <Said term="E-mail">
          {profile.email ? (
            <a href={`mailto:${profile.email}`} className="text-accent underline underline-offset-2">
              {profile.email}
            </a>
          ) : null}
        </Said>
        <Said term="Phone">
          {profile.phone ? (
            <a href={`tel:${profile.phone}`} className="text-accent underline underline-offset-2">
              {profile.phone}
            </a>
          ) : null}
        </Said>
        <Said term="Billing address">{profile.addressLines.join("\n")}</Said>
        <Said term="Shipping address">
          {profile.shippingLines.length > 0 ? profile.shippingLines.join("\n") : "Same as billing"}
        </Said>
        <Said term="Billing terms">{profile.terms}</Said>
        <Said term="Memo, shown at the counter">{profile.memo}</Said>
        <Said term="Private notes, on no paper">{profile.privateNotes}</Said>
      </dl>
    </Card>
  );
}

function Said({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div className="min-w-0">
      <dt className="text-12 text-soft">{term}</dt>
      <dd className="mt-0.5 whitespace-pre-line wrap-anywhere">
        {children || <span className="text-faint">None</span>}
      </dd>
    </div>
  );
}
