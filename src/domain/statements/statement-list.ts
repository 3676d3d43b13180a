// What the list of issued statements can be asked for.
import { CUSTOMER, SEARCH, listQuery, oneOf } from "../lists/list-query.ts";

/** How their last mail went; "none" was never mailed. */
export const STATEMENT_MAILS = {
  none: "Not mailed",
  queued: "Queued",
  sent: "Sent",
  failed: "Failed",
  bounced: "Bounced",
} as const;

export const statementList = listQuery({
  filters: { ...SEARCH, ...CUSTOMER, mail: oneOf(STATEMENT_MAILS) },
  sorts: { issued: "desc", closing: "desc", customer: "asc" },
});
