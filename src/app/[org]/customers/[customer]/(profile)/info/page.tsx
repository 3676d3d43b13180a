// Who the customer is: how to reach them, where goods go, on what terms they buy, what to know about them, and the
// people and places one deals with.
import type { Metadata } from "next";
import { whatGoes } from "@/domain/customers/forgetting.ts";
import { textsOf } from "@/domain/customers/customer.ts";
import { apiFor } from "@/server/api.ts";
import { readCurrentMember } from "../../../../_shell/current-member.ts";
import { AddressNotices } from "../../../../_statement-mail/address-notices.tsx";
import { profileTitle, readProfile, type ProfileProps } from "../read-profile.ts";
import { AboutCustomer } from "./about-customer.tsx";
import { Archive } from "./archive.tsx";
import { Contacts } from "./contacts.tsx";
import { CustomerDiscount } from "./customer-discount.tsx";
import { CustomerLabels } from "./customer-labels.tsx";
import { CustomerTax } from "./customer-tax.tsx";
import { Family } from "./family.tsx";
import { EditProfile } from "./edit-profile.tsx";
import { Forget } from "./forget.tsx";
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
  const [
    { rows: merges },
    taxes,
    own,
    files,
    forgettable,
    discounts,
    discount,
    terms,
    family,
    labels,
    ownLabels,
  ] = await Promise.all([
    api.merges.list({ customerId }),
    api.taxes.read({}),
    api.taxes.ofCustomer({ customerId }),
    api.attachments.list({ kind: "customer", id: customerId }),
    api.customers.forgettable({ customerId }),
    api.discounts.read({}),
    api.discounts.ofCustomer({ customerId }),
    api.terms.list({}),
    api.families.read({ customerId }),
    api.labels.names({}),
    api.labels.ofCustomer({ customerId }),
  ]);
  const { locale, today } = here.org;
  const mayWrite = here.permissions.includes("customer:write");
  // The counter and an invoice are in the business's own currency.
  const isServed =
    profile.archivedAt === null && !profile.mergedInto && profile.currency === here.org.currency;
  const shared = { org, customerId, mayWrite };
  return (
    <>
      <AddressNotices
        org={org}
        addresses={[profile.email, ...profile.contacts.map(({ email }) => email)]}
        place={{ locale, zone: here.org.zone }}
        mayWrite={mayWrite}
      />
      <EditProfile
        key={customerId}
        {...shared}
        terms={terms}
        drawn={{ version, texts: textsOf(profile) }}
        may={{
          maySell: here.permissions.includes("receipt:record") && isServed,
          mayBill: here.permissions.includes("invoice:write") && isServed,
        }}
      >
        <AboutCustomer profile={profile} homeCountry={here.org.country} />
      </EditProfile>
      <Contacts {...shared} contacts={profile.contacts} />
      <Locations {...shared} locations={profile.locations} taxes={[...taxes.rates, ...taxes.combined]} />
      <Family
        {...shared}
        family={family}
        mayWrite={mayWrite && !profile.mergedInto}
        mayLimit={here.permissions.includes("limit:change")}
        locale={locale}
      />
      <CustomerLabels
        {...shared}
        mayWrite={mayWrite && !profile.mergedInto}
        chosen={ownLabels}
        choices={[...labels, ...ownLabels.filter((own) => labels.every(({ id }) => id !== own.id))]}
      />
      <CustomerTax {...shared} taxes={taxes} own={own} files={files} locale={locale} today={today} />
      <CustomerDiscount
        org={org}
        customerId={customerId}
        {...discount}
        choices={discounts.classes.filter(({ id, archived }) => !archived || id === discount.classId)}
        mayChoose={here.permissions.includes("product:write")}
      />
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
      {mayWrite && forgettable.keeps.length === 0 ? (
        <Forget org={org} customerId={customerId} name={profile.name} goes={whatGoes(forgettable)} />
      ) : null}
    </>
  );
}
