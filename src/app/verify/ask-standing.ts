// Asks what the business's books say. Sent are the business's name in addresses and the seal, and nothing of the paper.
import { Standing } from "@/domain/statements/standing.ts";
import type { Checked } from "@/domain/statements/verify-statement.ts";

export type Answer = Standing | { kind: "offline" } | { kind: "busy" };

/** "offline" where no answer came, for whatever reason. */
export async function askStanding({ seal, statement }: Checked): Promise<Answer> {
  try {
    const response = await fetch("/verify/issued", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ business: statement.business.slug, seal }),
      signal: AbortSignal.timeout(15_000),
    });
    if (response.status === 429) return { kind: "busy" };
    return response.ok ? Standing.parse(await response.json()) : { kind: "offline" };
  } catch {
    return { kind: "offline" };
  }
}
