"use client";
// The way to an override; its form comes when a charge is refused.
import type { Cents } from "@/domain/values/money.ts";
import { useLater } from "@/ui/use-later.ts";
import { jobOf } from "./record-sale.ts";
import type { Counting } from "./use-counter.ts";

const loadForm = () => import("./ask-override.tsx");

export function OverrideAsked({
  org,
  counting,
  amountCents,
}: {
  org: string;
  counting: Counting;
  amountCents: Cents;
}) {
  const { whose, draft, override, change, write } = counting;
  const form = useLater(loadForm, true);
  if (!whose.customer || !form) return null;
  return (
    <form.AskOverride
      org={org}
      accountId={whose.customer.accountId}
      jobId={jobOf(draft, whose.customer)?.jobId ?? null}
      amountCents={amountCents}
      override={override}
      onAsked={(overrideId) => change({ overrideId })}
      write={write}
    />
  );
}
