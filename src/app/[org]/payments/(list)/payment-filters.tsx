// The way a payment came, and whether something of it is still open.
import { PAYMENT_METHODS, type PaymentMethod } from "@/domain/ledger/payment-method.ts";
import { FilterSelect } from "../../_lists/filter-form.tsx";

export function PaymentFilters({ method, open }: { method: PaymentMethod | undefined; open: boolean }) {
  return (
    <>
      <FilterSelect label="Method" name="method" value={method}>
        <option value="">Any method</option>
        {Object.entries(PAYMENT_METHODS).map(([each, words]) => (
          <option key={each} value={each}>
            {each === "record-only" ? "Other" : words}
          </option>
        ))}
      </FilterSelect>
      <label className="flex min-h-9 items-center gap-2 text-13 touch:min-h-11">
        <input
          type="checkbox"
          name="open"
          value="yes"
          defaultChecked={open}
          className="size-4 accent-accent touch:size-5"
        />
        With open credit
      </label>
    </>
  );
}
