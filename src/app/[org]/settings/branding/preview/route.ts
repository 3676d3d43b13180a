// A sample paper as it would look with what is being typed; nothing is kept of it.
import { currentUser } from "@/server/auth/session.ts";
import { answerBrandingPreview } from "@/server/branding-files.ts";

type Props = RouteContext<"/[org]/settings/branding/preview">;

export async function POST(request: Request, { params }: Props): Promise<Response> {
  return answerBrandingPreview(request, { user: currentUser, org: (await params).org });
}
