"use client";
// What a file would do, asked as soon as it is chosen, and then the doing of it: all rows or none.
import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { countOf } from "@/domain/count-of.ts";
import { api, type RouterOutputs } from "@/server/client.ts";
import type { Reading } from "@/ui/amount.tsx";
import { Button } from "@/ui/button.tsx";
import { ButtonLink } from "@/ui/button-link.tsx";
import type { DateStyle } from "@/ui/instant.tsx";
import { InstantText } from "@/ui/instant.tsx";
import { Notice } from "@/ui/notice.tsx";
import { useCommand, type Fault } from "@/ui/use-command.ts";
import { toCustomers } from "../_shell/links.ts";
import { FaultTable, faultsIn } from "./fault-table.tsx";
import { ImportFigures } from "./import-figures.tsx";
import type { ChosenFile } from "./read-file.ts";
import { Working } from "./working.tsx";

type Preview = RouterOutputs["imports"]["previewReceivables"];
type Done = RouterOutputs["imports"]["importReceivables"];
type Props = { org: string; file: ChosenFile; reading: Reading; place: DateStyle };

export function ImportPreview({ org, file, reading, place }: Props) {
  const { name, content } = file;
  const [preview, setPreview] = useState<Preview | null>(null);
  const looking = useCommand(
    (given: ChosenFile) => api(org).imports.previewReceivables.mutate(given),
    setPreview,
  );
  const started = useRef(false);
  useEffect(() => {
    if (started.current) return;
    started.current = true;
    looking.send({ name, content });
  });

  return (
    <div className="mt-5 grid gap-4" aria-busy={looking.pending}>
      {looking.pending ? <Working>Reading {name}…</Working> : null}
      {looking.fault ? <Failed fault={looking.fault} again={() => looking.send({ name, content })} /> : null}
      {preview ? <Outlook preview={preview} org={org} file={file} reading={reading} place={place} /> : null}
    </div>
  );
}

/** What is wrong, and the reason that the file's reader gave; asking again costs nothing. */
function Failed({ fault, again }: { fault: Fault; again: () => void }) {
  const { reason } = fault.details;
  return (
    <>
      <Notice tone="late" title={fault.message}>
        {typeof reason === "string" ? reason : null}
      </Notice>
      <div>
        <Button onClick={again}>Try again</Button>
      </div>
    </>
  );
}

function Outlook({ preview, org, file, reading, place }: Props & { preview: Preview }) {
  const { faults, faultCount, already, invoices } = preview;
  if (faultCount > 0) return <FaultTable faults={faults} count={faultCount} />;
  if (already) {
    return (
      <Notice title="This file is in your books already">
        It was imported on <InstantText at={already.at} {...place} /> by {already.by}. Importing it again
        would change nothing.
      </Notice>
    );
  }
  return (
    <>
      <ImportFigures summary={preview} {...reading} />
      <ImportAll org={org} file={file} invoices={invoices} />
    </>
  );
}

function ImportAll({ org, file, invoices }: { org: string; file: ChosenFile; invoices: number }) {
  const router = useRouter();
  const [done, setDone] = useState<Done | null>(null);
  const { name, content } = file;
  const { send, pending, fault } = useCommand(
    (_: null, commandKey) => api(org).imports.importReceivables.mutate({ commandKey, name, content }),
    (result) => {
      setDone(result);
      router.refresh();
    },
  );
  if (done) return <Imported org={org} done={done} />;
  const refused = fault ? faultsIn(fault) : null;
  return (
    <>
      {refused ? <FaultTable {...refused} /> : null}
      {fault && !refused ? <Notice tone="late">{fault.message}</Notice> : null}
      <div className="flex flex-wrap items-center gap-4">
        <Button variant="primary" pending={pending} onClick={() => send(null)}>
          Import {countOf(invoices, "invoice")}
        </Button>
        {pending ? <Working>Posting them all at once. This can take ten seconds.</Working> : null}
      </div>
    </>
  );
}

function Imported({ org, done }: { org: string; done: Done }) {
  const { invoices, payments, newCustomers } = done;
  return (
    <>
      <Notice tone="good" title={`${countOf(invoices, "invoice")} imported`}>
        With {countOf(payments, "payment")} and {countOf(newCustomers, "new customer")}.
      </Notice>
      <div>
        <ButtonLink href={toCustomers(org)} variant="primary">
          See the customers
        </ButtonLink>
      </div>
    </>
  );
}
