"use client";
// Around the list of empty customers: those that are ticked are archived together, after it was said how many they are.
import { Archive } from "lucide-react";
import { useRouter } from "next/navigation";
import { useRef, useState, type FormEvent, type ReactNode } from "react";
import { countOf } from "@/domain/count-of.ts";
import { api } from "@/server/client.ts";
import { Button } from "@/ui/button.tsx";
import { CheckField } from "@/ui/check-field.tsx";
import { Dialog } from "@/ui/dialog.tsx";
import { Notice } from "@/ui/notice.tsx";
import { toast } from "@/ui/toast.tsx";
import { useCommand } from "@/ui/use-command.ts";

type Props = { org: string; children: ReactNode };

export function ArchiveChosen({ org, children }: Props) {
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [open, setOpen] = useState(false);
  const { send, pending, fault } = useCommand(
    (customerIds: readonly string[], commandKey) =>
      api(org).customers.archiveEmpty.mutate({ commandKey, customerIds: [...customerIds] }),
    ({ archived, kept }) => {
      const stayed = kept > 0 ? `; ${kept} got something meanwhile and stayed` : "";
      toast(`${countOf(archived, "customer")} archived${stayed}`);
      setOpen(false);
      setChosen([]);
      form.current?.reset();
      router.refresh();
    },
  );

  const boxes = () => [...(form.current?.querySelectorAll<HTMLInputElement>("input[name=customer]") ?? [])];
  const recount = () => setChosen(boxes().flatMap((box) => (box.checked ? [box.value] : [])));
  function tickAll(ticked: boolean) {
    for (const box of boxes()) box.checked = ticked;
    recount();
  }
  function ask(event: FormEvent) {
    event.preventDefault();
    if (chosen.length > 0) setOpen(true);
  }
  return (
    <form ref={form} onSubmit={ask} onChange={recount}>
      <div className="mb-2 flex flex-wrap items-center gap-x-4 gap-y-2">
        <CheckField label="All on this page" onChange={(event) => tickAll(event.target.checked)} />
        <div className="ml-auto">
          <Button type="submit" disabled={chosen.length === 0}>
            <Archive aria-hidden="true" />
            {chosen.length === 0 ? "Archive" : `Archive ${countOf(chosen.length, "customer")}`}
          </Button>
        </div>
      </div>
      {children}
      <Dialog
        title={`Archive ${countOf(chosen.length, "customer")}?`}
        open={open}
        onClose={() => setOpen(false)}
      >
        <div className="grid gap-4">
          {fault ? <Notice tone="late">{fault.message}</Notice> : null}
          <p>
            They have no events and no documents. They leave the lists and the pickers; each can be brought
            back on its Info page.
          </p>
          <div className="flex justify-end gap-2">
            <Button onClick={() => setOpen(false)}>Keep</Button>
            <Button variant="primary" pending={pending} onClick={() => send(chosen)}>
              Archive {countOf(chosen.length, "customer")}
            </Button>
          </div>
        </div>
      </Dialog>
    </form>
  );
}
