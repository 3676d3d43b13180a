"use client";
// Adds terms of the business's own: when an invoice is due, and what may be kept of it for paying early.
import { Plus } from "lucide-react";
import { useRouter } from "next/navigation";
import { useRef, useState, type FormEvent } from "react";
import { codeWords } from "@/domain/values/terms.ts";
import { TERMS_FAULTS, blankTerms, readTyped, type TypedTerms } from "@/domain/values/typed-terms.ts";
import { api } from "@/server/client.ts";
import { Button } from "@/ui/button.tsx";
import { FaultNotice } from "@/ui/fault-notice.tsx";
import { Field, SelectField } from "@/ui/field.tsx";
import { toast } from "@/ui/toast.tsx";
import { useCommand } from "@/ui/use-command.ts";

type Props = { org: string; locale: string };

export function OfferTerms({ org, locale }: Props) {
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const [typed, setTyped] = useState<TypedTerms>(blankTerms);
  const [tried, setTried] = useState(false);
  const set = (part: Partial<TypedTerms>) => setTyped({ ...typed, ...part });
  const read = readTyped(typed, locale);
  const { send, pending, fault } = useCommand(
    (code: string, commandKey) => api(org).terms.offer.mutate({ commandKey, code }),
    ({ code }) => {
      toast(`${codeWords(code)} is offered`);
      setTyped(blankTerms);
      setTried(false);
      router.refresh();
    },
  );
  const error = (field: keyof TypedTerms) =>
    tried && "fault" in read && TERMS_FAULTS[read.fault].field === field
      ? TERMS_FAULTS[read.fault].words
      : undefined;

  function submit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if ("code" in read) return send(read.code);
    form.current?.querySelector<HTMLElement>(`[name=${TERMS_FAULTS[read.fault].field}]`)?.focus();
  }

  return (
    <form
      ref={form}
      onSubmit={submit}
      noValidate
      aria-label="Add terms"
      className="mt-4 grid max-w-3xl gap-4 rounded-card border border-line bg-card p-4"
    >
      <FaultNotice fault={fault} />
      <div className="grid items-start gap-4 desk:grid-cols-[minmax(0,1.5fr)_repeat(3,minmax(0,1fr))]">
        <SelectField
          label="Due"
          name="kind"
          value={typed.kind}
          onChange={(event) => set({ kind: kindOf(event.target.value) })}
        >
          <option value="net">After a number of days</option>
          <option value="month-end">At the end of the month</option>
          <option value="day">On a day of next month</option>
        </SelectField>
        {typed.kind === "month-end" ? null : (
          <Field
            label={typed.kind === "net" ? "Days" : "Day of the month"}
            hint={typed.kind === "day" ? "31 is its last day." : undefined}
            name="count"
            inputMode="numeric"
            autoComplete="off"
            maxLength={3}
            value={typed.count}
            onChange={(event) => set({ count: event.target.value })}
            error={error("count")}
            required
          />
        )}
        <Field
          label="Discount, % (optional)"
          hint="Of the subtotal, for paying early."
          name="percent"
          inputMode="decimal"
          autoComplete="off"
          maxLength={6}
          value={typed.percent}
          onChange={(event) => set({ percent: event.target.value })}
          error={error("percent")}
        />
        {typed.percent.trim() === "" ? null : (
          <Field
            label="Paid within, days"
            name="within"
            inputMode="numeric"
            autoComplete="off"
            maxLength={3}
            value={typed.within}
            onChange={(event) => set({ within: event.target.value })}
            error={error("within")}
            required
          />
        )}
      </div>
      <div className="flex flex-wrap items-center gap-3">
        <Button type="submit" pending={pending}>
          <Plus aria-hidden="true" />
          Add terms
        </Button>
        <p role="status" className="text-13 text-soft">
          {"code" in read ? codeWords(read.code) : ""}
        </p>
      </div>
    </form>
  );
}

const kindOf = (text: string): TypedTerms["kind"] => (text === "month-end" || text === "day" ? text : "net");
