"use client";
// The answer to an application: approved into a customer with a limit and terms, or declined with a reason.
import { useRouter } from "next/navigation";
import { useState, type FormEvent } from "react";
import { minorDigits, parseAmount, typedAmount, type Cents } from "@/domain/values/money.ts";
import { sampleNumber } from "@/domain/values/written-number.ts";
import { api } from "@/server/client.ts";
import { Button } from "@/ui/button.tsx";
import { FaultNotice } from "@/ui/fault-notice.tsx";
import { Field, TextAreaField } from "@/ui/field.tsx";
import { toast } from "@/ui/toast.tsx";
import { useCommand } from "@/ui/use-command.ts";
import { toCreditTerms } from "../../../../_shell/links.ts";
import { TermsField } from "../../../terms-field.tsx";
import { Decline } from "./decline-application.tsx";
import { KnownCustomer, type Known } from "./known-customer.tsx";
import { approvedWords } from "./told-words.ts";

type Props = {
  org: string;
  locale: string;
  currency: string;
  offered: readonly string[];
  /** `goesOut`: whether mail does. */
  application: { applicationId: string; business: string; email: string; goesOut: boolean };
  /** The customer that an earlier yes made, whose limit a second person declined. */
  madeBefore: string | null;
  suggestedCents: Cents;
};
type Order = { creditCents: Cents; terms: string; reason: string; told: string; customerId?: string };

/** Who is given credit pays later: it begins with the terms that are usual, or else the last that are offered. */
const USUAL = "net-30";

export function AnswerApplication(props: Props) {
  const { org, locale, currency, offered, application, madeBefore, suggestedCents } = props;
  const { applicationId, business, email, goesOut } = application;
  const router = useRouter();
  const [limit, setLimit] = useState(suggestedCents > 0 ? typedAmount(suggestedCents, currency, locale) : "");
  const [terms, setTerms] = useState(offered.find((code) => code === USUAL) ?? offered.at(-1) ?? USUAL);
  const [reason, setReason] = useState("");
  const [told, setTold] = useState("");
  const [known, setKnown] = useState<Known | null>(null);
  const [tried, setTried] = useState(false);
  const limitCents = parseAmount(limit, currency, locale);
  const isAmount = typeof limitCents === "number" && limitCents > 0;
  const isNew = known === null && madeBefore === null;
  const { send, pending, fault } = useCommand(
    (order: Order, commandKey) =>
      api(org).applications.approve.mutate({ commandKey, applicationId, ...order }),
    ({ customerId, requestId }) => {
      toast(approvedWords(business, requestId !== null, goesOut));
      router.push(toCreditTerms(org, customerId));
    },
  );
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    setTried(true);
    const form = event.currentTarget;
    if (!isAmount) return form.querySelector<HTMLElement>("[name=limit]")?.focus();
    if (reason.trim().length < 3) return form.querySelector<HTMLElement>("[name=reason]")?.focus();
    send({ creditCents: limitCents, terms, reason, told, ...(known && { customerId: known.customerId }) });
  }
  return (
    <div className="grid gap-4 desk:max-w-xl">
      <form onSubmit={submit} noValidate className="grid gap-4">
        <FaultNotice fault={fault} />
        {madeBefore === null ? (
          <KnownCustomer org={org} locale={locale} currency={currency} known={known} onKnown={setKnown} />
        ) : null}
        <Field
          label={`Credit limit, ${currency}`}
          name="limit"
          inputMode="decimal"
          autoComplete="off"
          value={limit}
          onChange={(event) => setLimit(event.target.value)}
          error={
            tried && !isAmount
              ? `Enter an amount like ${sampleNumber(locale, minorDigits(currency))}.`
              : fault?.fields["creditCents"]
          }
        />
        {isNew ? (
          <TermsField text={terms} onType={setTerms} error={fault?.fields["terms"]} offered={offered} />
        ) : null}
        <Field
          label="Reason"
          name="reason"
          hint="Kept with your name; they don’t see it."
          value={reason}
          onChange={(event) => setReason(event.target.value)}
          error={tried && reason.trim().length < 3 ? "Say why, in a few words." : fault?.fields["reason"]}
          maxLength={500}
          autoComplete="off"
        />
        <Told email={email} value={told} onTell={setTold} error={fault?.fields["told"]} />
        <div>
          <Button type="submit" variant="primary" pending={pending}>
            Approve
          </Button>
        </div>
      </form>
      <div>
        <Decline org={org} application={application} hasCustomer={madeBefore !== null} />
      </div>
    </div>
  );
}

type ToldProps = { email: string; value: string; onTell: (words: string) => void; error: string | undefined };

function Told({ email, value, onTell, error }: ToldProps) {
  return (
    <TextAreaField
      label="Tell them, too"
      name="told"
      hint={`The limit and terms go to ${email}; this goes with them.`}
      value={value}
      onChange={(event) => onTell(event.target.value)}
      error={error}
      maxLength={1000}
    />
  );
}
