"use client";
// Who is billed, read when they are chosen: their terms and addresses fill the draft then, and only then.
import { useEffect, useState } from "react";
import { api, type RouterOutputs } from "@/server/client.ts";

export type Billed = RouterOutputs["invoiceDrafts"]["customer"];

export function useBilled(org: string, customerId: string | null, given: Billed | null) {
  const [known, setKnown] = useState<{ customerId: string; customer: Billed | null } | null>(
    given && { customerId: given.customerId, customer: given },
  );
  const answer = known?.customerId === customerId ? known : null;
  const isAnswered = answer !== null;
  useEffect(() => {
    if (customerId === null || isAnswered) return;
    let wanted = true;
    void readBilled(org, customerId).then((customer) => wanted && setKnown({ customerId, customer }));
    return () => {
      wanted = false;
    };
  }, [org, customerId, isAnswered]);
  return {
    customer: answer?.customer ?? null,
    isLost: isAnswered && answer.customer === null,
    /** Somebody chose them: answers with what is known of them, null where it can't be read. */
    async choose(chosenId: string): Promise<Billed | null> {
      const customer = await readBilled(org, chosenId);
      setKnown({ customerId: customer?.customerId ?? chosenId, customer });
      return customer;
    },
  };
}

const readBilled = (org: string, customerId: string): Promise<Billed | null> =>
  api(org)
    .invoiceDrafts.customer.query({ customerId })
    .catch(() => null);
