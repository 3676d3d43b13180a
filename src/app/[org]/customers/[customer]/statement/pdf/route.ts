// A look at the PDF that issuing would make. Nothing is numbered and nothing is stored.
import { answerPreviewFile } from "@/server/statement-answers.ts";
import { asOfAsked } from "../range.ts";

type Props = { params: Promise<{ org: string; customer: string }> };

export async function GET(request: Request, { params }: Props): Promise<Response> {
  const { org, customer } = await params;
  return answerPreviewFile(org, { customer, ...asOfAsked(new URL(request.url).searchParams) });
}
