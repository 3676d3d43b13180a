"use client";
// The taxes of what is typed: the job's, the location's or the customer's own where they have some, as they hold on its day. Where they can't be read, those
// before stay; other ones are said before it is issued, in any case.
import { useEffect, useRef, useState } from "react";
import type { Draft } from "@/domain/invoices/draft.ts";
import type { TaxRate } from "@/domain/values/tax.ts";
import { api } from "@/server/client.ts";

type Taxed = Pick<Draft, "customerId" | "jobId" | "locationId" | "issuedOn">;
type Known = { taxes: readonly TaxRate[]; of: Taxed };

const keyOf = ({ customerId, jobId, locationId, issuedOn }: Taxed) =>
  JSON.stringify([customerId, jobId, locationId, issuedOn]);

export function useTaxes(org: string, { customerId, jobId, locationId, issuedOn }: Taxed, known: Known) {
  const [taxes, setTaxes] = useState(known.taxes);
  const readFor = useRef(keyOf(known.of));
  useEffect(() => {
    const now = keyOf({ customerId, jobId, locationId, issuedOn });
    if (readFor.current === now) return;
    readFor.current = now;
    const answered = (read: TaxRate[]) => {
      if (readFor.current === now) setTaxes(read);
    };
    api(org)
      .invoiceDrafts.taxes.query({ customerId, jobId, locationId, issuedOn })
      .then(answered, () => {
        readFor.current = "";
      });
  }, [org, customerId, jobId, locationId, issuedOn]);
  return [taxes, setTaxes] as const;
}
