// The taxes that a draft was reckoned with, as they are sent.
import type { Draft } from "@/domain/invoices/draft.ts";

export const seenOf = ({ taxes, lineTaxes }: Pick<Draft, "taxes" | "lineTaxes">) => ({
  taxes: [...taxes],
  lineTaxes,
});
