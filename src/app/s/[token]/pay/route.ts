// Where the form to pay is sent. It is only ever sent here; asking for it shows nothing.
import { payByLink } from "@/server/online/start-payment.ts";
import { tellingTrouble } from "@/server/trouble.ts";

type Props = RouteContext<"/s/[token]/pay">;

export const POST = tellingTrouble(async (request: Request, { params }: Props): Promise<Response> => {
  return payByLink(request, (await params).token);
});
