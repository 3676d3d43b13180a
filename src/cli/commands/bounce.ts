// books bounce: a mail that came back, from stdin, as a mail server pipes it from the mailbox of MAIL_BOUNCES; and the address of
// the hook for a mail service that tells of it by itself.
import { Command } from "commander";
import { env } from "@/env.ts";
import { READ_OF_REPORT, noteReport } from "@/server/bounces.ts";
import { hookKey } from "@/server/mail-trace.ts";
import { UsageError } from "./usage.ts";

export function bounceCommand(): Command {
  return new Command("bounce")
    .description("Notes a mail that came back, from stdin: books bounce -")
    .argument("[from]", "- for stdin")
    .option("--hook", "prints the address that a mail service may post them to instead")
    .action(run);
}

async function run(from: string | undefined, { hook = false }: { hook?: boolean }): Promise<void> {
  if (hook) {
    console.log(`${env().APP_URL}/api/mail/bounces/${hookKey("system")}`);
    return;
  }
  if (from !== "-") throw new UsageError("Give the mail through stdin: books bounce -");
  const noted = await noteReport("system", await fromStdin());
  // A mail server returns a mail that a program refuses: whatever came is taken.
  console.log(noted > 0 ? "Noted." : "Nothing to note: no mail of ours, no bounce, or known already.");
}

async function fromStdin(): Promise<Buffer> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of process.stdin) {
    // What is behind is read and let go, so that whoever writes is never cut off.
    if (size < READ_OF_REPORT) parts.push(Buffer.from(part));
    size += part.length;
  }
  return Buffer.concat(parts);
}
