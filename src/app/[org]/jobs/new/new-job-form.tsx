"use client";
// The form that adds a job. What was typed stays until it is added, also when another customer is chosen.
import { useRouter } from "next/navigation";
import { useEffect, useRef, useState, type FormEvent } from "react";
import { NO_JOB, jobTexts, jobTyped, type JobTexts } from "@/domain/jobs/job.ts";
import { api } from "@/server/client.ts";
import { Button } from "@/ui/button.tsx";
import { FaultNotice } from "@/ui/fault-notice.tsx";
import { focusOnInvalid } from "@/ui/focus-on-error.ts";
import { ctrlEnterSends } from "@/ui/form-sends.ts";
import { RestoredNotice } from "@/ui/restored-notice.tsx";
import { toast } from "@/ui/toast.tsx";
import { useCommand } from "@/ui/use-command.ts";
import { useKept } from "@/ui/use-kept.ts";
import { toJob } from "../../_shell/links.ts";
import { JobFields, type JobChoices } from "../job-fields.tsx";
import { WhoseJob, type JobCustomer } from "./whose-job.tsx";

type Props = {
  org: string;
  choices: JobChoices;
  locale: string;
  currency: string;
  customer: JobCustomer | null;
  mayAdd: boolean;
};

export function NewJobForm({ org, choices, locale, currency, customer, mayAdd }: Props) {
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const notation = { currency, locale };
  const [texts, setTexts] = useState<JobTexts>(() => jobTexts(NO_JOB, notation));
  const [missing, setMissing] = useState(false);
  const kept = useKept<JobTexts>(["job", org, "new"], {
    now: texts,
    isBlank: (typed) => JSON.stringify(typed) === JSON.stringify(jobTexts(NO_JOB, notation)),
    restore: (then) => then && setTexts(then),
  });
  const { send, pending, fault } = useCommand(
    (customerId: string, commandKey) =>
      api(org).jobs.create.mutate({ commandKey, customerId, ...jobTyped(texts, notation) }),
    ({ jobId, number }) => {
      kept.forget();
      toast(`Job ${number} added`);
      router.push(toJob(org, jobId));
    },
    { place: kept.key },
  );
  const isMissing = missing && !customer;
  useEffect(() => {
    if (fault || isMissing) focusOnInvalid(form.current);
  }, [fault, isMissing]);

  const customerId = customer?.customerId;
  useEffect(() => {
    if (customerId) form.current?.querySelector<HTMLInputElement>("[name=name]")?.focus();
  }, [customerId]);

  function submit(event: FormEvent) {
    event.preventDefault();
    setMissing(!customer);
    if (customer) send(customer.customerId);
  }
  const errors = fault?.fields ?? {};
  return (
    <form ref={form} onSubmit={submit} onKeyDown={ctrlEnterSends} noValidate className="grid max-w-3xl gap-5">
      <FaultNotice fault={fault} />
      {kept.isRestored ? (
        <RestoredNotice
          onDiscard={() => {
            setTexts(jobTexts(NO_JOB, notation));
            kept.forget();
          }}
        />
      ) : null}
      <WhoseJob
        org={org}
        locale={locale}
        customer={customer}
        error={isMissing ? "Choose whose job it is." : errors["customerId"]}
        mayAdd={mayAdd}
      />
      <div className="rounded-card border border-line bg-card p-4 desk:p-6">
        <JobFields
          texts={texts}
          onType={(field, text) => setTexts({ ...texts, [field]: text })}
          errors={errors}
          choices={choices}
          currency={currency}
          numberHint="Left empty: the next of your series."
        />
      </div>
      <div className="flex flex-wrap items-center justify-end gap-3">
        <Button onClick={() => router.back()}>Cancel</Button>
        <Button type="submit" variant="primary" pending={pending}>
          Add job
        </Button>
      </div>
    </form>
  );
}
