// The frame around the sides of a customer that aren't the account, the same as the account's. Asked for before anything is
// sent, so that who isn't here answers 404.
import { Link } from "@/ui/link.tsx";
import { Notice } from "@/ui/notice.tsx";
import { readCurrentMember } from "../../../_shell/current-member.ts";
import { currencyHref, toCustomer } from "../../../_shell/links.ts";
import { CustomerActions } from "../../customer-actions.tsx";
import { CustomerScreen } from "../../customer-screen.tsx";
import { readProfile } from "./read-profile.ts";

type Props = LayoutProps<"/[org]/customers/[customer]">;

export default async function ProfileFrame({ children, params }: Props) {
  const { org, customer } = await params;
  const [here, profile] = await Promise.all([readCurrentMember(org), readProfile(org, customer)]);
  const { customerId, mergedInto, openCreditCents } = profile;
  return (
    <CustomerScreen
      org={org}
      locale={here.org.locale}
      customer={{ ...profile, isArchived: profile.archivedAt !== null }}
      actions={
        mergedInto ? null : (
          <CustomerActions
            org={org}
            customerId={customerId}
            currency={currencyHref(profile.currency, here.org.currency).currency ?? undefined}
            hasOpenCredit={openCreditCents > 0}
            permissions={here.permissions}
          />
        )
      }
    >
      {mergedInto ? (
        <div className="mb-4">
          <Notice tone="soon" title={`Merged into ${mergedInto.name}`}>
            <Link href={toCustomer(org, mergedInto.customerId)} className="text-link">
              Go on there
            </Link>
          </Notice>
        </div>
      ) : null}
      {children}
    </CustomerScreen>
  );
}
