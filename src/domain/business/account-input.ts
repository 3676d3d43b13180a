// What is said of an account of the chart: to add one, and to call one otherwise.
import { z } from "zod";
import { CHART_KINDS, type ChartKind, type ChartRole } from "../ledger/chart.ts";
import { listQuery } from "../lists/list-query.ts";
import { writtenText } from "../values/written-text.ts";

const Name = writtenText("Enter a name.").max(80, "Shorten it to 80 characters.");
const Code = z.string().max(20);

export const NewAccount = z.strictObject({
  code: writtenText("Enter a number.")
    .max(20, "Shorten it to 20 characters.")
    .regex(/^[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?$/, "Letters, digits and . _ - only."),
  name: Name,
  /** "bank": an asset where money lies, to which payments and deposits can go. */
  kind: z.enum([...CHART_KINDS, "bank"], "Choose a kind."),
});
export type NewAccount = z.output<typeof NewAccount>;

export const RenamedAccount = z.strictObject({
  code: Code,
  version: z.number().int().positive(),
  name: Name,
});
export type RenamedAccount = z.output<typeof RenamedAccount>;

export const AccountCode = z.strictObject({ code: Code });

/** All of it, by number: there is nothing to filter. */
export const chartList = listQuery({ filters: {}, sorts: {} });

export type ChartAccount = {
  code: string;
  name: string;
  kind: ChartKind;
  /** What is posted there by itself; null for an account of the business's own. */
  role: ChartRole | null;
  /** Payments and deposits can go there. */
  bank: boolean;
  /** The tax agency whose tax goes there. */
  agency: string | null;
  /** How many products that are for sale have their revenue there. */
  products: number;
  version: number;
  archived: boolean;
};
