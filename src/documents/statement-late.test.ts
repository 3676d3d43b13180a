// What is overdue is marked on the paper as on the page: its due day and how late it is, in another colour and heavier.
import { getDocumentProxy, getResolvedPDFJS } from "unpdf";
import { expect, test } from "vitest";
import { present } from "@/domain/assert.ts";
import { day } from "@/domain/values/day.ts";
import type { Statement } from "@/domain/statements/statement.ts";
import { longAccount, sampleStatement } from "./samples.ts";
import { statementPdf } from "./statement-pdf.tsx";
import { colour } from "./theme.ts";

type Shown = { text: string; fill: string; font: string };

/** Each text that is painted, with the colour and the font it is in. */
async function shownOn(statement: Statement): Promise<Shown[]> {
  const { OPS } = await getResolvedPDFJS();
  const paper = await getDocumentProxy(new Uint8Array(await statementPdf(statement)));
  const shown: Shown[] = [];
  for (let number = 1; number <= paper.numPages; number++) {
    const { fnArray, argsArray } = await (await paper.getPage(number)).getOperatorList();
    let [fill, font] = ["", ""];
    for (const [index, what] of fnArray.entries()) {
      const args = argsArray[index] as unknown[];
      if (what === OPS.setFillRGBColor) fill = String(args[0]);
      if (what === OPS.setFont) font = String(args[0]);
      if (what === OPS.showText || what === OPS.showSpacedText)
        shown.push({ text: lettersOf(args[0]), fill, font });
    }
  }
  return shown;
}

const lettersOf = (glyphs: unknown): string =>
  (glyphs as ({ unicode?: string } | number)[])
    .map((glyph) => (typeof glyph === "number" ? "" : (glyph.unicode ?? "")))
    .join("");

const inColour = (shown: readonly Shown[]) =>
  shown.filter(({ fill }) => fill === colour.late).map(({ text }) => text);

const saying = (shown: readonly Shown[], text: string) =>
  present(
    shown.find((each) => each.text === text),
    `${text} is on the paper`,
  );

test("an overdue invoice's due day and days are in the colour of what is late, and heavier; what isn't due is plain", async () => {
  const statement = sampleStatement();
  const shown = await shownOn(statement);
  const late = statement.openItems.filter((item) => item.daysPastDue > 0);
  expect(late.length).toBeGreaterThan(0);
  expect(late.length).toBeLessThan(statement.openItems.length);
  for (const { daysPastDue } of late) expect(inColour(shown)).toContain(String(daysPastDue));
  expect(inColour(shown)).toEqual(expect.arrayContaining(["Nov 5, 2026", "16"]));
  const [plain, marked] = [saying(shown, "Oct 6, 2026"), saying(shown, "Nov 5, 2026")];
  expect(plain.fill).toBe(colour.ink);
  expect(marked.font).not.toBe(plain.font);
  // Its amounts stay as they are.
  expect(saying(shown, "730.50")).toMatchObject({ fill: colour.ink, font: plain.font });
});

test("also where a row is one line to whoever hears it", async () => {
  const statement = sampleStatement(longAccount(500), { fromOn: day("2010-01-01"), kind: "open-item" });
  const late = statement.openItems.filter((item) => item.daysPastDue > 0);
  const marked = inColour(await shownOn(statement));
  // More rows than are marked cell by cell.
  expect(statement.openItems.length).toBeGreaterThan(300);
  expect(late.length).toBeGreaterThan(50);
  expect(marked.length).toBeGreaterThanOrEqual(2 * late.length);
});

test("a paper of before keeps its looks", async () => {
  const old = { ...sampleStatement(), templateVersion: 4 as const };
  expect(inColour(await shownOn(old))).not.toContain("16");
});
