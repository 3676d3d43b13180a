"use client";
// Edits the profile in place. A version that went stale says what changed, and keeps what was typed.
import { useRouter } from "next/navigation";
import { useEffect, useRef, type FormEvent } from "react";
import { CUSTOMER_FIELDS, detailsOf, type CustomerField } from "@/domain/customers/customer.ts";
import { api } from "@/server/client.ts";
import { Button } from "@/ui/button.tsx";
import { toast } from "@/ui/toast.tsx";
import { CustomerFields } from "../../../customer-fields.tsx";
import { SaveAndGo, wayOnward, type MayGo, type Onward } from "../../../save-and-go.tsx";
import { FaultNotice } from "@/ui/fault-notice.tsx";
import { ctrlEnterSends } from "@/ui/form-sends.ts";
import { EditConflictNotice } from "@/ui/edit-conflict.tsx";
import { RestoredNotice } from "@/ui/restored-notice.tsx";
import type { Drawn } from "@/ui/use-edit.ts";
import { useKeptEdit } from "@/ui/use-kept-edit.ts";
import { placeOfProfile } from "./kept-profile.ts";

type Props = {
  org: string;
  customerId: string;
  drawn: Drawn<CustomerField>;
  may: MayGo;
  /** The codes of those that the business offers. */
  terms: readonly string[];
  done: () => void;
};

export function ProfileForm({ org, customerId, drawn, may, terms, done }: Props) {
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const onward = useRef<Onward | null>(null);
  const { edit, isRestored, forget } = useKeptEdit(placeOfProfile(org, customerId), {
    drawn,
    save: ({ version, texts }, commandKey) => saveProfile(org, { customerId, version, texts, commandKey }),
    done() {
      toast("Saved");
      if (onward.current) return router.push(wayOnward(org, customerId, onward.current));
      done();
      router.refresh();
    },
  });
  const { fault, editConflict } = edit;
  useEffect(() => form.current?.querySelector<HTMLInputElement>("[name=name]")?.focus(), []);
  useEffect(() => {
    if (editConflict) form.current?.scrollIntoView({ block: "start" });
  }, [editConflict]);

  function close() {
    forget();
    done();
  }
  function save(then: Onward | null) {
    onward.current = then;
    edit.submit();
  }
  function submit(event: FormEvent) {
    event.preventDefault();
    save(null);
  }
  return (
    <form
      ref={form}
      onSubmit={submit}
      onKeyDown={ctrlEnterSends}
      noValidate
      className="grid scroll-mt-20 gap-5"
    >
      <FaultNotice fault={fault} />
      {isRestored ? <RestoredNotice onDiscard={close} /> : null}
      <EditConflictNotice edit={edit} words={CUSTOMER_FIELDS} />
      <CustomerFields
        texts={edit.texts}
        onType={edit.type}
        onSwap={edit.typeAll}
        errors={fault?.fields ?? {}}
        terms={terms}
      />
      <div className="flex flex-wrap justify-end gap-2">
        <Button onClick={close}>Cancel</Button>
        <SaveAndGo {...may} pending={edit.pending} onGo={save} />
        <Button type="submit" variant="primary" pending={edit.pending}>
          Save
        </Button>
      </div>
    </form>
  );
}

type Saved = Drawn<CustomerField> & { customerId: string; commandKey: string };

function saveProfile(org: string, { texts, ...which }: Saved) {
  const { addressLines, shippingLines, ...details } = detailsOf(texts);
  const lines = { addressLines: [...addressLines], shippingLines: [...shippingLines] };
  return api(org).customers.edit.mutate({ ...which, ...details, ...lines });
}
