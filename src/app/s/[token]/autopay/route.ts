// Where the forms about autopay are sent. They are only ever sent here; asking for it shows nothing.
import { autopayByLink } from "@/server/online/autopay-form.ts";
import { tellingTrouble } from "@/server/trouble.ts";

type Props = RouteContext<"/s/[token]/autopay">;

export const POST = tellingTrouble(async (request: Request, { params }: Props): Promise<Response> => {
  return autopayByLink(request, (await params).token);
});
