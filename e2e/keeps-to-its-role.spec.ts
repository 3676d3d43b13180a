// Every page and file that has an id in its address, found in src/app, asked by each role with a real id of its own business:
// what it answers is what the role may, by the one table of permissions.
import { expect, test } from "@playwright/test";
import { ROLES, mayDo, type Permission, type Role } from "../src/domain/permission.ts";
import { books, booksGiven } from "./books.ts";
import { PASSWORD, fillSignIn, signIn } from "./demo.ts";
import { answered, cookieOf, each, filled, idsOfHillside, segmentsOf } from "./hillside-ids.ts";
import { ROUTES } from "./routes.ts";

test.describe.configure({ timeout: 240_000 });

/** What each takes; a file of a list takes what the list takes, and to take data along. */
const SEES: readonly Permission[] = ["account:read"];
const TAKES_ALONG: readonly Permission[] = ["account:read", "books:export"];
const STATEMENTS: readonly Permission[] = ["statement:preview"];
const IMPORTS: readonly Permission[] = ["books:import"];
const TAKES: Readonly<Record<string, readonly Permission[]>> = {
  "/attachments/[attachment]": SEES,
  "/credit-memos/[memo]": SEES,
  "/credit-memos/[memo]/pdf": SEES,
  "/customers/[customer]": SEES,
  "/customers/[customer]/adjust": ["account:adjust"],
  "/customers/[customer]/apply": ["credit:apply"],
  "/customers/[customer]/attachments": SEES,
  "/customers/[customer]/changes": SEES,
  "/customers/[customer]/changes/csv": TAKES_ALONG,
  "/customers/[customer]/charging": SEES,
  "/customers/[customer]/credit": SEES,
  "/customers/[customer]/family/csv": TAKES_ALONG,
  "/customers/[customer]/history/csv": TAKES_ALONG,
  "/customers/[customer]/info": SEES,
  "/customers/[customer]/invoices": SEES,
  "/customers/[customer]/jobs": SEES,
  "/customers/[customer]/merge": ["account:adjust"],
  "/customers/[customer]/payments": SEES,
  "/customers/[customer]/receipts": SEES,
  "/customers/[customer]/statement": STATEMENTS,
  "/customers/[customer]/statement/pdf": STATEMENTS,
  "/customers/[customer]/statements": STATEMENTS,
  "/customers/[customer]/unpaid/csv": TAKES_ALONG,
  "/customers/credit/applications/[application]": ["limit:change"],
  "/deposits/[deposit]": SEES,
  "/deposits/[deposit]/pdf": SEES,
  "/events/[event]": SEES,
  "/import/[fileId]": IMPORTS,
  "/import/[fileId]/faults.csv": IMPORTS,
  "/import/[fileId]/file": IMPORTS,
  "/invoices/[invoice]": SEES,
  "/invoices/[invoice]/credit": ["event:reverse"],
  "/invoices/[invoice]/pdf": SEES,
  "/invoices/drafts/[draft]": ["invoice:write"],
  "/jobs/[job]": SEES,
  "/payments/[payment]": SEES,
  "/products/[product]": SEES,
  "/receipts/[receipt]": SEES,
  "/receipts/[receipt]/pdf": SEES,
  "/receipts/[receipt]/return": ["receipt:record"],
  "/reports/audit/[entry]": ["report:read"],
  "/settings/webhooks/[endpoint]": ["settings:change"],
  "/statements/[statement]": STATEMENTS,
  "/statements/[statement]/pdf": STATEMENTS,
  "/statements/runs/[run]": STATEMENTS,
  "/statements/runs/[run]/csv": ["statement:preview", "books:export"],
  "/statements/runs/[run]/pdf": STATEMENTS,
  "/statements/runs/[run]/progress": STATEMENTS,
};

const routes = ROUTES.filter((route) => route.startsWith("/[org]/") && segmentsOf(route).length > 0);
const caseOf = (route: string) => TAKES[route.replace("/[org]", "")];

test("every page and file with an id has its case, and no case is of one that is gone", () => {
  expect(routes.map((route) => route.replace("/[org]", "")).sort()).toEqual(Object.keys(TAKES).sort());
});

/** What may have no paper: a run that was mailed, a memo of a return. Where the owner has none, nobody has. */
const MAYBE_NO_PAPER = ["/[org]/statements/runs/[run]/pdf", "/[org]/credit-memos/[memo]/pdf"];

/** The demo has none. */
const MANAGER_PASSWORD = "walks-the-books";

/** "shown", or that it isn't theirs: said in words, or as nothing that is there. */
function outcomeOf({ status, words }: { status: number; words: string }): string {
  // A page's words come in any order.
  const isRefused = ["Your", "role", "doesn’t", "allow"].every((word) => words.split(" ").includes(word));
  if (status === 403 || status === 404 || (status === 200 && isRefused)) return "refused";
  return status === 200 ? "shown" : `${status}`;
}

test("each role is shown what its permissions say, and nothing else", async ({ page, browser, baseURL }) => {
  await signIn(page, "owner@hillside.example");
  const ids = await idsOfHillside(page);
  const manager = `manager-${Date.now().toString(36)}@hillside.example`;
  const joins = ["--org", "hillside", "--email", manager];
  const anew = ["--name", "Pia Manager", "--role", "project-manager", "--password-stdin"];
  await booksGiven(`${MANAGER_PASSWORD}\n`, "people", "add", ...joins, ...anew);
  const people: Record<Role, string> = {
    owner: "owner@hillside.example",
    admin: "admin@hillside.example",
    bookkeeper: "books@hillside.example",
    clerk: "clerk@hillside.example",
    "project-manager": manager,
    viewer: "viewer@hillside.example",
  };
  const noPaper = new Set<string>();
  // The owner comes first.
  for (const role of ROLES) {
    const person = await browser.newPage();
    await person.goto("/sign-in");
    await fillSignIn(person, people[role], role === "project-manager" ? MANAGER_PASSWORD : PASSWORD);
    await expect(person).not.toHaveURL(/sign-in/);
    const cookie = await cookieOf(person);
    await each(routes, async (route) => {
      const { told } = await answered(`${baseURL}${filled(route, "hillside", ids)}`, cookie, ids);
      const outcome = outcomeOf(told);
      if (role === "owner" && outcome === "refused" && MAYBE_NO_PAPER.includes(route)) noPaper.add(route);
      const may = !noPaper.has(route) && caseOf(route)?.every((permission) => mayDo(role, permission));
      expect.soft([role, route, outcome]).toEqual([role, route, may ? "shown" : "refused"]);
      expect.soft(told.words, `${role} ${route}`).not.toMatch(/Something went wrong/);
    });
    await person.context().close();
  }
  await books("people", "remove", ...joins);
});
