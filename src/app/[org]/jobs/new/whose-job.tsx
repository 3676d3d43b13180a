"use client";
// Whose job it is: found in one box, shown with a way to choose another. What was typed below stays.
import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { Button } from "@/ui/button.tsx";
import { CustomerFinder } from "../../_customer-finder/customer-finder.tsx";
import { toNewJob } from "../../_shell/links.ts";

export type JobCustomer = { customerId: string; name: string; number: string };

type Props = {
  org: string;
  locale: string;
  customer: JobCustomer | null;
  error: string | undefined;
  mayAdd: boolean;
};

export function WhoseJob({ org, locale, customer, error, mayAdd }: Props) {
  const router = useRouter();
  const [picking, setPicking] = useState(false);
  const [going, startGoing] = useTransition();
  if (!customer || picking)
    return (
      <div aria-busy={going}>
        <CustomerFinder
          org={org}
          locale={locale}
          error={error}
          mayAdd={mayAdd}
          takesFocus
          onChosen={(chosen) => {
            setPicking(false);
            startGoing(() => router.replace(toNewJob(org, { customer: chosen })));
          }}
        />
      </div>
    );
  const { name, number } = customer;
  return (
    <div className="flex items-center gap-x-3">
      <p className="min-w-0 max-desk:flex-1">
        <span className="mr-2 text-13 font-medium text-soft max-desk:sr-only">Customer</span>
        <span className="text-16 font-semibold wrap-anywhere">{name}</span>
        {number === name ? null : <span className="ml-2 text-soft">{number}</span>}
      </p>
      <Button variant="quiet" onClick={() => setPicking(true)}>
        Change
      </Button>
    </div>
  );
}
