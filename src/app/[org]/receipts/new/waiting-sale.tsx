"use client";
// Another customer's sale isn't finished: it is asked about before anything is entered, since what was entered for one is
// never charged to the other.
import { useEffect, useRef } from "react";
import { countOf } from "@/domain/count-of.ts";
import { Button } from "@/ui/button.tsx";
import { Notice } from "@/ui/notice.tsx";
import type { Counting } from "./use-counter.ts";
import { useCustomer } from "./use-customer.ts";

export function WaitingSale({ org, counting }: { org: string; counting: Counting }) {
  const { waiting, whose, finishWaiting, startBeside } = counting;
  const customerId = waiting?.draft.customerId ?? null;
  const other = useCustomer({ org, customerId, given: null }).customer;
  const first = useRef<HTMLButtonElement>(null);
  useEffect(() => first.current?.focus(), []);
  if (!waiting) return null;
  const theirs =
    customerId === null ? "the sale without a customer" : other ? `${other.name}’s sale` : "the other sale";
  const lines = waiting.draft.lines.length;
  return (
    <Notice tone="soon" title="Another sale isn’t finished">
      <p>
        {lines > 0
          ? `${countOf(lines, "line", "lines")} ${lines === 1 ? "was" : "were"} entered`
          : "Something was entered"}{" "}
        for {customerId === null ? "somebody without an account" : (other?.name ?? "another customer")}. It
        stays theirs: nothing of it goes to {whose.customer?.name ?? "this customer"}.
      </p>
      <div className="mt-3 flex flex-wrap gap-2">
        <Button ref={first} variant="primary" onClick={finishWaiting}>
          Finish {theirs}
        </Button>
        <Button onClick={startBeside}>Start a new one for {whose.customer?.name ?? "this customer"}</Button>
      </div>
    </Notice>
  );
}
