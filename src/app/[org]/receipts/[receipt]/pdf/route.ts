// The receipt on paper: `paper` is 80mm, letter or a4, `copy` is the customer's or the merchant's.
import { answerReceiptFile } from "@/server/receipt-file.ts";
import { tellingTrouble } from "@/server/trouble.ts";
import { readCurrentMember } from "../../../_shell/current-member.ts";

type Props = RouteContext<"/[org]/receipts/[receipt]/pdf">;

export const GET = tellingTrouble(async (request: Request, { params }: Props): Promise<Response> => {
  const { org, receipt } = await params;
  const { locale, zone } = (await readCurrentMember(org)).org;
  const asked = Object.fromEntries(new URL(request.url).searchParams);
  return answerReceiptFile(org, receipt, { asked, place: { locale, zone }, signal: request.signal });
});
