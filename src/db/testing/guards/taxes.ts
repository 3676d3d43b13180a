// What agencies, rates and certificates may say, and the taxes of a receipt.
import { changed, copied, type Guard } from "./guard.ts";

const FRESH = { id: "gen_random_uuid()" };
const COMBINED = "name = 'Barre combined'";

export const TAXES: readonly Guard[] = [
  changed("tax_agencies", "tax_agencies_named", "name = '' where name = 'City of Barre'"),
  copied("tax_agencies_name", "tax_agencies", { ...FRESH, chart_code: "'1100'" }),
  copied("tax_agencies_chart", "tax_agencies", { ...FRESH, name: "'Other'" }),
  changed("tax_rates", "tax_rates_named", `name = '' where ${COMBINED}`),
  copied("tax_rates_name", "tax_rates", { ...FRESH, is_default: "false" }),
  changed("tax_rates", "tax_rates_default_stays", `is_default = true, archived_at = now() where ${COMBINED}`),
  {
    name: "tax_rates_one_default",
    table: "tax_rates",
    wrong: "update books.tax_rates set is_default = true where name in ('Barre combined', 'City tax')",
  },
  changed("tax_steps", "tax_steps_percent", "percent = 100.001"),
  copied("tax_parts_once", "tax_parts", { line: "99" }),
  changed("tax_exemptions", "tax_exemptions_certificate", "certificate = ''"),
  changed("tax_exemptions", "tax_exemptions_ended", "ended_at = now()"),
  copied("tax_exemptions_standing", "tax_exemptions", FRESH),
  changed("receipt_taxes", "receipt_taxes_rate", "rate = -1"),
  changed("receipt_taxes", "receipt_taxes_amounts", "base = -1"),
  {
    ...copied("receipt_taxes_foot", "receipt_taxes", { line: "99" }, "tax > 0"),
    kind: "trigger",
    by: "receipt_parts_foot",
  },
];
