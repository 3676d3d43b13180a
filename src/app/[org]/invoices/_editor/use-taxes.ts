"use client";
// The taxes of what is typed: the job's, the location's or the customer's own where they have some, and what single lines can be
// taxed with instead, as they hold on its day. Where they can't be read, those before stay; other ones are said before it is
// issued, in any case.
import { useEffect, useRef, useState } from "react";
import type { Draft } from "@/domain/invoices/draft.ts";
import type { LineTaxes } from "@/domain/invoices/line-taxes.ts";
import type { TaxRate } from "@/domain/values/tax.ts";
import { api } from "@/server/client.ts";

type Taxed = Pick<Draft, "customerId" | "jobId" | "locationId" | "issuedOn">;
type Taxes = { taxes: readonly TaxRate[]; choices: readonly LineTaxes[] };

const keyOf = ({ customerId, jobId, locationId, issuedOn }: Taxed) =>
  JSON.stringify([customerId, jobId, locationId, issuedOn]);

export function useTaxes(
  org: string,
  { customerId, jobId, locationId, issuedOn }: Taxed,
  known: Taxes & { of: Taxed },
) {
  const [taxes, setTaxes] = useState<Taxes>({ taxes: known.taxes, choices: known.choices });
  const readFor = useRef(keyOf(known.of));
  useEffect(() => {
    const now = keyOf({ customerId, jobId, locationId, issuedOn });
    if (readFor.current === now) return;
    readFor.current = now;
    const answered = (read: Taxes) => {
      if (readFor.current === now) setTaxes(read);
    };
    api(org)
      .invoiceDrafts.taxes.query({ customerId, jobId, locationId, issuedOn })
      .then(answered, () => {
        readFor.current = "";
      });
  }, [org, customerId, jobId, locationId, issuedOn]);
  return {
    ...taxes,
    /** As a refusal says that they are by now. */
    setTaxes: (details: Readonly<Record<string, unknown>>) => setTaxes((before) => withTold(before, details)),
  };
}

type Told = { taxes: TaxRate[]; lineTaxes: LineTaxes[] };

const withTold = ({ choices }: Taxes, { taxes = [], lineTaxes = [] }: Partial<Told>): Taxes => ({
  taxes,
  choices: choices.map((choice) => lineTaxes.find(({ rateId }) => rateId === choice.rateId) ?? choice),
});
