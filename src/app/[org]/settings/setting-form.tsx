"use client";
// The frame of one part of the settings: its fields, what saving them does, and who may.
import type { FormEvent, ReactNode } from "react";
import { Button } from "@/ui/button.tsx";
import { FaultNotice } from "@/ui/fault-notice.tsx";
import { EditConflictNotice } from "@/ui/edit-conflict.tsx";
import type { Setting } from "./use-setting.ts";

type Props<Field extends string> = {
  /** Names the form for screen readers. */
  name: string;
  setting: Setting<Field>;
  words: Readonly<Record<Field, string>>;
  mayChange: boolean;
  effect: ReactNode;
  /** Said instead of sending what can't be read. */
  blocked?: (() => boolean) | undefined;
  children: ReactNode;
};

export function SettingForm<Field extends string>(props: Props<Field>) {
  const { name, setting, words, mayChange, effect, blocked, children } = props;
  const { fault, pending, submit } = setting;
  function send(event: FormEvent) {
    event.preventDefault();
    if (!blocked?.()) submit();
  }
  return (
    <form
      onSubmit={send}
      noValidate
      aria-label={name}
      className="grid gap-4 rounded-card border border-line bg-card p-4 desk:p-6"
    >
      <FaultNotice fault={fault} />
      <EditConflictNotice edit={setting} words={words} />
      <fieldset disabled={!mayChange} className="grid max-w-3xl items-start gap-4 desk:grid-cols-2">
        <legend className="sr-only">{name}</legend>
        {children}
      </fieldset>
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p className="text-13 text-soft">{effect}</p>
        {mayChange ? (
          <Button type="submit" pending={pending}>
            Save
          </Button>
        ) : null}
      </div>
    </form>
  );
}
