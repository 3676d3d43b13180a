// Tells the people who can change it that nothing is sent to an endpoint any more.
import { readMailServer } from "@/books/business/mail-server.ts";
import { readEndpoint } from "@/books/business/webhooks.ts";
import { readBooks } from "@/books/open.ts";
import { membersOf } from "@/db/directory/members.ts";
import { mayDo } from "@/domain/permission.ts";
import { env } from "@/env.ts";
import { tenantOf, type SystemActor } from "../actor.ts";
import { goesOutBy, sendForBusiness } from "../business-mail.ts";
import { log } from "../log.ts";

/** One mail each; the page says it, mailed or not. */
export async function tellGivenUp(actor: SystemActor, endpointId: string): Promise<void> {
  const [endpoint, server] = await readBooks(actor, (books) =>
    Promise.all([readEndpoint(books, endpointId), readMailServer(books)]),
  );
  if (!goesOutBy(server)) return;
  for (const member of await membersOf(tenantOf(actor))) {
    if (!mayDo(member.role, "settings:change")) continue;
    const delivery = await sendForBusiness(actor, server, {
      to: { name: member.name, address: member.email },
      fromName: actor.orgName,
      subject: `Webhooks to ${new URL(endpoint.url).host} have stopped`,
      text: [
        `Nothing that was sent to ${endpoint.url} has been taken for days: ${endpoint.fault}`,
        "So nothing more is sent there. Nothing is lost: switched on again, it goes on where it stopped.",
        `${env().APP_URL}/${actor.orgSlug}/settings/webhooks/${endpointId}`,
      ].join("\n\n"),
    });
    if (delivery.status !== "sent")
      log().warn({ endpointId, delivery: delivery.status }, "webhook mail not sent");
  }
}
