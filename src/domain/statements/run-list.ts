// What the list of a run's customers, and the list of runs, can be asked for.
import { z } from "zod";
import { SEARCH, listQuery, oneOf } from "../lists/list-query.ts";
import { ENTRY_STATES, RUN_EXCEPTIONS } from "./run.ts";

/** "any": whatever a person should look at. */
export const EXCEPTION_FILTERS = { any: "With something to look at", ...RUN_EXCEPTIONS };

export const runEntryList = listQuery({
  filters: { ...SEARCH, state: oneOf(ENTRY_STATES), exception: oneOf(EXCEPTION_FILTERS) },
  sorts: { customer: "asc", closing: "desc" },
});

export const runList = listQuery({ filters: {}, sorts: { begun: "desc" } });

const RUN = { runId: z.uuid() };
export const RunEntries = runEntryList.query.extend(RUN);
export const RunEntriesMatch = runEntryList.matching.extend(RUN);
