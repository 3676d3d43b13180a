// Every procedure there is.
import { router } from "../trpc.ts";
import { customersRouter } from "./customers.ts";
import { importsRouter } from "./imports.ts";
import { reportsRouter } from "./reports.ts";
import { sessionRouter } from "./session.ts";
import { statementsRouter } from "./statements.ts";

export const appRouter = router({
  customers: customersRouter,
  imports: importsRouter,
  reports: reportsRouter,
  session: sessionRouter,
  statements: statementsRouter,
});
export type AppRouter = typeof appRouter;
