// What the operator's line says of a file: as lines for a person, or as one JSON value for a program.
import { countOf } from "@/domain/count-of.ts";
import { movesMoney } from "@/domain/imports/fields.ts";
import type { ImportSummary } from "@/domain/imports/file.ts";
import type { ImportLook } from "@/domain/imports/look.ts";
import { decimalString } from "@/domain/values/money.ts";
import type { Fault, LookedAt } from "@/server/import-now.ts";

type How = { json?: boolean };
const MOST_FAULTS = 50;

const totalsOf = ({ figures }: ImportLook) => {
  const { invoices, credits, payments, customers, totalCents, openCents, creditCents } = figures;
  return { invoices, credits, payments, customers, totalCents, openCents, creditCents };
};

const told = (look: ImportLook, faults: readonly Fault[]) => ({
  rows: look.figures.rows,
  imported: 0,
  skipped: look.already ? look.figures.rows : look.alreadyThere,
  faults,
  totals: totalsOf(look),
});

/** Each with the options that answer it. */
export function printQuestions({ look, faults }: LookedAt, { json }: How): void {
  const questions = look.questions.map(({ key, says, options }) => ({
    key,
    says,
    options: options.map(({ label, option }) => ({ label, option })),
  }));
  if (json) return console.log(JSON.stringify({ ...told(look, faults), questions }));
  process.stderr.write("Nothing was imported: the file leaves something open.\n");
  for (const { says, options } of questions) {
    process.stderr.write(`  ${says}\n`);
    for (const { label, option } of options) process.stderr.write(`    ${option}   ${label}\n`);
  }
}

export function printLook({ look, faults }: LookedAt, { json }: How): void {
  if (json) return console.log(JSON.stringify(told(look, faults)));
  if (look.already)
    return void process.stderr.write(
      `Nothing would come in: this file was imported on ${look.already.at.slice(0, 10)} by ${look.already.by}. Undo that import to bring it in again.\n`,
    );
  const { rows, invoices, credits, payments } = look.figures;
  const documents = movesMoney(look.kind)
    ? ` ${countOf(invoices, "invoice")}, ${countOf(credits, "credit memo")}, ${countOf(payments, "payment")};`
    : "";
  console.log(
    `${countOf(rows, "row")}:${documents} ${countOf(look.newCustomers, "new customer")}, ${countOf(look.matchedCustomers, "known customer")}; ${look.alreadyThere} in the books already.`,
  );
  if (look.newLabels?.length) console.log(`New labels: ${look.newLabels.join(", ")}.`);
  for (const { row, column, says } of faults.slice(0, MOST_FAULTS))
    process.stderr.write(`  row ${row}${column && `, ${column}`}: ${says}\n`);
  if (faults.length > MOST_FAULTS) process.stderr.write(`  and ${faults.length - MOST_FAULTS} more\n`);
  if (faults.length > 0 && !look.plan.leaveFaulty)
    process.stderr.write("Nothing was imported. --leave-faulty leaves such rows out.\n");
}

export function printDone(
  { look, faults, table }: LookedAt,
  summary: ImportSummary,
  { json, currency }: How & { currency: string },
): void {
  const { invoices, credits, payments, newCustomers, newContacts, newProducts, updated, skipped, leftOut } =
    summary;
  // The rows that the reader left out for faults are none of those that it took.
  const taken = look.figures.rows - skipped - (leftOut - new Set(table.faults.map(({ row }) => row)).size);
  if (json)
    return console.log(JSON.stringify({ ...told(look, faults), imported: taken, skipped, totals: summary }));
  const total = `${decimalString(summary.totalCents, currency)} ${currency}`;
  const also = `with ${countOf(newCustomers, "new customer")}; ${skipped} were there already, ${leftOut} left out.`;
  if (look.kind === "payments")
    return console.log(`Imported ${countOf(payments, "payment")} of ${total}, ${also}`);
  if (look.kind !== "receivables") {
    const made = { customers: newCustomers, contacts: newContacts, products: newProducts, limits: null }[
      look.kind
    ];
    const imported = made === null ? "" : `Imported ${made} new ${look.kind}, `;
    const opened =
      summary.openings > 0 ? `${countOf(summary.openings, "opening balance")} of ${total}, ` : "";
    const words = `${imported}${opened}updated ${updated}, skipped ${skipped}, left out ${leftOut}.`;
    return console.log(words.charAt(0).toUpperCase() + words.slice(1));
  }
  console.log(
    `Imported ${countOf(invoices, "invoice")} of ${total}, ${countOf(credits, "credit memo")} and ${countOf(payments, "payment")}, ${also}`,
  );
}
