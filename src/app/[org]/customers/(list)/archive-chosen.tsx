"use client";
// Around the list of empty customers: those that are ticked are archived together, after it was said how many they are.
import { Archive } from "lucide-react";
import { useRef, useState, type FormEvent, type ReactNode } from "react";
import { countOf } from "@/domain/count-of.ts";
import { api } from "@/server/client.ts";
import { Button } from "@/ui/button.tsx";
import { CheckField } from "@/ui/check-field.tsx";
import { ConfirmDialog, useConfirm } from "@/ui/confirm-dialog.tsx";

type Props = { org: string; children: ReactNode };

export function ArchiveChosen({ org, children }: Props) {
  const form = useRef<HTMLFormElement>(null);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const { ask, asked } = useConfirm(
    (commandKey) => api(org).customers.archiveEmpty.mutate({ commandKey, customerIds: [...chosen] }),
    ({ archived, kept }) => {
      setChosen([]);
      form.current?.reset();
      const stayed = kept > 0 ? `; ${kept} got something meanwhile and stayed` : "";
      return `${countOf(archived, "customer")} archived${stayed}`;
    },
  );

  const boxes = () => [...(form.current?.querySelectorAll<HTMLInputElement>("input[name=customer]") ?? [])];
  const recount = () => setChosen(boxes().flatMap((box) => (box.checked ? [box.value] : [])));
  function tickAll(ticked: boolean) {
    for (const box of boxes()) box.checked = ticked;
    recount();
  }
  function submit(event: FormEvent) {
    event.preventDefault();
    if (chosen.length > 0) ask();
  }
  const customers = countOf(chosen.length, "customer");
  return (
    <>
      <form ref={form} onSubmit={submit} onChange={recount}>
        <div className="mb-2 flex flex-wrap items-center gap-x-4 gap-y-2">
          <CheckField label="All on this page" onChange={(event) => tickAll(event.target.checked)} />
          <div className="ml-auto">
            <Button type="submit" disabled={chosen.length === 0}>
              <Archive aria-hidden="true" />
              {chosen.length === 0 ? "Archive" : `Archive ${customers}`}
            </Button>
          </div>
        </div>
        {children}
      </form>
      <ConfirmDialog
        {...asked}
        title={`Archive ${customers}?`}
        button={`Archive ${customers}`}
        variant="primary"
        keep="Keep"
      >
        <p>
          They have no events and no documents. They leave the lists and the pickers; each can be brought back
          on its Info page.
        </p>
      </ConfirmDialog>
    </>
  );
}
