"use client";
// The frame of one part of the settings: its fields, what saving them does, and who may.
import { useEffect, useRef, useState, type FormEvent, type ReactNode } from "react";
import { Button } from "@/ui/button.tsx";
import { FaultNotice } from "@/ui/fault-notice.tsx";
import { focusOnInvalid } from "@/ui/focus-on-error.ts";
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
  const form = useRef<HTMLFormElement>(null);
  /** How often it was blocked: each time the field that is why gets the keyboard. */
  const [stops, setStops] = useState(0);
  useEffect(() => {
    if (stops > 0) focusOnInvalid(form.current);
  }, [stops]);
  function send(event: FormEvent) {
    event.preventDefault();
    if (blocked?.()) setStops(stops + 1);
    else submit();
  }
  return (
    <form
      ref={form}
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
