// Where files to be imported arrive.
import { currentUser } from "@/server/auth/session.ts";
import { answerUpload } from "@/server/import-files.ts";

type Props = RouteContext<"/[org]/import/files">;

export async function POST(request: Request, { params }: Props): Promise<Response> {
  return answerUpload(request, { user: currentUser, org: (await params).org });
}
