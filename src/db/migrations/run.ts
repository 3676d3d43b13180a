// Runs a file of drizzle/; what goes wrong is one line that names the file.
import type { TransactionSql } from "postgres";

/** What the operator, or whoever wrote the file, has to see to. `discard`: only without the data that are there. */
export class MigrationError extends Error {
  override readonly name = "MigrationError";
  readonly discard: boolean;

  constructor(says: string, { discard = false, ...options }: ErrorOptions & { discard?: boolean } = {}) {
    super(says, options);
    this.discard = discard;
  }
}

/** Postgres keeps what depends on a function, and says so where its arguments or its result change. */
const ANOTHER_SIGNATURE = ["42P13", "42725"];

export async function run(tx: TransactionSql, file: string, text: string): Promise<void> {
  await tx.unsafe(text).catch((cause: unknown) => {
    const { message, code = "" } = cause as { message: string; code?: string };
    const advice = ANOTHER_SIGNATURE.includes(code) ? "; drop the old function in a migration" : "";
    throw new MigrationError(`drizzle/${file}: ${message}${advice}`, { cause });
  });
}
