// The operator's command line, as an operator would type it at the copy under test.
import { execFile } from "node:child_process";
import { promisify } from "node:util";

const run = promisify(execFile);
const dataDir = process.env["E2E_DATA_DIR"] ?? process.env["DATA_DIR"];

export const books = (...args: string[]): Promise<string> => booksGiven("", ...args);

/** With so much on stdin, where passwords come from. */
export async function booksGiven(stdin: string, ...args: string[]): Promise<string> {
  const env = { ...process.env, ...(dataDir && { DATA_DIR: dataDir }) };
  const running = run(process.execPath, ["src/cli/run.mjs", "books", ...args], { env });
  running.child.stdin?.end(stdin);
  return (await running).stdout;
}

/** A business of its own for one test, with years of open months before today. */
export async function freshBusiness(
  name: string,
): Promise<{ slug: string; email: string; password: string }> {
  const slug = `walk-${Date.now().toString(36)}`;
  const owner = { email: `owner@${slug}.example`, password: "walks-the-books" };
  const who = ["--slug", slug, "--name", name, "--owner", owner.email, "--password-stdin"];
  await booksGiven(`${owner.password}\n`, "org", "create", ...who, "--start", "2000-01-01");
  return { slug, ...owner };
}
