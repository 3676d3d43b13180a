"use client";
// The way to an override; its form comes when a charge is refused.
import type { Cents } from "@/domain/values/money.ts";
import { api } from "@/server/client.ts";
import { useLater } from "@/ui/use-later.ts";
import { jobOf } from "./record-sale.ts";
import type { Counting } from "./use-counter.ts";

const loadForm = () => import("../../_override/ask-override.tsx");

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
  const { accountId } = whose.customer;
  const jobId = jobOf(draft, whose.customer)?.jobId ?? null;
  return (
    <form.AskOverride
      ask={(asked) => api(org).overrides.ask.mutate({ accountId, jobId, ...asked })}
      then="Charge it now."
      amountCents={amountCents}
      override={override}
      onAsked={(overrideId) => change({ overrideId })}
      write={write}
    />
  );
}
