// The trial of all guards, in a database of its own: guards are removed there.
import postgres from "postgres";
import { tryAll } from "@/db/testing/guards/trial.ts";
import { guardScene } from "./guard-scene.ts";
import { withOwnDatabase } from "@/db/own-database.ts";

/** Sets the scene through the verbs, and tries every guard. */
export const tryGuards = () =>
  withOwnDatabase("onaccount_guards", async (adminUrl) => {
    const owner = postgres(adminUrl, { max: 1, onnotice: () => {}, connection: { role: "onaccount_owner" } });
    try {
      const scene = await guardScene();
      // As the database writes it after a thousand events.
      await owner`insert into books.day_sums (org_id, account_id, stretch, on_day, amount, recorded_at)
        values (${scene.org}, ${scene.names["a"] ?? ""}, 1, '2026-01-31', 1, now())`;
      return await tryAll(owner, scene);
    } finally {
      await owner.end();
    }
  });
