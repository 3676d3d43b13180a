// For tests of the doors: the stand-in shop's label as it stands.
import { asMember, call } from "./fixture-caller.ts";
import type { Shop } from "./shop.ts";

/** As the label stands: archived and brought back it has another version. */
export async function labelRead(shop: Shop): Promise<void> {
  const read = await call(await asMember(shop, "owner"), "labels.read", {});
  const labels = read as { id: string; version: number }[];
  shop.version = labels.find(({ id }) => id === shop.labelId)?.version ?? 1;
}
