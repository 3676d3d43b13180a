// Billing terms as somebody sends them.
import { z } from "zod";
import { readTerms } from "./terms.ts";

/** A code that says all of them: "net-30". */
export const TermsCode = z
  .string()
  .max(30)
  .refine((code) => readTerms(code) !== null, "Enter a number of days, up to a year.");
