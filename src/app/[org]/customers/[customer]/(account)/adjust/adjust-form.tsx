"use client";
// Corrects what is owed, with its reason and its effect before it is done.
import { useRouter } from "next/navigation";
import { useState } from "react";
import type { Route } from "next";
import { effectOfAdjusting } from "@/domain/corrections/adjustment-effect.ts";
import type { Day } from "@/domain/values/day.ts";
import { formatAmount, typedAmount, type Cents } from "@/domain/values/money.ts";
import { readPaid } from "@/domain/payments/paying.ts";
import { paidFaultWords } from "@/domain/payments/paying-words.ts";
import { api } from "@/server/client.ts";
import { Field, SelectField } from "@/ui/field.tsx";
import type { ListedAccount, ListedDebt } from "../../../../_apply/listed-account.ts";
import { CorrectionForm } from "../../../../_corrections/correction-form.tsx";
import type { Where } from "../../../../_corrections/reversal-effects.ts";
import type { CorrectionInput } from "../../../../_corrections/use-correction.ts";
import { KINDS, KIND_NAMES, type Kind } from "./kinds.ts";

type Props = {
  where: Where;
  account: ListedAccount;
  /** Where one goes when it is done. */
  back: Route;
  kind: Kind;
  itemId: number | null;
  earliest: Day;
};
type AdjustEntry = { kind: Kind; itemId: number | null; amount: string };

export function AdjustForm({ where, account, back, kind, itemId, earliest }: Props) {
  const router = useRouter();
  const { currency, debts } = account;
  const left = (id: number | null) => {
    const debt = debts.find((each) => each.itemId === id);
    return debt ? typedAmount(debt.openCents, currency, where.locale) : "";
  };
  const [given, setGiven] = useState<AdjustEntry>({
    kind,
    itemId,
    amount: kind === "write-off" ? left(itemId) : "",
  });
  const debt = given.kind === "write-off" ? debts.find((each) => each.itemId === given.itemId) : undefined;
  const read = readPaid(given.amount, { currency, locale: where.locale });
  const amountCents = typeof read === "number" ? read : null;
  const faults = faultsOf({ given, debt, read, currency, locale: where.locale });
  const first = faults.item ? "item" : faults.amount ? "amount" : null;
  return (
    <CorrectionForm
      where={where}
      account={account}
      earliest={debt?.issuedOn ?? earliest}
      effect={amountCents === null || faults.amount ? null : effectOfAdjusting(given.kind, amountCents)}
      button={KINDS[given.kind].name}
      amount="amountCents"
      wrong={first}
      run={(input) => correct(where.org, { account, given, amountCents, input })}
      onDone={() => router.push(back)}
      fields={(errors, tried) => (
        <Fields
          given={given}
          onGiven={setGiven}
          left={left}
          account={account}
          locale={where.locale}
          errors={{
            item: tried ? faults.item : undefined,
            amount: (tried || given.amount !== "" ? faults.amount : undefined) ?? errors["amountCents"],
          }}
        />
      )}
    />
  );
}

type Judged = {
  given: AdjustEntry;
  debt: ListedDebt | undefined;
  read: ReturnType<typeof readPaid>;
  currency: string;
  locale: string;
};

function faultsOf({ given, debt, read, currency, locale }: Judged): { item?: string; amount?: string } {
  if (given.kind === "write-off" && !debt) return { item: "Choose what is given up." };
  if (read === "missing") return { amount: "Enter an amount." };
  if (typeof read !== "number") return { amount: paidFaultWords(read, { currency, locale }) };
  if (debt && read > debt.openCents)
    return { amount: `Only ${formatAmount(debt.openCents, currency, locale)} is left to pay.` };
  return {};
}

type Order = {
  account: ListedAccount;
  given: AdjustEntry;
  amountCents: Cents | null;
  input: CorrectionInput;
};

function correct(org: string, { account: { accountId }, given, amountCents, input }: Order) {
  const { adjustments } = api(org);
  if (amountCents === null) throw new Error("an amount was read");
  const correction = { accountId, amountCents, ...input };
  if (given.kind === "down") return adjustments.down.mutate(correction);
  if (given.kind === "up") return adjustments.up.mutate(correction);
  if (given.kind === "recovery") return adjustments.recover.mutate(correction);
  if (given.itemId === null) throw new Error("an item was chosen");
  return adjustments.writeOff.mutate({ ...correction, itemId: given.itemId });
}

type FieldsProps = {
  given: AdjustEntry;
  onGiven: (given: AdjustEntry) => void;
  left: (itemId: number | null) => string;
  account: ListedAccount;
  locale: string;
  errors: { item: string | undefined; amount: string | undefined };
};

function Fields({ given, onGiven, left, account, locale, errors }: FieldsProps) {
  const { currency, debts } = account;
  const choose = (itemId: number | null) => onGiven({ ...given, itemId, amount: left(itemId) });
  return (
    <div className="grid items-start gap-4 desk:grid-cols-2">
      <SelectField
        label="Correction"
        name="kind"
        value={given.kind}
        hint={KINDS[given.kind].does}
        onChange={(event) => onGiven({ ...given, kind: event.target.value as Kind })}
      >
        {KIND_NAMES.map((kind) => (
          <option key={kind} value={kind}>
            {KINDS[kind].name}
          </option>
        ))}
      </SelectField>
      {given.kind === "write-off" ? (
        <SelectField
          label="Invoice"
          name="item"
          value={given.itemId ?? ""}
          error={errors.item}
          onChange={(event) => choose(event.target.value === "" ? null : Number(event.target.value))}
        >
          <option value="">Choose one</option>
          {debts.map((debt) => (
            <option key={debt.itemId} value={debt.itemId}>
              {debt.name}, due {debt.due}: {formatAmount(debt.openCents, currency, locale)} left
            </option>
          ))}
        </SelectField>
      ) : null}
      <Field
        label={`Amount, ${currency}`}
        name="amount"
        inputMode="decimal"
        autoComplete="off"
        value={given.amount}
        onChange={(event) => onGiven({ ...given, amount: event.target.value })}
        error={errors.amount}
        required
      />
    </div>
  );
}
