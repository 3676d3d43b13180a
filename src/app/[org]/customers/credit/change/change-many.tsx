"use client";
// The form of a change of many: what is changed, why, and what it makes of each of them, before anything is done.
import { useRouter } from "next/navigation";
import { useState, type FormEvent } from "react";
import { countOf } from "@/domain/count-of.ts";
import { bulkTerms } from "@/domain/credit/bulk-terms.ts";
import { sameTerms } from "@/domain/credit/credit-terms.ts";
import type { Day } from "@/domain/values/day.ts";
import { formatAmount, type Cents } from "@/domain/values/money.ts";
import { api } from "@/server/client.ts";
import { Button } from "@/ui/button.tsx";
import { Card, Section } from "@/ui/card.tsx";
import { FaultNotice } from "@/ui/fault-notice.tsx";
import { Field, SelectField } from "@/ui/field.tsx";
import { toast } from "@/ui/toast.tsx";
import { useCommand } from "@/ui/use-command.ts";
import { toCreditCustomers } from "../../../_shell/links.ts";
import { ChangesSeen, type Chosen } from "./changes-seen.tsx";
import { CHANGES, NOTHING_TYPED, kindOf, readChange, type TypedChange } from "./typed-change.ts";

type Props = { org: string; locale: string; currency: string; today: Day; accounts: readonly Chosen[] };

export function ChangeMany({ org, locale, currency, today, accounts }: Props) {
  const router = useRouter();
  const [typed, setTyped] = useState<TypedChange>(NOTHING_TYPED);
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  const write = (amount: Cents) => formatAmount(amount, currency, locale);
  const { change, fault: wrong } = readChange(typed, { currency, locale });
  const after = accounts.map((account) => ({
    account,
    terms: change ? bulkTerms(account.decided, change) : account.decided,
  }));
  const count = after.filter(({ account, terms }) => !sameTerms(account.decided, terms)).length;
  const { send, pending, fault } = useCommand(
    (order: { change: NonNullable<typeof change>; reason: string }, commandKey) =>
      api(org).credit.changeMany.mutate({
        commandKey,
        ...order,
        accounts: accounts.map(({ accountId, decided }) => ({ accountId, seen: decided })),
      }),
    ({ changed, requests }) => {
      const asked = requests.length > 0 ? `${countOf(requests.length, "change")} wait for approval. ` : "";
      toast(`${asked}${countOf(changed, "customer")} changed.`);
      router.push(toCreditCustomers(org));
    },
  );

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    setTried(true);
    const form = event.currentTarget;
    if (!change) return form.querySelector<HTMLElement>("[name=value]")?.focus();
    if (reason.trim().length < 3) return form.querySelector<HTMLElement>("[name=reason]")?.focus();
    send({ change, reason });
  }
  return (
    <form onSubmit={submit} noValidate className="grid gap-6">
      <Card padded>
        <div className="grid gap-4 desk:max-w-xl">
          <FaultNotice fault={fault} />
          <SelectField
            label="What changes"
            name="kind"
            value={typed.kind}
            onChange={(event) => setTyped({ ...typed, kind: kindOf(event.target.value) })}
          >
            {Object.entries(CHANGES).map(([kind, words]) => (
              <option key={kind} value={kind}>
                {words}
              </option>
            ))}
          </SelectField>
          <ValueField typed={typed} change={setTyped} currency={currency} error={tried ? wrong : undefined} />
          <Field
            label="Reason"
            name="reason"
            hint="Kept with your name in the history of each."
            value={reason}
            onChange={(event) => setReason(event.target.value)}
            error={tried && reason.trim().length < 3 ? "Say why, in a few words." : fault?.fields["reason"]}
            maxLength={500}
            autoComplete="off"
          />
        </div>
      </Card>
      <Section id="seen" title="What it makes of each" note={`amounts in ${currency}`}>
        <Card>
          <ChangesSeen after={after} today={today} locale={locale} write={write} />
        </Card>
      </Section>
      <div>
        <Button type="submit" variant="primary" pending={pending} disabled={change !== null && count === 0}>
          {change === null || count > 0
            ? `Change ${countOf(count || accounts.length, "customer")}`
            : "Nothing changes"}
        </Button>
      </div>
    </form>
  );
}

type ValueProps = {
  typed: TypedChange;
  change: (typed: TypedChange) => void;
  currency: string;
  error: string | undefined;
};

/** What the kind of change needs beside its name; nothing for a hold. */
function ValueField({ typed, change, currency, error }: ValueProps) {
  const shared = { name: "value", autoComplete: "off", error };
  if (typed.kind === "limit")
    return (
      <Field
        {...shared}
        label={`Limit, ${currency}`}
        inputMode="decimal"
        value={typed.amount}
        onChange={(event) => change({ ...typed, amount: event.target.value })}
      />
    );
  if (typed.kind === "percent")
    return (
      <Field
        {...shared}
        label="Percent"
        hint="10 is a tenth more, -25 a quarter less. Who has no limit keeps none."
        value={typed.percent}
        onChange={(event) => change({ ...typed, percent: event.target.value })}
      />
    );
  if (typed.kind === "review")
    return (
      <Field
        {...shared}
        label="Day"
        type="date"
        value={typed.reviewOn}
        onChange={(event) => change({ ...typed, reviewOn: event.target.value })}
      />
    );
  return null;
}
