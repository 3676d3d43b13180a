// Each column as it is shown to whoever decides what it holds: its heading, its first values, and what each becomes.
import { minorDigits } from "../values/money.ts";
import { typedNumber } from "../values/written-number.ts";
import { centsOf, plainAmount, readAmountCell } from "./amount-forms.ts";
import type { Reading } from "./cells.ts";
import { dayIn, readDayCell } from "./day-forms.ts";
import { fieldsOf, type FieldReading } from "./fields.ts";
import type { LookColumn } from "./look.ts";
import { codeWords } from "../values/terms.ts";
import { CONTACT_ROLES } from "../customers/contact.ts";
import {
  limitNamed,
  methodNamed,
  roleNamed,
  sideNamed,
  statusNamed,
  termsNamed,
  typeNamed,
  yesNamed,
} from "./words.ts";

export function columnsOf(reading: Reading): LookColumn[] {
  const { headings, fields, formats, plan } = reading;
  const names = fieldsOf(plan.kind);
  return headings.map((heading, at) => {
    const field = fields[at] ?? null;
    const reads = field ? names[field]?.reads : undefined;
    const samples = formats.columns[at]?.samples ?? [];
    return {
      at,
      heading,
      samples: samples.map((says) => ({ says, becomes: reads ? becomes(says, reads, at, reading) : null })),
      field,
      format: formats.words(at),
    };
  });
}

function becomes(says: string, reads: FieldReading, at: number, reading: Reading): string | null {
  switch (reads) {
    case "text":
      return reading.formats.withoutFraction(at, says);
    case "currency":
      return says;
    case "day":
      return dayIn(readDayCell(says), reading.formats.orderOf(at));
    case "amount":
    case "number":
      return amount(says, at, reading);
    case "yes": {
      const yes = yesNamed(says);
      return yes === null ? null : yes ? "Yes" : "No";
    }
    case "role": {
      const role = roleNamed(says);
      return role === null ? null : CONTACT_ROLES[role];
    }
    case "type":
      return typeNamed(says);
    case "status":
      return statusNamed(says);
    case "limit":
      return limitNamed(says);
    case "method":
      return methodNamed(says);
    case "side":
      return sideNamed(says);
    case "terms": {
      const terms = termsNamed(says);
      return terms === null ? null : codeWords(terms);
    }
  }
}

/** A sample of a spreadsheet's number is text by now, with a point. */
function amount(says: string, at: number, { formats, currency }: Reading): string | null {
  const cell = readAmountCell(says);
  const decimal = formats.decimalOf(at);
  const plain = cell && decimal ? plainAmount(cell, decimal) : null;
  if (plain === null) return null;
  const read = centsOf(plain, minorDigits(currency));
  return read === "too-large" ? null : typedNumber(plain, "en-US");
}
