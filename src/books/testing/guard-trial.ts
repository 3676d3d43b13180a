// The trial of all guards, in a database of its own beside the one that is in use: guards are removed there.
import { closePool, connect, type Pool } from "@/db/client.ts";
import { tryAll } from "@/db/guards/trial.ts";
import { migrate } from "@/db/migrate.ts";
import { createRoles } from "@/db/roles.ts";
import { guardScene } from "./guard-scene.ts";
import postgres from "postgres";

const NAME = "onaccount_guards";

/** Makes the database, sets the scene through the verbs, tries every guard, and removes the database. */
export async function tryGuards(urls: { admin: string; app: string; migrator: string }) {
  const [adminUrl, appUrl, migratorUrl] = [urls.admin, urls.app, urls.migrator].map(elsewhere) as [
    string,
    string,
    string,
  ];
  const server = postgres(urls.admin, { max: 1, onnotice: () => {} });
  await server.unsafe(`drop database if exists ${NAME} with (force)`);
  await createRoles({ adminUrl: urls.admin, appUrl, migratorUrl });
  await migrate(migratorUrl);
  await closePool();
  const here = globalThis as { onaccountPool?: Pool; onaccountNumberPool?: Pool };
  Object.assign(here, { onaccountPool: connect(appUrl), onaccountNumberPool: connect(appUrl, 1) });
  const owner = postgres(adminUrl, { max: 1, onnotice: () => {}, connection: { role: "onaccount_owner" } });
  try {
    return await tryAll(owner, await guardScene());
  } finally {
    await owner.end();
    await closePool();
    await server.unsafe(`drop database if exists ${NAME} with (force)`);
    await server.end();
  }
}

function elsewhere(url: string): string {
  const other = new URL(url);
  other.pathname = `/${NAME}`;
  return other.href;
}
