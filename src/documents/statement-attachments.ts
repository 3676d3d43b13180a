// What a machine reads of a statement, inside its own PDF: the frozen value as JSON, and its lines as CSV, so that whoever
// gets the paper can take it into their books without typing. The same value gives the same bytes.
import { AFRelationship, PDFDocument } from "@cantoo/pdf-lib";
import { stringify } from "csv-stringify/sync";
import { VALUE_FILE } from "@/domain/statements/seal.ts";
import type { Statement } from "@/domain/statements/statement.ts";
import { decimalString, type Cents } from "@/domain/values/money.ts";

export const LINES_FILE = "lines.csv";

/** Of a statement that was issued before there were any, the paper stays as it is. `frozen`: its text as it was stored. */
export async function withAttachments(
  statement: Statement,
  pdf: Uint8Array,
  frozen = JSON.stringify(statement),
): Promise<Uint8Array> {
  if (statement.templateVersion === 1) return pdf;
  const paper = await PDFDocument.load(pdf, { updateMetadata: false });
  const made = new Date(`${statement.asOf}T00:00:00Z`);
  const dates = { creationDate: made, modificationDate: made };
  const text = new TextEncoder();
  await paper.attach(text.encode(frozen), VALUE_FILE, {
    mimeType: "application/json",
    description: "This statement as it was issued; amounts are whole cents",
    afRelationship: AFRelationship.Source,
    ...dates,
  });
  await paper.attach(text.encode(linesCsv(statement)), LINES_FILE, {
    mimeType: "text/csv",
    description: "The lines of this statement",
    afRelationship: AFRelationship.Data,
    ...dates,
  });
  return paper.save({ useObjectStreams: true });
}

/** One row a line, from the opening balance on; amounts as plain decimals. */
function linesCsv({ lines, currency, fromOn, openingCents }: Statement): string {
  const amount = (cents: Cents) => decimalString(cents, currency);
  const head = ["date", "event", "description", "reference", "charge", "credit", "balance", "currency"];
  const opening = [fromOn, "", "Opening balance", "", "", "", amount(openingCents), currency];
  const rows = lines.map((line) => [
    line.onDay,
    line.eventId,
    harmless(line.description),
    harmless(line.reference ?? ""),
    amount(line.chargeCents),
    amount(line.creditCents),
    amount(line.balanceCents),
    currency,
  ]);
  return stringify([head, opening, ...rows], { record_delimiter: "windows" });
}

/** What people typed never becomes a formula in whoever's spreadsheet (faults D21). */
const harmless = (text: string): string => (/^['\s]*[=+\-@]|^[\t\r\n]/.test(text) ? `'${text}` : text);
