"use client";
// Who stands at the counter, read anew whenever something may have changed, with what it was before.
import { useCallback, useEffect, useRef, useState } from "react";
import { canCharge } from "@/domain/account.ts";
import { api, type ClientOutput } from "@/server/client.ts";

export type Customer = ClientOutput["counter"]["customer"];

type Asked = { org: string; customerId: string | null; given: Customer | null };

export function useCustomer({ org, customerId, given }: Asked) {
  const [known, setKnown] = useState<Customer | null>(given);
  /** As it was when it was refused; what is shown of it has changed since. */
  const [before, setBefore] = useState<Customer | null>(null);
  const [isLost, setLost] = useState(false);
  const asked = useRef(0);

  const read = useCallback(
    async (id: string) => {
      const mine = ++asked.current;
      setLost(false);
      const answer = await api(org)
        .counter.customer.query({ customerId: id })
        .catch(() => null);
      if (mine !== asked.current) return;
      if (answer) setKnown(answer);
      else setLost(true);
    },
    [org],
  );
  const customer = known?.customerId === customerId ? known : null;
  const isHere = customer !== null;
  useEffect(() => {
    setBefore(null);
    if (customerId !== null && !isHere) void read(customerId);
  }, [customerId, isHere, read]);

  return {
    customer,
    isLost: customerId !== null && isLost,
    /** What could be charged before it was read again, where that was something else. */
    before: before && customer && differ(before, customer) ? before : null,
    readAgain() {
      if (!customer) return;
      setBefore(customer);
      void read(customer.customerId);
    },
  };
}

const differ = (a: Customer, b: Customer) =>
  JSON.stringify(canCharge(a.figures, a.credit)) !== JSON.stringify(canCharge(b.figures, b.credit));
