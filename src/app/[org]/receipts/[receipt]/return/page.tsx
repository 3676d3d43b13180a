// Brings goods back against this receipt: which, how much of each, and what goes back for it.
import type { Metadata } from "next";
import { ownLimitWords } from "@/domain/business/people.ts";
import { apiFor } from "@/server/api.ts";
import { ButtonLink } from "@/ui/button-link.tsx";
import { Card } from "@/ui/card.tsx";
import { Empty } from "@/ui/empty.tsx";
import { Screen } from "@/ui/page.tsx";
import { PackageCheck } from "lucide-react";
import { readCurrentMember } from "../../../_shell/current-member.ts";
import { NotAllowed } from "../../../_shell/not-allowed.tsx";
import { toReceipt } from "../../../_shell/links.ts";
import { readReceipt } from "../read-receipt.ts";
import { ReturnForm } from "./return-form.tsx";

type Props = PageProps<"/[org]/receipts/[receipt]/return">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { org, receipt } = await params;
  return { title: `Return of ${(await readReceipt(org, receipt)).number}` };
}

export default async function ReturnPage({ params }: Props) {
  const { org, receipt: receiptId } = await params;
  const [here, api, receipt] = await Promise.all([
    readCurrentMember(org),
    apiFor(org),
    readReceipt(org, receiptId),
  ]);
  const title = `Return of ${receipt.number}`;
  if (!here.permissions.includes("receipt:record"))
    return <NotAllowed title={title} to="returns" permission="receipt:record" />;
  if (!receipt.returnable) {
    const back = <ButtonLink href={toReceipt(org, receiptId)}>Back to the receipt</ButtonLink>;
    return (
      <Screen title={title}>
        <Card>
          <Empty icon={<PackageCheck />} title="Nothing is left to bring back" action={back}>
            {receipt.kind === "return" ? "This is a return itself." : "All of it came back before."}
          </Empty>
        </Card>
      </Screen>
    );
  }
  const sold = await api.receipts.returnable({ receiptId });
  const account = sold.customerId ? await api.payments.account({ customerId: sold.customerId }) : null;
  const { locale, today } = here.org;
  const mayRefund = here.permissions.includes("event:reverse");
  const ownLimit = mayRefund ? ownLimitWords(here.ownLimits, "refund", here.org) : null;
  return (
    <Screen title={title}>
      {ownLimit === null ? null : <p className="mb-3 text-13 text-soft">{ownLimit}</p>}
      <ReturnForm org={org} sold={sold} account={account} place={{ locale, today }} mayRefund={mayRefund} />
    </Screen>
  );
}
