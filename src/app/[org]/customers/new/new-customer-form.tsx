"use client";
// The form that adds a customer. Who is here already under the same name, e-mail or phone is named before anybody is
// added twice; adding them all the same is one more click.
import { useRouter } from "next/navigation";
import { useEffect, useRef, type FormEvent } from "react";
import { Button } from "@/ui/button.tsx";
import { FaultNotice } from "@/ui/fault-notice.tsx";
import { CustomerFields } from "../customer-fields.tsx";
import { ctrlEnterSends } from "@/ui/form-sends.ts";
import { focusOnError } from "@/ui/focus-on-error.ts";
import { RestoredNotice } from "@/ui/restored-notice.tsx";
import { AlikeNotice } from "./alike-notice.tsx";
import { useNewCustomer } from "./use-new-customer.ts";

export function NewCustomerForm({
  org,
  name,
  terms,
}: {
  org: string;
  name: string;
  terms: readonly string[];
}) {
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const { texts, type, lookAgain, submit, alike, fault, pending, ...typed } = useNewCustomer(org, {
    name,
    router,
  });
  useEffect(() => form.current?.querySelector<HTMLInputElement>("[name=name]")?.focus(), []);
  useEffect(() => focusOnError(form.current, fault), [fault]);

  function startOver() {
    typed.startOver();
    form.current?.querySelector<HTMLInputElement>("[name=name]")?.focus();
  }
  function send(event: FormEvent) {
    event.preventDefault();
    submit();
  }
  return (
    <form ref={form} onSubmit={send} onKeyDown={ctrlEnterSends} noValidate className="grid max-w-3xl gap-5">
      <FaultNotice fault={fault} />
      {typed.isRestored ? <RestoredNotice onDiscard={startOver} /> : null}
      <div className="rounded-card border border-line bg-card p-4 desk:p-6">
        <CustomerFields
          texts={texts}
          onType={type}
          onLeave={lookAgain}
          errors={fault?.fields ?? {}}
          terms={terms}
          numberHint="Left empty: the next of your series."
        />
      </div>
      <AlikeNotice org={org} alike={alike} />
      <div className="flex flex-wrap items-center justify-end gap-3">
        <Button onClick={() => router.back()}>Cancel</Button>
        <Button type="submit" variant="primary" pending={pending}>
          {alike.length > 0 ? "Add all the same" : "Add customer"}
        </Button>
      </div>
    </form>
  );
}
