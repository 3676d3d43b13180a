// The few addresses of next-auth that are of use from outside the pages. The rest, such as its own sign-in pages and
// links that work by being looked at, is not there.
import type { NextRequest } from "next/server";
import { handlers } from "@/server/auth.ts";

const READ = new Set(["csrf", "session"]);
const CHANGE = new Set(["callback/password", "signout"]);

type Context = { params: Promise<{ nextauth: string[] }> };

export async function GET(request: NextRequest, { params }: Context): Promise<Response> {
  return READ.has((await params).nextauth.join("/")) ? handlers.GET(request) : nothing();
}

export async function POST(request: NextRequest, { params }: Context): Promise<Response> {
  return CHANGE.has((await params).nextauth.join("/")) ? handlers.POST(request) : nothing();
}

const nothing = () => Response.json({ error: "not found" }, { status: 404 });
