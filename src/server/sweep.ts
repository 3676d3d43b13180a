// Clears the directory of what is over: dead sessions, links past their time, counts whose window has closed.
// Nothing depends on it; everything asks for the time as well. The worker runs it every ten minutes.
import { sweepMailedLinks } from "@/db/directory/mailed-links.ts";
import { sweepOidcTries } from "@/db/directory/business-sign-in.ts";
import { sweepEmailChanges } from "@/db/directory/email-changes.ts";
import { sweepOverrideLinks } from "@/db/directory/override-links.ts";
import { sweepChallenges } from "@/db/directory/passkeys.ts";
import { sweepSessions } from "@/db/directory/sessions.ts";
import { sweepTries } from "@/db/directory/tries.ts";

export async function sweepDirectory(): Promise<void> {
  await sweepSessions();
  await sweepMailedLinks();
  await sweepOverrideLinks();
  await sweepChallenges();
  await sweepOidcTries();
  await sweepEmailChanges();
  await sweepTries();
}
