// A file to begin with, of each kind.
import { currentUser } from "@/server/auth/session.ts";
import { answerTemplate } from "@/server/import-files.ts";

type Props = RouteContext<"/[org]/import/templates/[kind]">;

export async function GET(request: Request, { params }: Props): Promise<Response> {
  const { org, kind } = await params;
  return answerTemplate(request, { user: currentUser, org }, kind);
}
