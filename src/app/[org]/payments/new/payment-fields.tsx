"use client";
// The payment itself: the amount first, then the day, the way it came, and what was written on it.
import type { Day } from "@/domain/values/day.ts";
import type { MethodByHand } from "@/domain/ledger/payment-method.ts";
import { usualAccount, type ToAccounts } from "@/domain/payments/to-account.ts";
import { Field, SelectField } from "@/ui/field.tsx";
import { MethodSelect } from "../../_apply/method-select.tsx";

export type PaymentEntry = {
  amount: string;
  receivedOn: Day;
  method: MethodByHand;
  reference: string;
  /** The number of a bank account, or UNDEPOSITED. */
  toAccount: string;
  memo: string;
  customerNote: string;
};

/** No account has that number. */
export const UNDEPOSITED = "-";

/** The account of a payment of that method, unless one chooses another. */
export const usualEntry = (method: MethodByHand, to: ToAccounts): string =>
  usualAccount(method, to) ?? UNDEPOSITED;

type Props = {
  to: ToAccounts;
  given: PaymentEntry;
  onGiven: (given: PaymentEntry) => void;
  errors: Readonly<Record<string, string | undefined>>;
  place: { today: Day; currency: string };
};

const REFERENCE_LABEL: Partial<Record<MethodByHand, string>> = { check: "Check number" };

export function PaymentFields({ to, given, onGiven, errors, place }: Props) {
  const set = (part: Partial<PaymentEntry>) => onGiven({ ...given, ...part });
  /** Its account goes along with the method, until one chooses another. */
  const setMethod = (method: MethodByHand) =>
    set({
      method,
      ...(given.toAccount === usualEntry(given.method, to) && { toAccount: usualEntry(method, to) }),
    });
  return (
    <div className="grid items-start gap-4 desk:grid-cols-4">
      <Field
        label={`Amount, ${place.currency}`}
        name="amount"
        inputMode="decimal"
        autoComplete="off"
        value={given.amount}
        onChange={(event) => set({ amount: event.target.value })}
        error={errors["amountCents"]}
        required
      />
      <Field
        label="Received on"
        type="date"
        name="receivedOn"
        max={place.today}
        value={given.receivedOn}
        onChange={(event) => set({ receivedOn: (event.target.value || place.today) as Day })}
        error={errors["receivedOn"]}
        required
      />
      <MethodSelect method={given.method} onMethod={setMethod} error={errors["method"]} />
      <Field
        label={REFERENCE_LABEL[given.method] ?? "Reference"}
        name="reference"
        autoComplete="off"
        maxLength={60}
        value={given.reference}
        onChange={(event) => set({ reference: event.target.value })}
        error={errors["reference"]}
      />
      <ToAccount
        to={to}
        value={given.toAccount}
        onValue={(toAccount) => set({ toAccount })}
        error={errors["toAccount"]}
      />
      <div className="desk:col-span-3">
        <Field
          label="Note to the customer (optional)"
          hint="Printed on the statement and shown behind its link."
          name="customerNote"
          autoComplete="off"
          maxLength={500}
          value={given.customerNote}
          onChange={(event) => set({ customerNote: event.target.value })}
          error={errors["customerNote"]}
        />
      </div>
      <div className="desk:col-span-4">
        <Field
          label="Memo"
          hint="For the history; the customer isn’t shown it."
          name="memo"
          autoComplete="off"
          maxLength={2000}
          value={given.memo}
          onChange={(event) => set({ memo: event.target.value })}
          error={errors["memo"]}
        />
      </div>
    </div>
  );
}

type ToProps = {
  to: ToAccounts;
  value: string;
  onValue: (value: string) => void;
  error: string | undefined;
};

function ToAccount({ to, value, onValue, error }: ToProps) {
  return (
    <SelectField
      label="To account"
      hint={value === UNDEPOSITED ? "It waits for a deposit." : "It needs no deposit."}
      name="toAccount"
      value={value}
      onChange={(event) => onValue(event.target.value)}
      error={error}
    >
      <option value={UNDEPOSITED}>{to.undeposited}</option>
      {to.banks.map(({ code, name }) => (
        <option key={code} value={code}>
          {code} {name}
        </option>
      ))}
    </SelectField>
  );
}
