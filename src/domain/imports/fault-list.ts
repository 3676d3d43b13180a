// What the list of a file's faults can be asked for: in the order of its rows, or by its own headings.
import { z } from "zod";
import { listQuery } from "../lists/list-query.ts";

export const importFaultList = listQuery({
  filters: { fileId: z.uuid() },
  sorts: { row: "asc", column: "asc" },
});
