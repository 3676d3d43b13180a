// How often a buyer's PIN is tried at the counter before no more are looked at.
import { z } from "zod";
import { count, uncount } from "./limits.ts";

/** Whose PIN is being tried by whom, until it was right. */
const triedPins = new WeakMap<object, string>();

/** For a charge with a buyer's PIN: four digits are soon tried. By clerk and buyer, so that no clerk shuts a buyer out. */
export async function limitPin(member: { subject: string }, input: unknown): Promise<void> {
  const named = z.object({ buyerId: z.uuid(), buyerPin: z.string().min(1) }).safeParse(input);
  if (!named.success) return;
  const who = `${member.subject} ${named.data.buyerId}`;
  await count("buyer-pin:buyer", who);
  await count("buyer-pin:buyer-day", who);
  triedPins.set(member, who);
}

/** It was right, so it was no try. */
export async function forgivePin(member: object): Promise<void> {
  const who = triedPins.get(member);
  if (who === undefined || !triedPins.delete(member)) return;
  await uncount("buyer-pin:buyer", who);
  await uncount("buyer-pin:buyer-day", who);
}
