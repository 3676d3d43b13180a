// What the list of payments can be asked for.
import { PAYMENT_METHODS } from "../ledger/payment-method.ts";
import { CUSTOMER, DAYS, SEARCH, listQuery, oneOf } from "../lists/list-query.ts";

export const paymentList = listQuery({
  filters: {
    ...SEARCH,
    ...CUSTOMER,
    ...DAYS,
    method: oneOf(PAYMENT_METHODS),
    /** Only those with something left to apply. */
    open: oneOf({ yes: true }),
  },
  sorts: { received: "desc", amount: "desc" },
});
