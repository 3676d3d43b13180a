"use client";
// Enters the certificate by which a customer isn't taxed, and ends it.
import { FileCheck } from "lucide-react";
import { useState, type FormEvent } from "react";
import { isDay } from "@/domain/values/day.ts";
import { api } from "@/server/client.ts";
import { Button } from "@/ui/button.tsx";
import { ConfirmDialog, useConfirm } from "@/ui/confirm-dialog.tsx";
import { Dialog } from "@/ui/dialog.tsx";
import { FaultNotice } from "@/ui/fault-notice.tsx";
import { Field, SelectField } from "@/ui/field.tsx";
import { useCommand } from "@/ui/use-command.ts";
import { useSaved } from "./use-saved.ts";

type Props = { org: string; customerId: string };
type WithFiles = Props & { files: readonly { attachmentId: string; name: string }[] };

export function Exempt({ org, customerId, files }: WithFiles) {
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <>
      <Button variant="quiet" onClick={() => setOpen(true)}>
        <FileCheck aria-hidden="true" />
        Enter certificate
      </Button>
      <Dialog title="Tax exemption" open={open} onClose={close}>
        <ExemptForm org={org} customerId={customerId} files={files} done={close} />
      </Dialog>
    </>
  );
}

function ExemptForm({ org, customerId, files, done }: WithFiles & { done: () => void }) {
  const saved = useSaved(done);
  const [typed, setTyped] = useState({ certificate: "", expiresOn: "", attachmentId: "" });
  const { send, pending, fault } = useCommand(
    ({ certificate, expiresOn, attachmentId }: typeof typed, commandKey) =>
      api(org).taxes.exempt.mutate({
        commandKey,
        customerId,
        certificate,
        expiresOn: isDay(expiresOn) ? expiresOn : null,
        attachmentId: attachmentId || null,
      }),
    () => saved("Exempt from the next document on"),
  );
  function submit(event: FormEvent) {
    event.preventDefault();
    send(typed);
  }
  return (
    <form onSubmit={submit} noValidate className="grid gap-4 text-left whitespace-normal">
      <FaultNotice fault={fault} />
      <Field
        label="Certificate number"
        name="certificate"
        autoComplete="off"
        maxLength={60}
        value={typed.certificate}
        onChange={(event) => setTyped({ ...typed, certificate: event.target.value })}
        error={fault?.fields["certificate"]}
        required
      />
      <Field
        label="Valid until"
        name="expiresOn"
        type="date"
        hint="The last day on which it holds; empty where it has no end. You are warned 30 days before."
        value={typed.expiresOn}
        onChange={(event) => setTyped({ ...typed, expiresOn: event.target.value })}
        error={fault?.fields["expiresOn"]}
      />
      <SelectField
        label="The certificate, among this customer’s files"
        name="attachmentId"
        hint={files.length === 0 ? "Attach it on the Attachments tab first to choose it here." : undefined}
        value={typed.attachmentId}
        onChange={(event) => setTyped({ ...typed, attachmentId: event.target.value })}
        error={fault?.fields["attachmentId"]}
      >
        <option value="">No file</option>
        {files.map(({ attachmentId, name }) => (
          <option key={attachmentId} value={attachmentId}>
            {name}
          </option>
        ))}
      </SelectField>
      <div className="flex justify-end">
        <Button type="submit" variant="primary" pending={pending}>
          Save certificate
        </Button>
      </div>
    </form>
  );
}

export function EndExemption({ org, customerId }: Props) {
  const { ask, asked } = useConfirm(
    (commandKey) => api(org).taxes.endExemption.mutate({ commandKey, customerId }),
    () => "Taxed from the next document on",
  );
  return (
    <>
      <Button variant="quiet" onClick={ask}>
        End exemption
      </Button>
      <ConfirmDialog {...asked} title="End the exemption?" button="End exemption">
        <p>
          Their sales are taxed from the next document on. The history keeps the certificate and who ended it.
        </p>
      </ConfirmDialog>
    </>
  );
}
