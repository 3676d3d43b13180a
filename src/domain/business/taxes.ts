// The taxes of a business as their page shows them.
import type { Day } from "../values/day.ts";

export type Agency = {
  agencyId: string;
  name: string;
  /** The account that its tax is posted to. */
  chartCode: string;
  version: number;
};

/** From that day on so many percent. */
export type Step = { fromOn: Day; percent: string; decidedBy: string };

export type Rate = {
  rateId: string;
  name: string;
  agencyId: string;
  /** As of today; null where it isn't in force yet. */
  percent: string | null;
  /** The latest first. */
  steps: Step[];
} & Choice;

export type Combined = {
  rateId: string;
  name: string;
  /** In the order in which they stand on papers. */
  parts: string[];
  /** The sum of its rates as of today. */
  percent: string | null;
} & Choice;

type Choice = {
  isDefault: boolean;
  archived: boolean;
  version: number;
  /** How many customers and locations have chosen it, and combined rates it is part of. */
  uses: number;
};

export type Taxes = { agencies: Agency[]; rates: Rate[]; combined: Combined[]; answered: boolean };
