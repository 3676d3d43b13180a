"use client";
// The frame of the small forms that add and edit a contact or a location: what was typed before, what went wrong, what
// others changed meanwhile, and the one button.
import { type FormEvent, type ReactNode } from "react";
import { Button } from "@/ui/button.tsx";
import { FaultNotice } from "@/ui/fault-notice.tsx";
import { ctrlEnterSends } from "@/ui/form-sends.ts";
import { EditConflictNotice } from "@/ui/edit-conflict.tsx";
import { RestoredNotice } from "@/ui/restored-notice.tsx";
import type { KeptEdit } from "@/ui/use-kept-edit.ts";

type Props<Field extends string> = {
  kept: KeptEdit<Field>;
  words: Readonly<Record<Field, string>>;
  button: string;
  children: (errors: Readonly<Record<string, string>>) => ReactNode;
};

export function PartForm<Field extends string>({ kept, words, button, children }: Props<Field>) {
  const { edit, isRestored, startOver } = kept;
  const { fault } = edit;
  function submit(event: FormEvent) {
    event.preventDefault();
    edit.submit();
  }
  return (
    <form
      onSubmit={submit}
      onKeyDown={ctrlEnterSends}
      noValidate
      className="grid gap-4 text-left whitespace-normal"
    >
      <FaultNotice fault={fault} />
      {isRestored ? <RestoredNotice onDiscard={startOver} /> : null}
      <EditConflictNotice edit={edit} words={words} />
      {children(fault?.fields ?? {})}
      <div className="flex justify-end">
        <Button type="submit" variant="primary" pending={edit.pending}>
          {button}
        </Button>
      </div>
    </form>
  );
}
