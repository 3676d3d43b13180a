// One receipt: what was bought, how it was paid, what it became on the account, and the signed copy.
import { Undo2 } from "lucide-react";
import type { Metadata } from "next";
import { formatDay } from "@/domain/values/day-words.ts";
import type { ReceiptPage } from "@/domain/receipts/receipt-page.ts";
import { ButtonLink } from "@/ui/button-link.tsx";
import { Link } from "@/ui/link.tsx";
import { Screen } from "@/ui/page.tsx";
import { Attachments } from "../../_attachments/attachments.tsx";
import { OverrideUsed } from "../../_credit/override-used.tsx";
import { readCurrentMember, type CurrentMember } from "../../_shell/current-member.ts";
import { toCustomer, toReturn } from "../../_shell/links.ts";
import { RelatedDocuments } from "./related-documents.tsx";
import { Copies } from "./copies.tsx";
import { readReceipt } from "./read-receipt.ts";
import { Slip } from "./slip.tsx";

type Props = PageProps<"/[org]/receipts/[receipt]">;

const titleOf = ({ kind, number }: ReceiptPage) => `${kind === "return" ? "Return" : "Receipt"} ${number}`;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { org, receipt } = await params;
  return { title: titleOf(await readReceipt(org, receipt)) };
}

export default async function ReceiptPage({ params }: Props) {
  const { org, receipt: receiptId } = await params;
  const [here, receipt] = await Promise.all([readCurrentMember(org), readReceipt(org, receiptId)]);
  const { locale, zone } = here.org;
  const charge = receipt.tenders.find(({ tender }) => tender === "house-charge")?.eventId;
  return (
    <Screen
      title={titleOf(receipt)}
      about={<About org={org} receipt={receipt} locale={locale} />}
      actions={<Actions here={here} receipt={receipt} />}
    >
      <div className="grid items-start gap-6 wide:grid-cols-[minmax(0,32rem)_minmax(0,1fr)]">
        <Slip receipt={receipt} place={{ locale, zone }} />
        <div className="min-w-0 [&>section:first-child]:mt-0">
          {receipt.memo ? (
            <p className="mb-4 wrap-anywhere">
              <span className="text-soft">Memo: </span>
              {receipt.memo}
            </p>
          ) : null}
          {charge ? <OverrideUsed org={org} eventId={charge} place={{ locale, zone }} /> : null}
          <RelatedDocuments org={org} receipt={receipt} locale={locale} />
          <Attachments org={org} subject={{ kind: "receipt", id: receipt.receiptId }} />
        </div>
      </div>
    </Screen>
  );
}

function About({ org, receipt, locale }: { org: string; receipt: ReceiptPage; locale: string }) {
  const { customer, issuedOn, soldBy } = receipt;
  return (
    <p>
      {customer ? (
        <Link href={toCustomer(org, customer.customerId)} className="text-link">
          {customer.name}
        </Link>
      ) : (
        "Walk-in"
      )}{" "}
      · {formatDay(issuedOn, locale)} · {soldBy}
    </p>
  );
}

function Actions({ here, receipt }: { here: CurrentMember; receipt: ReceiptPage }) {
  const { slug } = here.org;
  const mayReturn = receipt.returnable && here.permissions.includes("receipt:record");
  return (
    <>
      {mayReturn ? (
        <ButtonLink href={toReturn(slug, receipt.receiptId)}>
          <Undo2 aria-hidden="true" />
          Return
        </ButtonLink>
      ) : null}
      <Copies
        org={slug}
        receiptId={receipt.receiptId}
        charged={receipt.kind === "sale" && receipt.houseChargeCents > 0}
      />
    </>
  );
}
