// An imported file, as it was.
import { currentUser } from "@/server/auth/session.ts";
import { answerImportFile } from "@/server/import-files.ts";

type Props = RouteContext<"/[org]/import/[fileId]/file">;

export async function GET(request: Request, { params }: Props): Promise<Response> {
  const { org, fileId } = await params;
  return answerImportFile(request, { user: currentUser, org }, fileId);
}
