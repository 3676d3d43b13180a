"use client";
// What went wrong with a form. What is about one of its fields stands beside that, and the field has the keyboard; what is
// about none, or about one that the form doesn't show, stands above them.
import { useEffect, useRef, useState } from "react";
import { focusOnInvalid } from "./focus-on-error.ts";
import { Notice } from "./notice.tsx";
import type { Fault } from "./use-command.ts";

type Props = { fault: Pick<Fault, "above" | "fields"> | null };

export function FaultNotice({ fault }: Props) {
  const place = useRef<HTMLSpanElement>(null);
  const [unshown, setUnshown] = useState<Props["fault"]>(null);
  // Once per refusal: typing on afterwards moves nothing.
  useEffect(() => {
    const around = place.current?.closest("form") ?? place.current?.parentElement;
    if (!around || !fault || fault.above) return;
    focusOnInvalid(around);
    const said = around.textContent;
    if (!Object.values(fault.fields).some((words) => said.includes(words))) setUnshown(fault);
  }, [fault]);
  if (!fault) return null;
  const told = fault.above ?? (unshown === fault ? Object.values(fault.fields).join(" ") : null);
  return told === null ? <span ref={place} hidden /> : <Notice tone="late">{told}</Notice>;
}
