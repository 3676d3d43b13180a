// Where the browser's calls arrive.
import { answerCall } from "@/server/http.ts";

type Params = RouteContext<"/api/trpc/[org]/[trpc]">;

async function handle(request: Request, { params }: Params): Promise<Response> {
  const { org } = await params;
  return answerCall(request, org);
}

export { handle as GET, handle as POST };
