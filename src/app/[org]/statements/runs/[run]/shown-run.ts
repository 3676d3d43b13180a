// A run as its page shows it.
import type { RouterOutputs } from "@/server/client.ts";

export type ShownRun = RouterOutputs["statementRuns"]["read"];
