// A statement read back from its paper: whole, it is found whole; with any one byte of a row or a sum changed, it never is. What
// isn't a row or a sum is under the seal.
import { PDFDocument } from "@cantoo/pdf-lib";
import { extractText, getDocumentProxy } from "unpdf";
import { describe, expect, test } from "vitest";
import { day } from "@/domain/values/day.ts";
import { cents, plus, type Cents } from "@/domain/values/money.ts";
import { VALUE_FILE, codeOf, isCodeOf, sealOf } from "@/domain/statements/seal.ts";
import type { Statement } from "@/domain/statements/statement.ts";
import { proofOf, type ProofFacts } from "@/domain/statements/statement-proof.ts";
import { compareStatements, verifyStatement } from "@/domain/statements/verify-statement.ts";

import { SAMPLE_ACCOUNT, sampleStatement } from "./samples.ts";
import { issuedStatementPdf, statementPdf } from "./statement-pdf.tsx";

const bytes = (text: string) => new TextEncoder().encode(text);
const hashOf = (eventId: number, salt = "") => sealOf(`event ${eventId}${salt}`);

/** The sample's events, which come to its closing balance, as the books would have them. */
function factsOf(statement: Statement, more: Partial<ProofFacts> = {}): ProofFacts {
  const named = [...statement.openItems, ...statement.lines].flatMap(({ eventId }) =>
    eventId ? [{ eventId, hash: hashOf(eventId) }] : [],
  );
  return {
    previous: null,
    from: { seq: 7, balanceCents: cents(5), hash: hashOf(7) },
    events: [],
    named,
    ...more,
  };
}

function frozenOf(more: Partial<ProofFacts> = {}, statement = sampleStatement()): string {
  return JSON.stringify({ ...statement, proof: proofOf(statement, factsOf(statement, more)) });
}

test("what is whole is found whole, and its code is the beginning of its hash", () => {
  const frozen = frozenOf();
  const checked = verifyStatement(bytes(frozen));
  expect(checked).toMatchObject({ kind: "checked", faults: [], seal: sealOf(frozen) });
  const code = codeOf(sealOf(frozen));
  expect(code).toMatch(/^([0-9A-F]{4}-){3}[0-9A-F]{4}$/);
  expect(isCodeOf(code.toLowerCase().replaceAll("-", " "), sealOf(frozen))).toBe(true);
  expect(isCodeOf(code.slice(0, -1), sealOf(frozen))).toBe(false);
  expect(isCodeOf(codeOf(sealOf("another")), sealOf(frozen))).toBe(false);
});

describe.each(["balance-forward", "open-item", "activity"] as const)("of kind %s", (kind) => {
  const frozen = frozenOf({}, sampleStatement(SAMPLE_ACCOUNT, { kind }));
  const whole = bytes(frozen);

  /** From where to where each part stands in the text. */
  const parts = (["openingCents", "lines", "closingCents", "openItems", "aging"] as const).map((name) => {
    const from = frozen.indexOf(`"${name}":`);
    const value = JSON.stringify((JSON.parse(frozen) as Record<string, unknown>)[name]);
    return { name, from, to: from + name.length + 3 + value.length };
  });

  test.each(parts)(
    "each single byte of $name, changed to its neighbour or in its case, is told",
    ({ from, to }) => {
      const missed: string[] = [];
      for (let at = from; at < to; at++)
        for (const bit of [1, 32]) {
          const changed = Uint8Array.from(whole);
          changed[at] = (whole[at] ?? 0) ^ bit;
          const found = verifyStatement(changed);
          if (found.kind === "checked" && found.faults.length === 0) missed.push(`${at}:${bit}`);
        }
      expect(missed).toEqual([]);
    },
  );
});

test("each byte anywhere in the file is under the seal", () => {
  const whole = bytes(frozenOf());
  const seal = sealOf(whole);
  for (let at = 0; at < whole.length; at += 7) {
    const changed = Uint8Array.from(whole);
    changed[at] = (whole[at] ?? 0) ^ 1;
    expect(sealOf(changed)).not.toBe(seal);
  }
});

const edited = (change: (value: Statement) => void): Uint8Array => {
  const value = JSON.parse(frozenOf()) as Statement;
  change(value);
  return bytes(JSON.stringify(value));
};
const add = (amount: Cents | undefined) => plus(amount ?? cents(0), cents(1));

