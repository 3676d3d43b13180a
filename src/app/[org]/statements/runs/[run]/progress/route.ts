// How far a run is, as a stream of events for the page that shows it.
import { answerRunProgress } from "@/server/run-progress-answer.ts";
import { tellingTrouble } from "@/server/trouble.ts";

type Context = RouteContext<"/[org]/statements/runs/[run]/progress">;

export const GET = tellingTrouble(async (request: Request, { params }: Context): Promise<Response> => {
  const { org, run } = await params;
  return answerRunProgress(org, run, request.signal);
});
