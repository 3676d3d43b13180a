"use client";
// Whose payment it is, found in one box; the address then names them, and what was typed below stays.
import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { CustomerFinder } from "../../_customer-finder/customer-finder.tsx";
import { toNewPayment } from "../../_shell/links.ts";

type Props = {
  org: string;
  locale: string;
  error: string | undefined;
  mayAdd: boolean;
  onChosen: (customerId: string) => void;
};

export function CustomerPicker({ org, locale, error, mayAdd, onChosen }: Props) {
  const router = useRouter();
  const [going, startGoing] = useTransition();
  function take(customer: string) {
    onChosen(customer);
    startGoing(() => router.replace(toNewPayment(org, { customer })));
  }
  return (
    <div aria-busy={going}>
      <CustomerFinder org={org} locale={locale} error={error} mayAdd={mayAdd} takesFocus onChosen={take} />
    </div>
  );
}
