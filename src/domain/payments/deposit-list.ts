// What the list of deposits, and that of payments that wait for one, can be asked for.
import { PAYMENT_METHODS } from "../ledger/payment-method.ts";
import { DAYS, SEARCH, listQuery, oneOf } from "../lists/list-query.ts";
import { Currency } from "../values/money-shapes.ts";

export const depositList = listQuery({
  filters: { ...SEARCH, ...DAYS },
  sorts: { deposited: "desc", amount: "desc" },
});

/** In one currency, the business's unless another is asked for. */
export const undepositedList = listQuery({
  filters: { ...DAYS, method: oneOf(PAYMENT_METHODS), currency: Currency.optional() },
  sorts: { received: "asc" },
});
