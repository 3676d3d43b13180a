"use client";
// The form of a product, new or being changed. What was typed stays whatever happens; what others changed meanwhile is
// shown, and where both changed the same field one chooses.
import { useRouter } from "next/navigation";
import { useEffect, useRef, useState, type FormEvent } from "react";
import { PRODUCT_FIELDS, productTyped, type ProductField } from "@/domain/products/product-texts.ts";
import { minorDigits } from "@/domain/values/money.ts";
import { sampleNumber, typedNumber } from "@/domain/values/written-number.ts";
import { Button } from "@/ui/button.tsx";
import { ctrlEnterSends } from "@/ui/form-sends.ts";
import { focusOnInvalid } from "@/ui/focus-on-error.ts";
import { FaultNotice } from "@/ui/fault-notice.tsx";
import { EditConflictNotice } from "@/ui/edit-conflict.tsx";
import { useEdit, type Drawn } from "@/ui/use-edit.ts";
import { ProductFields, type RevenueAccount } from "./product-fields.tsx";

type Typed = NonNullable<ReturnType<typeof productTyped>>;
type Props = {
  drawn: Drawn<ProductField>;
  accounts: readonly RevenueAccount[];
  groups: readonly string[];
  currency: string;
  locale: string;
  save: (typed: Typed, version: number, commandKey: string) => Promise<unknown>;
  done: (name: string) => void;
  action: string;
};

export function ProductForm({ drawn, accounts, groups, currency, locale, save, done, action }: Props) {
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const noCost = `Enter what it costs, such as ${sampleNumber(locale, minorDigits(currency))}, or leave it empty.`;
  const named = useRef("");
  const [costFault, setCostFault] = useState<string | undefined>(undefined);
  const edit = useEdit<ProductField>(
    drawn,
    ({ version, texts }, commandKey) => {
      const typed = productTyped(texts, { currency, locale });
      if (typed === null) throw new Error(noCost);
      named.current = typed.name.trim();
      return save(typed, version, commandKey);
    },
    () => done(named.current),
    // What others saved comes with a point.
    (now) => ({ ...now, price: typedNumber(now.price, locale), cost: typedNumber(now.cost, locale) }),
  );
  const { texts, fault, pending } = edit;
  const errors = fault?.fields ?? {};
  useEffect(() => {
    if (fault || costFault) focusOnInvalid(form.current);
  }, [fault, costFault]);

  function send(event: FormEvent) {
    event.preventDefault();
    const readable = productTyped(texts, { currency, locale }) !== null;
    setCostFault(readable ? undefined : noCost);
    if (readable) edit.submit();
  }
  return (
    <form ref={form} onSubmit={send} onKeyDown={ctrlEnterSends} noValidate className="grid max-w-3xl gap-5">
      <FaultNotice fault={fault} />
      <EditConflictNotice edit={edit} words={PRODUCT_FIELDS} />
      <div className="rounded-card border border-line bg-card p-4 desk:p-6">
        <ProductFields
          texts={texts}
          onType={edit.type}
          errors={costFault ? { ...errors, cost: costFault } : errors}
          accounts={accounts}
          groups={groups}
          currency={currency}
        />
      </div>
      <div className="flex flex-wrap items-center justify-end gap-3">
        <Button onClick={() => router.back()}>Cancel</Button>
        <Button type="submit" variant="primary" pending={pending}>
          {action}
        </Button>
      </div>
    </form>
  );
}
