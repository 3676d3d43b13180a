// A run for the printer, and what a machine finds inside a statement's PDF.
import { PDFDocument } from "@cantoo/pdf-lib";
import { extractText, getDocumentProxy } from "unpdf";
import { expect, test } from "vitest";
import { STATEMENT_KINDS } from "@/domain/statements/kinds.ts";
import { Statement } from "@/domain/statements/statement.ts";
import { day } from "@/domain/values/day.ts";
import { cents } from "@/domain/values/money.ts";
import { mergedPapers } from "./merged-papers.ts";
import { SAMPLE_ACCOUNT, customerLike, longAccount, sampleStatement } from "./samples.ts";
import { VALUE_FILE } from "@/domain/statements/seal.ts";
import { LINES_FILE } from "./statement-attachments.ts";
import { statementPdf } from "./statement-pdf.tsx";

async function filesIn(pdf: Uint8Array): Promise<Record<string, string>> {
  const files = (await PDFDocument.load(pdf)).getAttachments();
  return Object.fromEntries(files.map(({ name, data }) => [name, new TextDecoder().decode(data)]));
}

test.each(STATEMENT_KINDS)(
  "of kind %s, the value inside is the value, and its lines add up",
  async (kind) => {
    const statement = sampleStatement(SAMPLE_ACCOUNT, { kind });
    const files = await filesIn(await statementPdf(statement));
    expect(Statement.parse(JSON.parse(files[VALUE_FILE] ?? ""))).toEqual(statement);
    const [head, ...rows] = (files[LINES_FILE] ?? "").trim().split("\r\n");
    expect(head).toBe("date,event,description,reference,charge,credit,balance,currency");
    expect(rows).toHaveLength(statement.lines.length + 1);
    expect(rows.at(-1)).toContain("1550.90,USD");
  },
);

test("what a customer is called makes no formula in it", async () => {
  const account = {
    ...SAMPLE_ACCOUNT,
    unapplied: [{ onDay: day("2026-11-09"), amountCents: cents(100), reference: "=1+1", description: "@x" }],
  };
  const files = await filesIn(await statementPdf(sampleStatement(account)));
  expect(files[LINES_FILE]).toContain("'@x,'=1+1");
});

test("one that was issued before there were attachments has none, and keeps its bytes", async () => {
  const old = { ...sampleStatement(), templateVersion: 1 as const };
  expect(await filesIn(await statementPdf(old))).toEqual({});
});

test("one of the template before the files were written in one go carries them as well", async () => {
  const old = { ...sampleStatement(), templateVersion: 2 as const };
  const files = await filesIn(await statementPdf(old));
  expect(Statement.parse(JSON.parse(files[VALUE_FILE] ?? ""))).toEqual(old);
  expect(files[LINES_FILE]).toBe((await filesIn(await statementPdf(sampleStatement())))[LINES_FILE]);
});

test("printed together, each page of each is there, behind a sheet that says how many", async () => {
  const papers = [];
  for (const [name, account] of [
    ["Ash", SAMPLE_ACCOUNT],
    ["Birch", longAccount(60)],
  ] as const)
    papers.push(
      await statementPdf(sampleStatement(account, { customer: customerLike({ name }), number: `S-${name}` })),
    );
  const { business, currency } = sampleStatement();
  const cover = {
    business,
    currency,
    kind: "balance-forward",
    asOf: day("2026-11-21"),
    first: 1,
    last: 2,
    of: 2,
    numbers: "S-1 – S-2",
    closingCents: cents(12_34),
  } as const;
  const merged = await mergedPapers(cover, papers);
  const { text, totalPages } = await extractText(await getDocumentProxy(new Uint8Array(merged)), {
    mergePages: false,
  });
  const pages = await Promise.all(
    papers.map(async (paper) => (await getDocumentProxy(new Uint8Array(paper))).numPages),
  );
  const all = pages.reduce((sum, count) => sum + count, 0);
  expect(totalPages).toBe(1 + all);
  expect(text[0]).toContain("1 to 2 of 2");
  expect(text[0]).toContain(`Pages behind this one ${all}`);
  expect(text[1]).toContain("Ash");
  expect(text.at(-1)).toContain("S-Birch");
});
