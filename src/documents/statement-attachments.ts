// What a machine reads of a statement, inside its own PDF: the frozen value as JSON, and its lines as CSV, so that whoever
// gets the paper can take it into their books without typing. The same value gives the same bytes.
import { AFRelationship, PDFDocument } from "@cantoo/pdf-lib";
import { stringify } from "csv-stringify/sync";
import { VALUE_FILE } from "@/domain/statements/seal.ts";
import type { Statement } from "@/domain/statements/statement.ts";
import { decimalString, type Cents } from "@/domain/values/money.ts";
import type { Attached } from "./paper-file.ts";

export const LINES_FILE = "lines.csv";

/** `frozen`: the text of an issued one as it was stored, byte by byte. */
export const attachmentsOf = (
  statement: Statement,
  frozen = JSON.stringify(statement),
): readonly Attached[] => [
  {
    name: VALUE_FILE,
    type: "application/json",
    description: "This statement as it was issued; amounts are whole cents",
    relationship: "Source",
    text: frozen,
  },
  {
    name: LINES_FILE,
    type: "text/csv",
    description: "The lines of this statement",
    relationship: "Data",
    text: linesCsv(statement),
  },
];

/** Put into the paper once it was drawn, as it was done for statements of template version 2: they keep their bytes. */
export async function attachedAfter(statement: Statement, pdf: Uint8Array): Promise<Uint8Array> {
  const paper = await PDFDocument.load(pdf, { updateMetadata: false });
  const made = new Date(`${statement.asOf}T00:00:00Z`);
  for (const { name, type, description, relationship, text } of attachmentsOf(statement))
    await paper.attach(new TextEncoder().encode(text), name, {
      mimeType: type,
      description,
      afRelationship: AFRelationship[relationship],
      creationDate: made,
      modificationDate: made,
    });
  return paper.save({ useObjectStreams: true });
}

/** One row a line, from the opening balance on; amounts as plain decimals. */
function linesCsv({ accounts, lines, currency, fromOn, openingCents }: Statement): string {
  const amount = (cents: Cents) => decimalString(cents, currency);
  const several = accounts !== undefined;
  const head = [
    ...(several ? ["account"] : []),
    "date",
    "event",
    "description",
    "reference",
    "charge",
    "credit",
    "balance",
    "currency",
  ];
  const opening = [
    ...(several ? [""] : []),
    fromOn,
    "",
    "Opening balance",
    "",
    "",
    "",
    amount(openingCents),
    currency,
  ];
  const rows = lines.map((line) => [
    ...(several ? [harmless(line.account ?? "")] : []),
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
