// One thing that must always hold, as a query that returns the rows that break it.
import type { SQL } from "drizzle-orm";

export type Check = { id: string; says: string; query: SQL };
