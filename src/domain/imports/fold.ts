// Names and headings as they are compared: two spellings of one thing are one text, two things stay two.

/** "  Acme  INC " is "acme inc". Letters keep their marks: Müller isn't Möller, and isn't Muller. */
export const foldName = (name: string): string =>
  name.normalize("NFKC").toLowerCase().replaceAll(/\s+/gu, " ").trim();

/** Near enough to ask: without marks, points, commas and what a company is in law. "ACME, Inc." and "Acme" are near. */
export function nearName(name: string): string {
  const plain = foldName(name)
    .normalize("NFD")
    .replaceAll(/\p{M}/gu, "")
    .replaceAll(/ß/gu, "ss")
    .replaceAll(/&|\+/gu, " and ")
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
  const words = plain.split(" ").filter((word) => !LEGAL.has(word));
  return words.length === 0 ? plain : words.join(" ");
}

const LEGAL = new Set(
  "inc incorporated llc llp lp ltd limited co corp corporation company plc pty gmbh mbh ag kg ohg ug sarl sas sa srl spa bv nv ab as oy aps cc the and".split(
    " ",
  ),
);

/** "Invoice No.", "invoice_no" and "InvoiceNo" are one heading. */
export const foldHeading = (heading: string): string =>
  heading
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll(/ß/gu, "ss")
    .replaceAll("#", "no")
    .replaceAll(/[^\p{L}\p{N}]+/gu, "");
