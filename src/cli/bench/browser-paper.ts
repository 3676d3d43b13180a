// The paper's rival: the same statement as a web page, served from here and printed by a headless browser. It has the same
// parts, words, figures and typeface as ours, and is tagged as ours is; its reference isn't drawn as a code, and no data are
// attached, which is less than ours does.
import { readFileSync } from "node:fs";
import http from "node:http";
import type { AddressInfo } from "node:net";
import { chromium, type Browser } from "@playwright/test";
import { installed } from "@/documents/installed.ts";
import { BUCKETS } from "@/domain/ledger/aging.ts";
import type { Statement } from "@/domain/statements/statement.ts";
import { decimalString, type Cents } from "@/domain/values/money.ts";
import { browserLaunch } from "../browser.mjs";
import { timed } from "./table.ts";

const FACES = { 400: "400Regular", 500: "500Medium", 600: "600SemiBold" };
const PRINT = { preferCSSPageSize: true, printBackground: true, tagged: true } as const;
const [RUNS, WARM] = [60, 10];

export type BrowserTimes = {
  /** A page of its own for each, loaded and printed: as a service that prints what it is sent does it. */
  loaded: number[];
  /** One page kept open, whose content is exchanged: the least that a browser needs. */
  exchanged: number[];
};

/** Milliseconds, sorted. The typeface comes from the browser's own cache after the first page. */
export async function printedByBrowser(statement: Statement): Promise<BrowserTimes> {
  const served = await serve(statement);
  const browser = await chromium.launch(browserLaunch(chromium.executablePath()) ?? {});
  try {
    return {
      loaded: await timeLoaded(browser, served.url),
      exchanged: await timeExchanged(browser, served.url),
    };
  } finally {
    await browser.close();
    served.close();
  }
}

async function timeLoaded(browser: Browser, url: string): Promise<number[]> {
  const context = await browser.newContext();
  return timed(RUNS, WARM, async () => {
    const page = await context.newPage();
    await page.goto(url);
    await page.evaluate("document.fonts.ready");
    await page.pdf(PRINT);
    await page.close();
  });
}

async function timeExchanged(browser: Browser, url: string): Promise<number[]> {
  const page = await browser.newPage();
  await page.goto(url);
  await page.evaluate("document.fonts.ready");
  return timed(RUNS, WARM, async () => {
    await page.evaluate("document.body.innerHTML = document.body.innerHTML");
    await page.pdf(PRINT);
  });
}

async function serve(statement: Statement): Promise<{ url: string; close: () => void }> {
  const faces = new Map(
    Object.entries(FACES).map(([weight, name]) => [
      `/${weight}.ttf`,
      readFileSync(installed(`@expo-google-fonts/ibm-plex-sans/${name}/IBMPlexSans_${name}.ttf`)),
    ]),
  );
  const html = pageOf(statement);
  const server = http.createServer((request, answer) => {
    const face = faces.get(request.url ?? "");
    const type = face ? "font/ttf" : "text/html; charset=utf-8";
    answer.writeHead(200, { "content-type": type, "cache-control": face ? "max-age=3600" : "no-store" });
    answer.end(face ?? html);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/`, close: () => void server.close() };
}

function pageOf({ business, customer, currency, ...statement }: Statement): string {
  const amount = (value: Cents) => decimalString(value, currency);
  const { aging } = statement;
  const facts = {
    Statement: statement.number,
    "As of": statement.asOf,
    Customer: customer.number,
    Terms: customer.terms,
  };
  const sums = [
    ...BUCKETS.map((bucket) => aging[bucket]),
    aging.totalCents,
    aging.unappliedCents,
    aging.netCents,
  ];
  const head = ["Document", "Dated", "Due", "Days past due", "Original", "Paid", "Open"];
  const rows = statement.openItems.map((item) => [
    item.number,
    item.issuedOn,
    item.dueOn,
    String(item.daysPastDue),
    ...[item.amountCents, item.paidCents, item.openCents].map(amount),
  ]);
  return `<!doctype html><html lang="${business.language}"><title>${statement.number}</title><style>${STYLE}</style>
    <header><div><h2>${business.name}</h2>${business.addressLines.join("<br>")}<p>${business.phone} · ${business.email}</p></div>
    <div><h1>Open item statement</h1><dl>${Object.entries(facts).map(pair).join("")}</dl></div></header>
    <header><address>${[customer.name, ...customer.addressLines].join("<br>")}</address>
    <div class="due">Amount due<p>${amount(statement.closingCents)} ${currency}</p></div></header>
    <h2>Aging</h2>${table([...BUCKETS, "Total", "Unapplied credit", "Net"], [sums.map(amount)])}
    <h2>Open items</h2>${table(head, rows)}
    <footer><h2>Remittance</h2><dl>${Object.entries({
      Reference: statement.payment?.reference ?? "",
      Amount: amount(statement.closingCents),
    })
      .map(pair)
      .join("")}</dl></footer></html>`;
}

const pair = ([name, value]: [string, string | null]) => `<dt>${name}</dt><dd>${value ?? ""}</dd>`;

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const row = (cells: readonly string[]) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join("")}</tr>`;
  const names = head.map((name) => `<th>${name}</th>`).join("");
  return `<table><thead><tr>${names}</tr></thead><tbody>${rows.map(row).join("")}</tbody></table>`;
}

const face = (weight: string) =>
  `@font-face { font-family: Plex; font-weight: ${weight}; src: url(/${weight}.ttf) }`;

const STYLE = `${Object.keys(FACES).map(face).join("\n")}
  @page { size: Letter; margin: 54px } body { font: 9px Plex; margin: 0 } h1 { font-size: 20px } h2 { font-size: 13px }
  h1, h2, dd, .due p { font-weight: 600 } header { display: grid; grid-template-columns: 1fr 1fr; gap: 24px; margin-bottom: 24px }
  dl { display: grid; grid-template-columns: 80px 1fr; gap: 4px } dd { margin: 0 } .due { background: #f3f4f0; border-left: 3px solid #186a4f; padding: 16px }
  .due p { font-size: 26px; margin: 4px 0 } table { width: 100%; border-collapse: collapse } th { background: #f3f4f0; font-weight: 500 }
  td, th { border-bottom: 1px solid #ddd; padding: 3px 0; text-align: right } td:first-child, th:first-child { text-align: left } footer { break-inside: avoid }`;
