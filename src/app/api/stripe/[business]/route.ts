// Where Stripe's webhooks of a business arrive. What they say is judged by their signature alone.
import { takeStripeEvent } from "@/server/online/webhook.ts";
import { tellingTrouble } from "@/server/trouble.ts";

type Props = RouteContext<"/api/stripe/[business]">;

export const POST = tellingTrouble(async (request: Request, { params }: Props): Promise<Response> => {
  return takeStripeEvent(request, (await params).business);
});
