// What the history of a customer's changes can be asked for.
import { z } from "zod";
import { listQuery } from "../lists/list-query.ts";

export const changeList = listQuery({
  filters: { field: z.string().max(300).optional() },
  sorts: { made: "desc" },
});
