// What is printed is whole: an account and a list carry the business's name, the time and the page's number on each page,
// the notes to their last word and the day the page speaks of; no search forms, no broken names.
import { readFile } from "node:fs/promises";
import { expect, test, type Page } from "@playwright/test";
import { extractText, getDocumentProxy } from "unpdf";
import { demoDay, signIn } from "./demo.ts";
import { ask, tell } from "./doors.ts";

test.describe.configure({ timeout: 180_000 });

async function printed(page: Page, address: string, file: string): Promise<string[]> {
  await page.goto(address);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  // The page's head is written by its script.
  await page.waitForFunction(() => document.documentElement.style.getPropertyValue("--print-head") !== "");
  await page.pdf({ path: file, preferCSSPageSize: true, format: "Letter" });
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(await readFile(file))));
  return text.map((each) => each.replaceAll(/\s+/g, " "));
}

test("an account on paper is whole", async ({ page }, info) => {
  await signIn(page, "viewer@hillside.example");
  const { rows } = await ask<{ rows: { customerId: string }[] }>(page, "hillside", "customers.list", {
    search: "C-0042",
  });
  const account = `/hillside/customers/${rows[0]?.customerId}`;
  const pages = await printed(page, account, info.outputPath("account.pdf"));
  for (const [at, text] of pages.entries()) {
    expect(text).toMatch(/Hillside Supply · [A-Z][a-z]{2} \d+, \d{4}/);
    expect(text).toContain(`Page ${at + 1} of ${pages.length}`);
  }
  const all = pages.join(" ");
  for (const words of ["Greenleaf Landscaping", "INV-02011", "1,850.90", "To be used for the spring order"])
    expect(all).toContain(words);
  for (const screen of [
    "Take payment",
    "Filter, or jump to a date",
    "Find a customer",
    "Skip to the content",
  ])
    expect(all).not.toContain(screen);

  const day = "2026-01-31";
  const past = await printed(page, `${account}?asOf=${day}`, info.outputPath("past.pdf"));
  expect(past.join(" ")).toContain("Everything here is as of Jan 31, 2026.");
});

/** What the demo has none of: a job, a deposit and a statement, each of a customer of its own. */
async function makeTheRest(page: Page) {
  const make = <T>(path: string, input: object) => tell<T>(page, "hillside", path, input);
  const { customerId: customer, accountId } = await make<{ customerId: string; accountId: string }>(
    "customers.create",
    { name: "Paper & Ink" },
  );
  await make("jobs.create", { customerId: customer, name: "Print shop, second floor" });
  const cash = { amountCents: 12_00, method: "cash", receivedOn: demoDay(), applied: "oldest-first" };
  const { paymentId } = await make<{ paymentId: string }>("payments.record", { accountId, ...cash });
  const memo = "Brought on the way home";
  await make("deposits.make", { paymentIds: [paymentId], depositedOn: demoDay(), memo });
  await make("statements.issue", { customer, currency: "USD", asOf: demoDay() });
}

test("lists on paper are rows, without what searches them", async ({ page }, info) => {
  await signIn(page, "owner@hillside.example");
  await makeTheRest(page);
  for (const [list, words] of [
    ["customers", "Fernwood School District"],
    ["invoices", "Bramble Brothers Paving"],
    ["payments", "Bramble Brothers Paving"],
    ["receipts", "Corner House Café"],
    ["reports/aging", "Alder & Pine Builders"],
    ["products", "Screened topsoil"],
    ["customers/credit", "Greenleaf Landscaping"],
    ["jobs", "Print shop, second floor"],
    ["deposits", "Brought on the way home"],
    ["statements", "Paper & Ink"],
  ] as const) {
    const file = info.outputPath(`${list.replace("/", "-")}.pdf`);
    const text = (await printed(page, `/hillside/${list}`, file)).join(" ");
    expect(text, list).toContain(words);
    expect(text, list).toMatch(/Hillside Supply · .*Page 1 of \d/);
    expect(text, list).not.toMatch(/Find an? |Customer or number|\bFrom\b.*\bTo\b.*mm\/dd/);
  }
});
