"use client";
// Who stands at the counter, read anew whenever something may have changed, with what it was before.
import { useEffect, useState } from "react";
import { canCharge } from "@/domain/ledger/account.ts";
import { api, type RouterOutputs } from "@/server/client.ts";

export type Customer = RouterOutputs["counter"]["customer"];

type CustomerChoice = { org: string; customerId: string | null; given: Customer | null };
type Known = { customerId: string; customer: Customer | null };

export function useCustomer({ org, customerId, given }: CustomerChoice) {
  const [known, setKnown] = useState<Known | null>(
    given && { customerId: given.customerId, customer: given },
  );
  /** As it was when it was refused; what is shown of it may have changed since. */
  const [before, setBefore] = useState<Customer | null>(null);
  // Between two customers nothing is remembered: the same one again may have been charged meanwhile.
  if (customerId === null && known) setKnown(null);
  const answer = known?.customerId === customerId ? known : null;
  const isAnswered = answer !== null;
  useEffect(() => {
    if (customerId === null || isAnswered) return;
    let wanted = true;
    void readCustomer(org, customerId).then((read) => wanted && setKnown(read));
    return () => {
      wanted = false;
    };
  }, [org, customerId, isAnswered]);

  const customer = answer?.customer ?? null;
  return {
    customer,
    isLost: isAnswered && customer === null,
    before: before && customer && differ(before, customer) ? before : null,
    async readAgain() {
      if (!customer) return;
      setBefore(customer);
      const read = await readCustomer(org, customer.customerId);
      if (read.customer) setKnown(read);
    },
  };
}

async function readCustomer(org: string, customerId: string): Promise<Known> {
  const customer = await api(org)
    .counter.customer.query({ customerId })
    .catch(() => null);
  return { customerId, customer };
}

const differ = (a: Customer, b: Customer) =>
  a.customerId === b.customerId &&
  JSON.stringify(canCharge(a.figures, a.credit)) !== JSON.stringify(canCharge(b.figures, b.credit));
