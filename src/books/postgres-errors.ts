// What Postgres refused, in our words: a constraint that guards a rule of the trade becomes that rule's refusal,
// a deadlock becomes another try, and anything else stays the bug that it is.
import { Refusal, type RefusalCode } from "@/domain/refusal.ts";

const BY_CONSTRAINT: Record<string, RefusalCode> = {
  items_use: "more-than-open",
  credits_use: "more-than-credit",
  accounts_open_items: "more-than-open",
  accounts_merged: "merged-away",
  merges_standing: "merged-before",
  accounts_earmarks: "more-than-credit",
  accounts_retained: "retainage-released",
  customers_parent: "parent-is-child",
  customers_number: "number-taken",
  customers_number_any_case: "number-taken",
  jobs_number: "number-taken",
  invoices_number: "number-taken",
  invoices_corrected_once: "corrected-before",
  payments_number: "number-taken",
  credit_memos_number: "number-taken",
  events_reversed_once: "reversed-before",
  events_period: "before-start",
  events_override: "over-limit",
  events_override_once: "over-limit",
  purchase_orders_use: "over-order",
  purchase_orders_number: "number-taken",
  chart_key: "code-taken",
  tax_agencies_name: "name-taken",
  tax_rates_name: "name-taken",
  discount_classes_name: "name-taken",
  labels_name: "name-taken",
  product_groups_name: "name-taken",
  products_sku: "sku-taken",
  products_barcode: "barcode-taken",
  imports_once: "already-imported",
};

const BY_CODE: Record<string, RefusalCode> = {
  // lock_timeout: another transaction held the account, or carried out the same command, for too long.
  "55P03": "busy",
  OA003: "period-closed",
  OA007: "retainage-released",
  OA008: "before-start",
  OA009: "out-of-turn",
  OA010: "over-limit",
  OA011: "charging-refused",
  OA012: "more-than-sold",
  OA013: "brought-back-since",
  OA014: "return-paid-out",
  OA015: "charge-reversed",
  OA016: "sum-too-large",
  OA017: "job-of-another",
  OA018: "over-job-limit",
  OA019: "job-closed",
  OA030: "more-than-billed",
  OA031: "credited-since",
  OA032: "invoice-voided",
  OA040: "customer-in-use",
  OA070: "signature-needed",
  OA050: "reservation-ended",
  OA051: "reservation-expired",
  OA020: "deposited-meanwhile",
  OA021: "over-shared-limit",
  OA055: "limit-needs-approval",
  OA073: "too-many-labels",
};

/** Serialization failure and deadlock: nothing was done, the same command may simply be tried again. */
const PASSING = new Set(["40001", "40P01"]);

export const isTransient = (error: unknown): boolean => PASSING.has(postgresError(error)?.code ?? "");

export function refusalOf(error: unknown): Refusal | null {
  const cause = postgresError(error);
  if (!cause) return null;
  const code = BY_CONSTRAINT[cause.constraint ?? ""] ?? BY_CODE[cause.code ?? ""];
  return code ? new Refusal(code) : null;
}

type PostgresError = { code?: string; constraint?: string };

/**
 * Drizzle wraps the server's error; the cause is what counts. Known by what the server said, never by the name of its
 * class, which the build shortens.
 */
function postgresError(error: unknown): PostgresError | null {
  for (let at = error; at instanceof Error; at = at.cause) {
    const { code, severity } = at as { code?: unknown; severity?: unknown };
    if (typeof code === "string" && typeof severity === "string") return at as PostgresError;
  }
  return null;
}
