// All of the business as one zip, to take home.
import { contextFor } from "@/server/api.ts";
import { answerEverything } from "@/server/everything.ts";
import { tellingTrouble } from "@/server/trouble.ts";

type Props = RouteContext<"/[org]/everything">;

export const GET = tellingTrouble(async (_request: Request, { params }: Props): Promise<Response> => {
  const { org } = await params;
  return answerEverything(await contextFor(org));
});
