// The few addresses of next-auth that are of use from outside the pages. The rest, such as its own sign-in pages
// and links that work by being looked at, is not there.
import { NextRequest } from "next/server";
import { env } from "@/env.ts";
import { orTrouble } from "../trouble.ts";
import { handlers } from "./auth.ts";

const READ = new Set(["csrf", "session"]);
const CHANGE = new Set(["callback/password", "signout"]);

export async function answerAuth(request: NextRequest, path: readonly string[]): Promise<Response> {
  const asked = path.join("/");
  if (request.method === "GET" && READ.has(asked)) return orTrouble(() => handlers.GET(atHome(request)));
  if (request.method === "POST" && CHANGE.has(asked)) return orTrouble(() => handlers.POST(atHome(request)));
  return Response.json({ error: "not found" }, { status: 404 });
}

/** Behind a proxy the request names the socket it came to; what next-auth answers has to name our address. */
function atHome(request: NextRequest): NextRequest {
  const { pathname, search } = request.nextUrl;
  return new NextRequest(new URL(pathname + search, env().APP_URL), request);
}
