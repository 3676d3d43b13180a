// The operator's command line, as an operator would type it at the copy under test.
import { execFile } from "node:child_process";
import { promisify } from "node:util";

const run = promisify(execFile);
const dataDir = process.env["E2E_DATA_DIR"] ?? process.env["DATA_DIR"];

export async function books(...args: string[]): Promise<string> {
  const env = { ...process.env, ...(dataDir && { DATA_DIR: dataDir }) };
  const { stdout } = await run(process.execPath, ["src/cli/run.mjs", "books", ...args], { env });
  return stdout;
}

/** A business of its own for one test, with years of open months before today. */
export async function freshBusiness(
  name: string,
): Promise<{ slug: string; email: string; password: string }> {
  const slug = `walk-${Date.now().toString(36)}`;
  const owner = { email: `owner@${slug}.example`, password: "walks-the-books" };
  const who = ["--slug", slug, "--name", name, "--owner", owner.email, "--password", owner.password];
  await books("org", "create", ...who, "--start", "2000-01-01");
  return { slug, ...owner };
}
