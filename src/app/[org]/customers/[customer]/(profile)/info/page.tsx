// Who the customer is: how to reach them, where goods go, on what terms they buy, what to know about them, and the
// people and places one deals with.
import type { Metadata } from "next";
import { textsOf } from "@/domain/customers/customer.ts";
import { apiFor } from "@/server/api.ts";
import { readCurrentMember } from "../../../../_shell/current-member.ts";
import { profileTitle, readProfile, type ProfileProps } from "../read-profile.ts";
import { AboutCustomer } from "./about-customer.tsx";
import { Archive } from "./archive.tsx";
import { Contacts } from "./contacts.tsx";
import { CustomerTax } from "./customer-tax.tsx";
import { Family } from "./family.tsx";
import { EditProfile } from "./edit-profile.tsx";
import { Locations } from "./locations.tsx";
import { Merges } from "./merges.tsx";

export const generateMetadata = (props: ProfileProps): Promise<Metadata> => profileTitle(props, "Info");

export default async function CustomerInfo({ params }: ProfileProps) {
  const { org, customer } = await params;
  const [here, profile, api] = await Promise.all([
    readCurrentMember(org),
    readProfile(org, customer),
    apiFor(org),
  ]);
  const { customerId, version } = profile;
  const [{ rows: merges }, taxes, own, files, terms, family] = await Promise.all([
    api.merges.list({ customerId }),
    api.taxes.read({}),
    api.taxes.ofCustomer({ customerId }),
    api.attachments.list({ kind: "customer", id: customerId }),
    api.terms.list({}),
    api.families.read({ customerId }),
  ]);
  const { locale, today } = here.org;
  const mayWrite = here.permissions.includes("customer:write");
  const shared = { org, customerId, mayWrite };
  return (
    <>
      <EditProfile key={customerId} {...shared} terms={terms} drawn={{ version, texts: textsOf(profile) }}>
        <AboutCustomer profile={profile} homeCountry={here.org.country} />
      </EditProfile>
      <Contacts {...shared} contacts={profile.contacts} />
      <Locations {...shared} locations={profile.locations} />
      <Family
        {...shared}
        family={family}
        mayWrite={mayWrite && !profile.mergedInto}
        mayLimit={here.permissions.includes("limit:change")}
        locale={locale}
      />
      <CustomerTax {...shared} taxes={taxes} own={own} files={files} locale={locale} today={today} />
      <Merges
        org={org}
        customerId={customerId}
        merges={merges}
        locale={locale}
        today={today}
        mayMerge={here.permissions.includes("account:adjust")}
      />
      {mayWrite && !profile.mergedInto ? (
        <Archive
          org={org}
          customerId={customerId}
          name={profile.name}
          locale={locale}
          isArchived={profile.archivedAt !== null}
        />
      ) : null}
    </>
  );
}
