// Where the browser's calls arrive.
import { answerCall } from "@/server/http.ts";

type Params = { params: Promise<{ org: string; trpc: string }> };

async function handle(request: Request, { params }: Params): Promise<Response> {
  const { org } = await params;
  return answerCall(request, org);
}

export { handle as GET, handle as POST };
