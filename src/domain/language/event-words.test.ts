// What an event is called: the part that we know in the reader's language, what a person typed as it was typed.
import fs from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { PAYMENT_METHODS, REFUND_WORDS } from "../ledger/payment-method.ts";
import { eventWords } from "./event-words.ts";

test.each([
  ["Invoice", "Rechnung"],
  ["Check 4471", "Scheck 4471"],
  ["Direct deposit Check 7", "Überweisung Check 7"],
  ["Refund", "Erstattung"],
  ["Refund by check 1042", "Erstattung per Scheck 1042"],
  ["Refund 1042", "Erstattung 1042"],
  ["Reversal of Check 4471", "Storno: Scheck 4471"],
  ["Returned: Check 4471", "Rückbelastung: Scheck 4471"],
  ["Reversal of Returned: Card", "Storno: Rückbelastung: Karte"],
  ["Checkered flags", "Checkered flags"],
  ["constructor", "constructor"],
])("%s is %s in German, and stays what it is in English", (label, german) => {
  expect(eventWords(label, "de")).toBe(german);
  expect(eventWords(label, "en")).toBe(label);
});

/** Every label that a rule of ours writes out. */
function labelsPosted(): string[] {
  const src = path.join(import.meta.dirname, "../..");
  const files = ["domain", "books"].flatMap((floor) =>
    fs
      .readdirSync(path.join(src, floor), { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts") && !/language|testing/.test(name))
      .map((name) => fs.readFileSync(path.join(src, floor, name), "utf8"))
      .filter((text) => /\bposting\(|\bpost[A-Z]\w+\(/.test(text)),
  );
  const written = /(?:\blabel(?::| =)[^"`;\n]*|debt\("[\w-]+", )"(\w[^"]+)"/g;
  return files.flatMap((text) => [...text.matchAll(written)].map(([, label = ""]) => label));
}

test("each name under which something is posted has its words", () => {
  const methods = Object.values(PAYMENT_METHODS);
  const refunds = Object.values(REFUND_WORDS).map((how) => `Refund ${how}`.trim());
  const posted = [...new Set([...labelsPosted(), ...methods, ...refunds])];
  expect(posted).toEqual(expect.arrayContaining(["Write-off", "Adjustment", "House charge", "Transferred"]));
  expect(posted.length).toBeGreaterThan(24);
  const unknown = posted.filter((label) => eventWords(label, "de") === label);
  expect(unknown).toEqual([]);
});
