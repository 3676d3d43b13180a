// What is asked of a statement: whose, of which days; and where one is mailed.
import { z } from "zod";
import { AnyDay } from "../values/day-shape.ts";
import { Currency } from "../values/money-shapes.ts";
import { STATEMENT_KINDS } from "./kinds.ts";

export const StatementRequest = z.strictObject({
  customer: z.string().max(100),
  /** Of which of their accounts; left out, the one in the business's own currency. */
  currency: Currency.optional(),
  /** Left out, balance forward. */
  kind: z.enum(STATEMENT_KINDS).optional(),
  /** With the accounts of its branches, of a parent. */
  family: z.boolean().optional(),
  asOf: AnyDay,
  /** Where the activity begins; left out, the first of the month of `asOf`. */
  fromOn: AnyDay.optional(),
});
export type StatementRequest = z.output<typeof StatementRequest>;

/** One address and nothing else: no list, no name, nothing that could start another header (faults D15). */
export const MailAddress = z
  .email("Enter an e-mail address like name@company.com.")
  .max(254)
  .refine((text) => !/[\s,;<>"]/.test(text), "Enter one e-mail address.");
