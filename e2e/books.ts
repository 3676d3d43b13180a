// The operator's command line, as an operator would type it at the copy under test; and a business of its own for one test,
// opened by the verb behind `books org create` in this process: a process for each would take a sixth of all stories' time.
import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { openDataDir } from "../src/cli/datadir.mjs";
import { dataDir } from "../src/cli/settings.mjs";

const run = promisify(execFile);
const folder = process.env["E2E_DATA_DIR"] ?? process.env["DATA_DIR"];

export const books = (...args: string[]): Promise<string> => booksGiven("", ...args);

/** With so much on stdin, where passwords come from. */
export async function booksGiven(stdin: string, ...args: string[]): Promise<string> {
  const env = { ...process.env, ...(folder && { DATA_DIR: folder }) };
  const running = run(process.execPath, ["src/cli/run.mjs", "books", ...args], { env });
  running.child.stdin?.end(stdin);
  return (await running).stdout;
}

/** Loaded once, by the first who asks, and told where the database of that copy is. */
let signUp: ReturnType<typeof openSignUp> | undefined;

async function openSignUp() {
  const running = openDataDir(folder ?? dataDir()).running();
  if (!running) throw new Error("no copy of Onaccount runs here: npm start");
  (await import("../src/cli/own-pool.ts")).usePool(running.databaseUrl);
  return import("../src/server/auth/sign-up.ts");
}

/** With years of open months before today. */
export async function freshBusiness(
  name: string,
): Promise<{ slug: string; email: string; password: string }> {
  const { OperatorsOrder, createBusinessWithOwner } = await (signUp ??= openSignUp());
  const slug = `walk-${Date.now().toString(36)}`;
  const owner = { email: `owner@${slug}.example`, password: "walks-the-books" };
  const books = { currency: "USD", zone: "UTC", startOn: "2000-01-01" };
  const order = OperatorsOrder.parse({ slug, businessName: name, ...owner, ...books });
  await createBusinessWithOwner(order, `e2e-${slug}`);
  return { slug, ...owner };
}
