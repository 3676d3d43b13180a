// Where programs ask.
import { answerRest } from "@/server/rest/door.ts";

type Params = RouteContext<"/api/v1/[...path]">;

async function handle(request: Request, { params }: Params): Promise<Response> {
  const { path } = await params;
  return answerRest(request, path);
}

export { handle as GET, handle as POST, handle as PUT, handle as DELETE, handle as PATCH };
