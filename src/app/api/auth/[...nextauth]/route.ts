// Where next-auth's own addresses are.
import type { NextRequest } from "next/server";
import { answerAuth } from "@/server/auth/auth-http.ts";

type Context = RouteContext<"/api/auth/[...nextauth]">;

async function handle(request: NextRequest, { params }: Context): Promise<Response> {
  return answerAuth(request, (await params).nextauth);
}

export { handle as GET, handle as POST };
