// Where a business's logo arrives, and where it is looked at.
import { currentUser } from "@/server/auth/session.ts";
import { answerLogo, answerLogoFile } from "@/server/branding-files.ts";

type Props = RouteContext<"/[org]/settings/branding/logo">;

export async function POST(request: Request, { params }: Props): Promise<Response> {
  return answerLogo(request, { user: currentUser, org: (await params).org });
}

export async function GET(request: Request, { params }: Props): Promise<Response> {
  return answerLogoFile(request, { user: currentUser, org: (await params).org });
}
