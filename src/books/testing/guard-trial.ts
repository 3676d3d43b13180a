// The trial of all guards, in a database of its own: guards are removed there.
import postgres from "postgres";
import { tryAll } from "@/db/guards/trial.ts";
import { guardScene } from "./guard-scene.ts";
import { withOwnDatabase } from "@/db/own-database.ts";

/** Sets the scene through the verbs, and tries every guard. */
export const tryGuards = () =>
  withOwnDatabase("onaccount_guards", async (adminUrl) => {
    const owner = postgres(adminUrl, { max: 1, onnotice: () => {}, connection: { role: "onaccount_owner" } });
    try {
      return await tryAll(owner, await guardScene());
    } finally {
      await owner.end();
    }
  });
