// One look for one thing: whatever narrows a list by a click looks as it does on every other list, and in the rows only
// what somebody has to see to has a colour. Who is in good standing, and what is open, paid or sent, has none.
import { expect, test, type Page } from "@playwright/test";
import { demoDay, signIn } from "./demo.ts";
import { ask, tell } from "./doors.ts";

test.describe.configure({ timeout: 180_000 });

const NARROWED = [
  "/hillside/customers",
  "/hillside/customers?show=overdue",
  "/hillside/customers/credit",
  "/hillside/customers/credit/applications",
  "/hillside/invoices",
  "/hillside/invoices?state=paid",
  "/hillside/statements",
  "/hillside/import?kind=products",
];

test("filters of all lists look alike", async ({ page }) => {
  await signIn(page, "owner@hillside.example");
  await issueStatement(page);
  const looks: { chosen: string; others: string[] }[] = [];
  for (const address of NARROWED) {
    await page.goto(address);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    const pills = await page.evaluate(pillLooks);
    // One is chosen, and there are others.
    expect(pills.map(({ isChosen }) => isChosen).filter(Boolean), address).toEqual([true]);
    expect(pills.length, address).toBeGreaterThan(1);
    const lookOf = (chosen: boolean) =>
      pills.filter(({ isChosen }) => isChosen === chosen).map(({ look }) => look);
    looks.push({ chosen: lookOf(true)[0] ?? "", others: lookOf(false) });
  }
  expect([...new Set(looks.map(({ chosen }) => chosen))]).toHaveLength(1);
  expect([...new Set(looks.flatMap(({ others }) => others))]).toHaveLength(1);
  expect(looks[0]?.others).not.toContain(looks[0]?.chosen);
});

type Rows<Row> = { rows: Row[] };

/** A business that never issued one has nothing to narrow. */
async function issueStatement(page: Page): Promise<void> {
  const { rows } = await ask<Rows<{ customerId: string }>>(page, "hillside", "customers.list", {
    search: "C-0042",
  });
  const issued = {
    customer: rows[0]?.customerId,
    currency: "USD",
    asOf: demoDay(),
  };
  await tell(page, "hillside", "statements.issue", issued);
}

/** Runs in the page: every link that asks for another part of the same list, in a table's head only for its order. */
function pillLooks() {
  const asked = (search: string) =>
    JSON.stringify(["show", "state", "kind", "mail"].map((name) => new URLSearchParams(search).get(name)));
  const main = document.querySelector("main");
  return [...(main?.querySelectorAll<HTMLAnchorElement>("a[href]") ?? [])]
    .filter((link) => link.pathname === location.pathname && !link.closest("table"))
    .filter((link) => link.hasAttribute("aria-current") || asked(link.search) !== asked(location.search))
    .map((link) => {
      const style = getComputedStyle(link);
      const { height } = link.getBoundingClientRect();
      const { fontSize, fontWeight, paddingLeft, paddingRight, borderRadius, borderWidth } = style;
      const { color, backgroundColor } = style;
      const box = [fontSize, fontWeight, paddingLeft, paddingRight, borderRadius, borderWidth, height];
      return {
        isChosen: link.getAttribute("aria-current") === "true",
        look: [...box, color, backgroundColor].join(" · "),
      };
    });
}

type Customer = { name: string; status: string; overdueCents: number };
type Invoice = { number: string; state: string };

/** What may stand out in a row: what is late, held, void, given or come back, or failed, and an amount that is overdue. */
const EXCEPTION =
  /late|overdue|hold|void|came back|moved to|given back|written off|return|charge-off|failed|bounced/i;

test("in the rows of a list only an exception has a colour", async ({ page }) => {
  await signIn(page, "owner@hillside.example");
  const read = async <Row>(path: string) => (await ask<Rows<Row>>(page, "hillside", path, {})).rows;
  const customers = await read<Customer>("customers.list");
  const invoices = await read<Invoice>("invoices.list");
  const isFine = ({ status, overdueCents }: Customer) => status === "good" && overdueCents === 0;

  const ofCustomers = await colouredAt(page, "/hillside/customers");
  const fine = customers.filter(isFine).map(({ name }) => name);
  expect(fine.length).toBeGreaterThan(0);
  expect(fine.filter((name) => ofCustomers.get(name)?.length !== 0)).toEqual([]);
  // And what is no such thing has one: a page without any colour would tell nobody anything.
  const late = customers.filter(({ overdueCents }) => overdueCents > 0).map(({ name }) => name);
  expect(late.length).toBeGreaterThan(0);
  expect(late.filter((name) => ofCustomers.get(name)?.length === 0)).toEqual([]);

  const ofInvoices = await colouredAt(page, "/hillside/invoices");
  const asTheyShould = invoices.filter(({ state }) => ["open", "part-paid", "paid", "moved"].includes(state));
  expect(asTheyShould.length).toBeGreaterThan(0);
  expect(asTheyShould.filter(({ number }) => ofInvoices.get(number)?.length !== 0)).toEqual([]);

  for (const list of ["invoices", "payments", "receipts", "products", "statements", "customers/credit"]) {
    const coloured = await colouredAt(page, `/hillside/${list}`);
    expect(coloured.size, list).toBeGreaterThan(0);
    const words = [...coloured.values()].flat().filter((each) => /\p{L}/u.test(each));
    expect(
      words.filter((each) => !EXCEPTION.test(each)),
      list,
    ).toEqual([]);
  }
});

/** By what names each row: its words that aren't grey, whether by themselves or by what lies under them. */
async function colouredAt(page: Page, address: string): Promise<Map<string, string[]>> {
  await page.goto(address);
  await expect(page.getByRole("table").first()).toBeVisible();
  return new Map(await page.evaluate(colouredWords));
}

/** Runs in the page. A link's own colour says that it is one, and nothing of the row. */
function colouredWords(): [string, string[]][] {
  const probe = document.body.appendChild(document.createElement("i"));
  probe.style.color = "var(--color-accent)";
  const ofLinks = getComputedStyle(probe).color;
  probe.remove();
  const differs = (said: string, by: number) => {
    const [red = 0, green = 0, blue = 0, alpha = 1] = (said.match(/[\d.]+/g) ?? []).map(Number);
    return alpha > 0 && Math.max(red, green, blue) - Math.min(red, green, blue) > by;
  };
  const isColoured = (each: Element) => {
    const { color, backgroundColor } = getComputedStyle(each);
    // What is painted under words is paler than the words.
    return (differs(color, 40) && color !== ofLinks) || differs(backgroundColor, 8);
  };
  return [...document.querySelectorAll("main tbody tr")].map((row) => {
    const name = row.querySelector("[role=rowheader]")?.textContent?.trim() ?? "";
    const coloured = [...row.querySelectorAll("*")].filter(
      (each) => isColoured(each) && !(each.parentElement && isColoured(each.parentElement)),
    );
    return [name, coloured.map((each) => each.textContent?.trim() ?? "").filter((words) => words !== "")];
  });
}
