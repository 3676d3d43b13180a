// What every section of the settings begins with: who asks, the settings, and whether they may change them. null for whom
// the frame tells that they may not look.
import { apiFor } from "@/server/api.ts";
import { readCurrentMember } from "../_shell/current-member.ts";

export async function readSection(org: string) {
  const [here, api] = await Promise.all([readCurrentMember(org), apiFor(org)]);
  if (!here.permissions.includes("report:read")) return null;
  const mayChange = here.permissions.includes("settings:change");
  return { place: here.org, given: { org, settings: await api.settings.read({}), mayChange } };
}
