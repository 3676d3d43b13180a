// Where this copy is, and where a newcomer reads its mail when it has no SMTP server of its own (null otherwise).
import { env } from "@/env.ts";

export const appHost = (): string => new URL(env().APP_URL).host;
export const inboxUrl = (): string | null => env().INBOX_URL ?? null;
