// What somebody is called from now on; what they did keeps the name that they had.
import { keepName } from "@/db/directory/people.ts";
import { writtenText } from "@/domain/values/written-text.ts";
import { logSecurity } from "../log.ts";
import type { From } from "../wire/request.ts";

export const PersonName = writtenText("Enter your name.").max(120, "Use at most 120 characters.");

export async function changeName(userId: string, name: string, from: From): Promise<void> {
  await keepName(userId, name);
  logSecurity("name-changed", { requestId: from.requestId, ip: from.ip, actor: userId });
}
