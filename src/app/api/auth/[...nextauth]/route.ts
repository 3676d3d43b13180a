// Where next-auth's own addresses are.
import type { NextRequest } from "next/server";
import { answerAuth } from "@/server/auth/auth-http.ts";

type Context = { params: Promise<{ nextauth: string[] }> };

async function handle(request: NextRequest, { params }: Context): Promise<Response> {
  return answerAuth(request, (await params).nextauth);
}

export { handle as GET, handle as POST };
