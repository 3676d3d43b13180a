// A business's mail: by its own server, where it has one, else by the system's.
import { readMailServer, type SealedMailServer } from "@/books/business/mail-server.ts";
import type { Books } from "@/books/open.ts";
import type { Actor } from "./actor.ts";
import { mailGoesOut, sendMail, type Delivery, type MailRoute, type OutgoingMail } from "./auth/mailer.ts";
import { openPassword } from "./mail-secret.ts";
import { findMailHost } from "./public-host.ts";

/** Whether mail of a business with this server, or with none of its own, goes anywhere. */
export const goesOutBy = (server: SealedMailServer | null): boolean => server !== null || mailGoesOut();

export const goesOut = async (books: Books): Promise<boolean> => goesOutBy(await readMailServer(books));

/** `server`: as the books keep it; null for the system's own. */
export async function sendForBusiness(
  actor: Actor,
  server: SealedMailServer | null,
  mail: OutgoingMail,
): Promise<Delivery> {
  if (server === null) return sendMail(mail);
  const route = await routeTo(actor, server);
  // It passes as soon as somebody has put the settings right.
  if ("fault" in route) return { status: "retry", error: route.fault, slow: false, taken: false };
  return sendMail(mail, route);
}

async function routeTo(actor: Actor, server: SealedMailServer): Promise<MailRoute | { fault: string }> {
  const found = await findMailHost(server);
  if ("fault" in found) return found;
  const { host, port, security, username, fromAddress, bounceAddress, secret } = server;
  const password = secret && openPassword(actor, server, secret);
  if (secret && password === null)
    return { fault: "The password of your mail server must be entered again." };
  return { host, port, security, username, fromAddress, bounceAddress, address: found.address, password };
}
