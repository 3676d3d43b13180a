// For tests: two customers merged into one, and parted again, each in a word and its days.
import { NewMerge } from "@/domain/customers/merge-input.ts";
import { inputOf } from "@/domain/input-of.ts";
import { day } from "@/domain/values/day.ts";
import { mergeCustomers, reverseMerge } from "../customers/merges.ts";
import type { MergeChoice } from "@/domain/customers/merge-terms.ts";
import type { Account, freshBusiness } from "../story/ledger-dsl.ts";

type Business = Awaited<ReturnType<typeof freshBusiness>>;

export const mergeInto = (
  business: Business,
  [from, into]: readonly [Account, Account],
  { on = "2026-03-01", choices = [] }: { on?: string | undefined; choices?: readonly MergeChoice[] } = {},
) =>
  business.change((books) =>
    mergeCustomers(
      books,
      inputOf(NewMerge, {
        fromCustomerId: from.customerId,
        intoCustomerId: into.customerId,
        mergedOn: day(on),
        choices: [...choices],
      }),
    ),
  );

export const partAgain = (business: Business, mergeId: string, on: string) =>
  business.change((books) => reverseMerge(books, { mergeId, reversedOn: day(on) }));
