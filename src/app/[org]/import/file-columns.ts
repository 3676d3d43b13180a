// The columns of a file of receivables, told to a person; the rules themselves are the domain's.
import { COLUMNS } from "@/domain/business/receivables-file.ts";

export type FileColumn = { name: string; holds: string; example: string };

export const FILE_COLUMNS: readonly FileColumn[] = [
  {
    name: COLUMNS.customerNumber,
    holds: "The customer’s number with you. A new number makes a new customer.",
    example: "0379-NEVHP",
  },
  {
    name: COLUMNS.invoiceNumber,
    holds: "The invoice’s own number, kept as it is, leading zeros too.",
    example: "0000611365",
  },
  { name: COLUMNS.issuedOn, holds: "The day it was issued.", example: "1/2/2013" },
  { name: COLUMNS.dueOn, holds: "The day it is due.", example: "2/1/2013" },
  { name: COLUMNS.amount, holds: "What it was for, more than nothing.", example: "55.94" },
  {
    name: COLUMNS.settledOn,
    holds: "The day it was paid in full; empty when it is still open.",
    example: "1/15/2013",
  },
  { name: "Disputed", holds: "Yes or No; this column may be left out.", example: "No" },
];
