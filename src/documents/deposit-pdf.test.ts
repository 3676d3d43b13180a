// A deposit slip on paper, read back as text: each payment, what of it is cash and checks, and lines to sign on.
import { extractText, getDocumentProxy } from "unpdf";
import { expect, test } from "vitest";
import { depositWords } from "@/domain/language/deposit-words.ts";
import { LANGUAGE_CODES } from "@/domain/language/language.ts";
import type { DepositPaper } from "@/domain/payments/deposit.ts";
import { day } from "@/domain/values/day.ts";
import { depositPdf } from "./deposit-pdf.tsx";
import { longDeposit, sampleDeposit } from "./sample-deposits.ts";

async function printed(deposit: DepositPaper) {
  const pdf = await getDocumentProxy(new Uint8Array(await depositPdf(deposit)));
  const { text } = await extractText(pdf, { mergePages: false });
  return text.map((page) => page.replace(/\s+/g, " "));
}

test("it lists each payment, tells cash from checks, and has lines to sign on", async () => {
  const [page = "", ...others] = await printed(sampleDeposit());
  expect(others).toEqual([]);
  for (const shown of [
    "Deposit slip",
    "Number D-00031",
    "Date Nov 21, 2026",
    "Account Bank",
    "Night safe, Main Street",
    "Greenleaf Landscaping · C-0042 P-00412 4471 620.40",
    "Harbor Homes · C-0042 P-00415 Cash 80.00",
    "Cash 80.00",
    "Checks (2) 1,870.40",
    "Total deposit 1,950.40 USD 3 payments",
    "Deposited by",
    "Received by the bank",
    "Page 1 of 1",
  ])
    expect(page).toContain(shown);
  expect(page).not.toContain("Reversed");
});

test("one that was reversed says so", async () => {
  const [page] = await printed(sampleDeposit({ reversedOn: day("2026-11-23") }));
  expect(page).toContain("Reversed on Nov 23, 2026");
});

test("a long one goes on, with its total and lines to sign on at the end alone", async () => {
  const pages = await printed(longDeposit(120));
  expect(pages.length).toBeGreaterThan(2);
  expect(pages.at(-1)).toContain("Received by the bank");
  expect(pages.filter((page) => page.includes("Received by the bank"))).toHaveLength(1);
  const whole = pages.join(" ");
  for (const n of [1, 60, 120]) expect(whole).toContain(`Customer ${n} · C-0042`);
});

test.each(LANGUAGE_CODES)("in %s it says it in its own words", async (language) => {
  const { business } = sampleDeposit();
  const [page = ""] = await printed(sampleDeposit({ business: { ...business, language } }));
  const words = depositWords(language);
  for (const shown of [words.slip, words.counted(3), words.checks(2), words.total, words.stamped])
    expect(page).toContain(shown);
});
