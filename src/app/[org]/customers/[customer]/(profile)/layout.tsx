// The frame around the sides of a customer that aren't the account: the same head as the account has, and the tabs.
// Asked for before anything is sent, so that who isn't here answers 404.
import { Banknote, FileText } from "lucide-react";
import { STATUS_WORDS } from "@/domain/ledger/account-words.ts";
import { ButtonLink } from "@/ui/button-link.tsx";
import { Link } from "@/ui/link.tsx";
import { Notice } from "@/ui/notice.tsx";
import { Screen } from "@/ui/page.tsx";
import { Tag } from "@/ui/tag.tsx";
import { readCurrentMember } from "../../../_shell/current-member.ts";
import { toCustomer, toNewPayment, toStatement } from "../../../_shell/links.ts";
import { CustomerTabs } from "../../customer-tabs.tsx";
import { MemoHint } from "../../memo-hint.tsx";
import { STATUS_TONES } from "../../../_lists/status-tones.ts";
import { readProfile } from "./read-profile.ts";

type Props = LayoutProps<"/[org]/customers/[customer]">;

export default async function ProfileFrame({ children, params }: Props) {
  const { org, customer } = await params;
  const [here, profile] = await Promise.all([readCurrentMember(org), readProfile(org, customer)]);
  const { customerId, number, name } = profile;
  return (
    <Screen
      title={name}
      about={
        <>
          <span>
            {number === name ? "" : `${number} · `}
            {profile.terms}
          </span>
          <Tag tone={STATUS_TONES[profile.status]}>{STATUS_WORDS[profile.status]}</Tag>
          {profile.archivedAt ? <Tag tone="neutral">Archived</Tag> : null}
        </>
      }
      actions={
        profile.mergedInto ? null : (
          <>
            {here.permissions.includes("payment:record") ? (
              <ButtonLink href={toNewPayment(org, { customer: customerId })}>
                <Banknote aria-hidden="true" />
                Take payment
              </ButtonLink>
            ) : null}
            <ButtonLink href={toStatement(org, customerId)}>
              <FileText aria-hidden="true" />
              Statement
            </ButtonLink>
          </>
        )
      }
    >
      {profile.mergedInto ? (
        <div className="mb-4">
          <Notice tone="soon" title={`Merged into ${profile.mergedInto.name}`}>
            <Link href={toCustomer(org, profile.mergedInto.customerId)} className="text-link">
              Go on there
            </Link>
          </Notice>
        </div>
      ) : null}
      <MemoHint memo={profile.memo} />
      <CustomerTabs org={org} customerId={customerId} />
      {children}
    </Screen>
  );
}