test("where it was changed is told by its row", () => {
  const paid = edited(({ lines: [, line] }) => line && (line.creditCents = add(line.creditCents)));
  expect(verifyStatement(paid)).toMatchObject({
    faults: [{ at: "line", row: 2 }, { at: "sums" }],
  });
  const worded = edited(({ openItems: [item] }) => item && (item.number = "INV-99999"));
  expect(verifyStatement(worded)).toMatchObject({ faults: [{ at: "open-item", row: 1 }] });
  const aged = edited(({ aging }) => {
    aging.current = add(aging.current);
  });
  expect(verifyStatement(aged)).toMatchObject({ faults: [{ at: "sums" }, { at: "aging" }] });
  const held = edited(({ aging }) => {
    aging.retainedCents = add(aging.retainedCents);
  });
  expect(verifyStatement(held)).toMatchObject({ faults: [{ at: "sums" }] });
  const dropped = edited(({ lines }) => lines.pop());
  expect(verifyStatement(dropped)).toMatchObject({ kind: "checked" });
  expect(verifyStatement(dropped)).not.toMatchObject({ faults: [] });
});

test("events that don't follow each other, or leave one out that the paper names, break the chain", () => {
  const [event] = sampleStatement().lines;
  const events = (seqs: readonly number[]) =>
    seqs.map((seq) => ({
      seq,
      eventId: 90_000 + seq,
      onDay: day("2026-11-01"),
      amountCents: cents(1),
      hash: hashOf(seq),
    }));
  const found = (more: Partial<ProofFacts>) => verifyStatement(bytes(frozenOf(more)));
  expect(found({ events: events([8, 9, 10]) })).toMatchObject({ faults: [] });
  expect(found({ events: events([8, 10]) })).toMatchObject({ faults: [{ at: "chain" }] });
  expect(found({ events: events([9, 10]) })).toMatchObject({ faults: [{ at: "chain" }] });
  // From the account's first event on, they come to its balance.
  expect(found({ from: null, events: events([1, 2]) })).toMatchObject({ faults: [{ at: "chain" }] });
  const named = factsOf(sampleStatement()).named.filter(({ eventId }) => eventId !== event?.eventId);
  expect(found({ named })).toMatchObject({ faults: [{ at: "event", eventId: event?.eventId }] });
});

test("a later statement tells that an earlier one isn't what it was, and an event neither", () => {
  const earlier = frozenOf();
  const previous = { number: "ST-000318", seal: sealOf(earlier) };
  const next = sampleStatement(SAMPLE_ACCOUNT, { number: "ST-000319" });
  const papers = (...all: string[]) =>
    all.flatMap((text) => {
      const found = verifyStatement(bytes(text));
      return found.kind === "checked" ? [found] : [];
    });
  expect(compareStatements(papers(earlier, frozenOf({ previous }, next)))).toEqual([]);
  const forged = frozenOf({}, sampleStatement(SAMPLE_ACCOUNT, { currency: "EUR" }));
  expect(compareStatements(papers(forged, frozenOf({ previous }, next)))).toEqual([
    { kind: "statement", number: "ST-000318", toldBy: "ST-000319" },
  ]);
  const [first, ...others] = factsOf(next).named;
  const rehashed = first ? [{ ...first, hash: hashOf(first.eventId, "!") }, ...others] : [];
  expect(compareStatements(papers(earlier, frozenOf({ previous, named: rehashed }, next)))).toEqual([
    { kind: "event", eventId: first?.eventId, numbers: ["ST-000318", "ST-000319"] },
  ]);
});

test("what is no statement, and one without a proof, are said to be that", () => {
  expect(verifyStatement(bytes("{}"))).toMatchObject({ kind: "unreadable" });
  expect(verifyStatement(Uint8Array.of(0xff, 0xfe))).toMatchObject({ kind: "unreadable" });
  expect(verifyStatement(bytes(JSON.stringify(sampleStatement())))).toEqual({ kind: "unproven" });
});

test("an issued one's paper carries the stored bytes, its code and where to verify it; a preview none", async () => {
  const frozen = frozenOf();
  const paper = await issuedStatementPdf({ frozen, logo: null, verifyAt: "https://books.example/verify" });
  const pdf = await PDFDocument.load(paper);
  const attached = pdf.getAttachments().find(({ name }) => name === VALUE_FILE);
  expect(sealOf(attached?.data ?? "")).toBe(sealOf(frozen));
  const textOf = async (file: Uint8Array) =>
    (await extractText(await getDocumentProxy(new Uint8Array(file)), { mergePages: true })).text;
  expect(await textOf(paper)).toContain(
    `Verify this statement at https://books.example/verify · code ${codeOf(sealOf(frozen))}`,
  );
  expect(await textOf(await statementPdf(sampleStatement()))).not.toContain("Verify");
});
