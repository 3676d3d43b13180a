"use client";
// The form that adds a customer. Who is here already under the same name, e-mail or phone is named before anybody is
// added twice; adding them all the same is one more click.
import { useRouter } from "next/navigation";
import { useEffect, useRef, type FormEvent } from "react";
import { Button } from "@/ui/button.tsx";
import { FaultNotice } from "@/ui/fault-notice.tsx";
import { CustomerFields } from "../customer-fields.tsx";
import { SaveAndGo, type MayGo } from "../save-and-go.tsx";
import { ctrlEnterSends } from "@/ui/form-sends.ts";
import { RestoredNotice } from "@/ui/restored-notice.tsx";
import { AlikeNotice } from "./alike-notice.tsx";
import { useNewCustomer } from "./use-new-customer.ts";

type Props = { org: string; name: string; terms: readonly string[]; may: MayGo };

export function NewCustomerForm({ org, name, terms, may }: Props) {
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const { texts, type, swap, lookAgain, submit, alike, fault, pending, ...typed } = useNewCustomer(org, {
    name,
    router,
  });
  useEffect(() => form.current?.querySelector<HTMLInputElement>("[name=name]")?.focus(), []);

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
          onSwap={swap}
          onLeave={lookAgain}
          errors={fault?.fields ?? {}}
          terms={terms}
          numberHint="Left empty: the next of your series."
        />
      </div>
      <AlikeNotice org={org} alike={alike} />
      <div className="flex flex-wrap items-center justify-end gap-3">
        <Button onClick={() => router.back()}>Cancel</Button>
        <SaveAndGo {...may} pending={pending} onGo={submit} />
        <Button type="submit" variant="primary" pending={pending}>
          {alike.length > 0 ? "Add all the same" : "Add customer"}
        </Button>
      </div>
    </form>
  );
}
