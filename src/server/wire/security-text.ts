// security.txt as RFC 9116 has it: whom to tell, until when this is good, and where it stands.
import { env } from "@/env.ts";
import { now } from "../clock.ts";

/** Less than the year that the standard recommends as the most. */
const GOOD_FOR_MS = 300 * 86_400_000;

/** null where nobody is named. */
export function securityText(): string | null {
  const { SECURITY_CONTACT, APP_URL } = env();
  if (!SECURITY_CONTACT) return null;
  const contact = SECURITY_CONTACT.includes("://") ? SECURITY_CONTACT : `mailto:${SECURITY_CONTACT}`;
  const expires = new Date(now().getTime() + GOOD_FOR_MS).toISOString();
  const lines = [
    `Contact: ${contact}`,
    `Expires: ${expires}`,
    "Preferred-Languages: en",
    `Canonical: ${APP_URL}/.well-known/security.txt`,
  ];
  return `${lines.join("\n")}\n`;
}
