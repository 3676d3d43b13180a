// One attached file: to save, or to take away.
import { answerAttachmentFile, answerRemoveAttachment } from "@/server/attachments.ts";
import { currentUser } from "@/server/auth/session.ts";

type Props = RouteContext<"/[org]/attachments/[attachment]">;

export async function GET(request: Request, { params }: Props): Promise<Response> {
  const { org, attachment } = await params;
  return answerAttachmentFile(request, { user: currentUser, org }, attachment);
}

export async function DELETE(request: Request, { params }: Props): Promise<Response> {
  const { org, attachment } = await params;
  return answerRemoveAttachment(request, { user: currentUser, org }, attachment);
}
