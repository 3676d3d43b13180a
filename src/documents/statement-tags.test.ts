// A statement's structure as a reader that speaks finds it in the file: headings, tables with heads and cells, pictures with
// words, and each text once.
import { getDocumentProxy } from "unpdf";
import { expect, test } from "vitest";
import type { Statement } from "@/domain/statements/statement.ts";
import { day } from "@/domain/values/day.ts";
import { customerLike, longAccount, sampleStatement } from "./samples.ts";
import { statementPdf } from "./statement-pdf.tsx";

type Node = { role?: string; alt?: string; type?: string; id?: string; children?: Node[] };

const all = (node: Node): Node[] => [node, ...(node.children ?? []).flatMap(all)];

/** Each page's elements in their order, with the text of each. */
async function heard(statement: Statement) {
  const paper = await getDocumentProxy(new Uint8Array(await statementPdf(statement)));
  const pages = [];
  for (let number = 1; number <= paper.numPages; number++) {
    const page = await paper.getPage(number);
    const tree = (await page.getStructTree()) as unknown as Node | null;
    const texts = new Map<string, string>();
    let untagged = "";
    let open: (string | null)[] = [];
    const { items } = await page.getTextContent({ includeMarkedContent: true });
    for (const item of items) {
      if ("str" in item) {
        const id = open.findLast((each) => each !== null);
        if (id) texts.set(id, (texts.get(id) ?? "") + item.str);
        else untagged += item.str;
      } else if (item.type === "endMarkedContent") open.pop();
      else open.push("id" in item && typeof item.id === "string" ? item.id : null);
    }
    open = [];
    pages.push({ tree, texts, untagged, nodes: tree ? all(tree) : [] });
  }
  const meta = await paper.getMarkInfo();
  const { info } = await paper.getMetadata();
  return { pages, marked: meta?.Marked, info: info as Record<string, unknown> };
}

type Page = Awaited<ReturnType<typeof heard>>["pages"][number];
const textOf = ({ texts }: Page, node: Node): string =>
  all(node)
    .map(({ id }) => (id ? (texts.get(id) ?? "") : ""))
    .join("")
    .trim();
const saying = (page: Page, role: string) =>
  page.nodes.filter((node) => node.role === role).map((node) => textOf(page, node));

test("a page is a heading, headings of its parts, and tables whose cells stand under their heads", async () => {
  const { pages, marked, info } = await heard(sampleStatement());
  const [first] = pages;
  if (!first) throw new Error("there is a page");
  expect(marked).toBe(true);
  expect(info["Language"]).toBe("en-US");
  expect(saying(first, "H1")).toEqual(["Statement"]);
  expect(saying(first, "H2").map((text) => text.replace(/days past.*/, ""))).toEqual(
    expect.arrayContaining(["Open items", "Account activity"]),
  );
  const [items] = first.nodes.filter((node) => node.role === "Table");
  const rows = (items?.children ?? []).filter((node) => node.role === "TR");
  expect(rows[0]?.children?.map((cell) => [cell.role, textOf(first, cell)])).toEqual(
    ["Document", "Dated", "Due", "Days past due", "Original", "Paid", "Open"].map((head) => ["TH", head]),
  );
  expect(rows[2]?.children?.map((cell) => [cell.role, textOf(first, cell)])).toEqual(
    ["INV-02011", "Oct 6, 2026", "Nov 5, 2026", "16", "880.50", "150.00", "730.50"].map((text) => [
      "TD",
      text,
    ]),
  );
  expect(rows.at(-1)?.children?.map((cell) => textOf(first, cell))).toEqual([
    "Total open",
    "",
    "",
    "",
    "2,000.90",
    "150.00",
    "1,850.90",
  ]);
});

test("what stands outside the structure is what each page says again", async () => {
  const { pages } = await heard(sampleStatement(longAccount(60), { fromOn: day("2010-01-01") }));
  expect(pages.length).toBeGreaterThan(2);
  for (const [index, page] of pages.entries()) {
    const rest = page.untagged.replace(/\s+/g, " ");
    expect(rest).toContain(`Page ${index + 1} of ${pages.length}`);
    expect(rest).not.toMatch(/INV-|Opening|Closing|Payment/);
  }
});

test("the code has words, and a name from right to left says itself in reading order", async () => {
  const { pages } = await heard(
    sampleStatement(undefined, { customer: customerLike({ name: "شركة النور" }) }),
  );
  const last = pages.at(-1);
  const figures = last?.nodes.filter((node) => node.role === "Figure");
  expect(figures?.map((node) => node.alt)).toEqual(["RF28C0042 USD 1550.90"]);
});

test("a very long one is heard line by line", async () => {
  const { pages } = await heard(
    sampleStatement(longAccount(500), { fromOn: day("2010-01-01"), kind: "open-item" }),
  );
  const [first] = pages;
  if (!first) throw new Error("there is a page");
  expect(first.nodes.filter((node) => node.role === "Table")).toEqual([]);
  const [rows] = first.nodes.filter((node) => node.role === "Sect");
  expect(rows?.children?.[0] && textOf(first, rows.children[0])).toMatch(/^Document/);
  expect(rows?.children?.[1] && textOf(first, rows.children[1])).toMatch(/^INV-/);
});

test("what was issued before says none, as it did", async () => {
  const old = { ...sampleStatement(), templateVersion: 3 as const };
  const { pages, marked } = await heard(old);
  expect(marked).toBeFalsy();
  expect(pages.every(({ tree }) => tree === null)).toBe(true);
});
