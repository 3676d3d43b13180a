// The papers of issued statements, drawn together in a thread.
import type { MadeStatement } from "@/books/statements/make-run.ts";
import { tenantOf, type SystemActor } from "../actor.ts";
import type { Jobs } from "../heavy/jobs.ts";
import { runHeavy } from "../heavy/run-heavy.ts";
import { logoOf } from "../paper-logo.ts";
import { verifyAddress } from "../verify-address.ts";
import type { Drawing } from "./draw-each.ts";

type ToDraw = Parameters<Jobs["issued-statements"]>[0];

/** How those of a run are drawn: each with its own picture. */
export const drawingFor = (actor: SystemActor): Drawing<MadeStatement, ToDraw> => ({
  read: async (statements) => {
    const logos = await logosOf(actor, statements);
    return statements.map(({ statement, frozen }) => ({
      frozen,
      logo: logos.get(hashOf(statement)) ?? null,
      verifyAt: verifyAddress(),
    }));
  },
  draw: (issued) => runHeavy(tenantOf(actor), "issued-statements", issued),
});

/** By what they are kept by: those of one run are mostly one, and go to the thread once. */
async function logosOf(actor: SystemActor, statements: readonly MadeStatement[]) {
  const brands = new Map(statements.map(({ statement }) => [hashOf(statement), statement.brand]));
  const read = [...brands].map(async ([hash, brand]) => [hash, await logoOf(actor, brand)] as const);
  return new Map(await Promise.all(read));
}

const hashOf = ({ brand }: MadeStatement["statement"]): string => brand?.logo?.hash ?? "";
