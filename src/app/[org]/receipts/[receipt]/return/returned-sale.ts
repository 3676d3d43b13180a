// The sale that goods come back from, and the account that it was sold to, as the screen of a return gets them.
import type { AccountSnapshot } from "@/domain/ledger/account-snapshot.ts";
import type { RouterOutputs } from "@/server/client.ts";

export type Sold = RouterOutputs["receipts"]["returnable"];
/** As it is, to show what the return does to it. */
export type Account = Pick<AccountSnapshot, "figures" | "credit" | "currency" | "months">;
