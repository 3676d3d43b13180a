// A password as an operator gives it: through stdin, where no list of processes, history of a shell or log sees it.
import { createInterface } from "node:readline";
import { Writable } from "node:stream";
import { UsageError } from "./usage.ts";

/** The first line of stdin; at a terminal it is asked for, and not shown. */
export async function readPassword(whose: string): Promise<string> {
  const { stdin, stderr } = process;
  if (stdin.isTTY) stderr.write(`Password of ${whose}: `);
  const silent = new Writable({ write: (_shown, _encoding, done) => done() });
  const lines = createInterface({ input: stdin, output: silent, terminal: stdin.isTTY ?? false });
  const line = await new Promise<string>((resolve) => {
    lines.once("line", resolve).once("close", () => resolve(""));
  });
  lines.close();
  // Whoever writes to us may leave the pipe open.
  stdin.destroy();
  if (stdin.isTTY) stderr.write("\n");
  if (line === "") throw new UsageError("Give the password as a line of stdin.");
  return line;
}
