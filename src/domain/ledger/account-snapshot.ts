// An account as somebody needs to see it who is about to change it.
import type { AccountFigures, CreditTerms } from "./account.ts";
import type { PostingMonths } from "./posting-period.ts";
import type { LiveEarmark } from "./released-earmarks.ts";

export type AccountSnapshot = {
  accountId: string;
  customerId: string;
  customerNumber: string;
  name: string;
  currency: string;
  figures: AccountFigures;
  credit: CreditTerms;
  /** Oldest first. */
  earmarks: LiveEarmark[];
  /** The account's place in its chain: who decides on what they see sends it along. */
  seenSeq: number;
  months: PostingMonths;
};
