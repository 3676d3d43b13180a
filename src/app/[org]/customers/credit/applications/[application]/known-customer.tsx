"use client";
// Whether who applies is a customer already: found, named, and with what they may charge now.
import { useState } from "react";
import { formatAmount } from "@/domain/values/money.ts";
import { STATUS_WORDS } from "@/domain/ledger/account-words.ts";
import { api, type RouterOutputs } from "@/server/client.ts";
import { Button } from "@/ui/button.tsx";
import { toast } from "@/ui/toast.tsx";
import { CustomerFinder } from "../../../../_customer-finder/customer-finder.tsx";

export type Known = RouterOutputs["credit"]["account"];
type Props = {
  org: string;
  locale: string;
  currency: string;
  known: Known | null;
  onKnown: (known: Known | null) => void;
};

export function KnownCustomer({ org, locale, currency, known, onKnown }: Props) {
  const [looking, setLooking] = useState(false);
  function choose(customerId: string) {
    setLooking(true);
    api(org)
      .credit.account.query({ customerId, currency })
      .then(onKnown, () => toast("That customer can’t be read now. Choose again."))
      .finally(() => setLooking(false));
  }
  if (known === null)
    return (
      <CustomerFinder
        org={org}
        locale={locale}
        label="Are they a customer already?"
        hint={looking ? "Looking…" : "Left empty, they become a new one."}
        mayAdd={false}
        onChosen={choose}
      />
    );
  const { limit, status } = known.decided;
  const standing =
    limit.kind === "limit"
      ? `limit ${formatAmount(limit.limitCents, currency, locale)} ${currency}`
      : limit.kind === "unlimited"
        ? "no upper limit"
        : "no limit yet";
  return (
    <div className="grid justify-items-start gap-1">
      <p>
        They are <strong className="font-semibold">{known.name}</strong> ({known.customerNumber}): {standing},
        status {STATUS_WORDS[status]}. The limit below replaces it; the status and terms stay.
      </p>
      <Button variant="quiet" onClick={() => onKnown(null)}>
        Somebody else
      </Button>
    </div>
  );
}
