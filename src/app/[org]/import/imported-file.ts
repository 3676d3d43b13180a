// A file that was sent to be imported, as the procedures tell of it.
import type { RouterOutputs } from "@/server/client.ts";

export type ImportFile = RouterOutputs["imports"]["read"];
export type ImportFileRow = RouterOutputs["imports"]["list"]["files"][number];
export type ImportState = ImportFileRow["state"];
export type ImportSummary = NonNullable<ImportFileRow["summary"]>;
