// What the log says of a procedure that wasn't carried out: trouble with the database is no bug of ours.
import type { TRPCError } from "@trpc/server";
import { log } from "./log.ts";
import { troubleIn } from "./trouble.ts";

export function logFailure({
  error,
  path,
  requestId,
}: {
  error: TRPCError;
  path: string | undefined;
  requestId: string;
}) {
  const trouble = troubleIn(error);
  if (trouble) log().warn({ trouble: trouble.kind, path, requestId }, "procedure not carried out");
  else if (error.code === "INTERNAL_SERVER_ERROR")
    log().error({ err: error.cause ?? error, path, requestId }, "procedure failed");
}
