// Overrides in tests: asked for by Carl, approved by Olive.
import { cents } from "@/domain/values/money.ts";
import { approveOverride, askOverride } from "../credit/overrides.ts";
import type { Books } from "../open.ts";
import type { Account, Ledger } from "../story/ledger-dsl.ts";

export const asCarl = (books: Books): Books => ({ ...books, subject: "user:carl", userName: "Carl" });

type Asked = { what?: "charge" | "invoice"; amount?: number; jobId?: string | null; account?: Account };

/** `account`: of another than the one that is meant. */
export const askAs = (
  business: Ledger,
  whose: Account,
  { what = "charge", amount = 50_00, jobId = null, account = whose }: Asked = {},
) =>
  business.change((books) =>
    askOverride(asCarl(books), {
      accountId: account.accountId,
      jobId,
      what,
      amountCents: cents(amount),
      reason: "Known for years",
    }),
  );

export const approveAs = (
  business: Ledger,
  overrideId: string,
  { who = "user:olive", byMail = false }: { who?: string; byMail?: boolean } = {},
) =>
  business.change((books) =>
    approveOverride({ ...books, subject: who, userName: "Olive" }, { overrideId, minutes: 60 }, { byMail }),
  );
