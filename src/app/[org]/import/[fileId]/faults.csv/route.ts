// Every fault of a file, as a file.
import { currentUser } from "@/server/auth/session.ts";
import { answerFaults } from "@/server/import-files.ts";

type Props = RouteContext<"/[org]/import/[fileId]/faults.csv">;

export async function GET(request: Request, { params }: Props): Promise<Response> {
  const { org, fileId } = await params;
  return answerFaults(request, { user: currentUser, org }, fileId);
}
