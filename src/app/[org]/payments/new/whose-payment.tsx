"use client";
// Whose payment it is: found in one box, shown with a way to choose another. What was typed below stays.
import { useState } from "react";
import type { Route } from "next";
import { Button } from "@/ui/button.tsx";
import { Link } from "@/ui/link.tsx";
import type { ListedAccount } from "../../_apply/listed-account.ts";
import { CustomerPicker } from "./customer-picker.tsx";

type Props = {
  org: string;
  locale: string;
  account: ListedAccount | null;
  back: Route | null;
  missing: boolean;
  mayAdd: boolean;
  onChosen: () => void;
};

export function WhosePayment({ org, locale, account, back, missing, mayAdd, onChosen }: Props) {
  const [picking, setPicking] = useState(false);
  if (!account || !back || picking) {
    return (
      <CustomerPicker
        org={org}
        locale={locale}
        mayAdd={mayAdd}
        error={missing ? "Choose the customer who paid." : undefined}
        onChosen={(customerId) => {
          if (customerId !== account?.customerId) onChosen();
          setPicking(false);
        }}
      />
    );
  }
  return (
    <div className="flex items-center gap-x-3">
      <p className="min-w-0 max-desk:flex-1">
        <span className="mr-2 text-13 font-medium text-soft max-desk:sr-only">Customer</span>
        <Link
          href={back}
          className="touch-target text-16 font-semibold wrap-anywhere hover:underline touch:underline"
        >
          {account.name}
        </Link>
        {account.customerNumber === account.name ? null : (
          <span className="ml-2 text-soft">{account.customerNumber}</span>
        )}
      </p>
      <Button variant="quiet" onClick={() => setPicking(true)}>
        Change
      </Button>
    </div>
  );
}
