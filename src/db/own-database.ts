// A database of a test's own beside the one that is in use: for what would be in everybody's way there.
import postgres from "postgres";
import { closePool, connect, type Pool } from "./client.ts";
import { migrate } from "./migrate.ts";
import { createRoles } from "./roles.ts";
import { needed } from "@/env.ts";

/** Roles are the server's, and making them twice at once is refused. Any constant will do. */
const ONE_AT_A_TIME = 7_204_520;

/** Makes it, hands it over with the URL of its administrator, and removes it; the pool is its pool meanwhile. */
export async function withOwnDatabase<T>(name: string, work: (adminUrl: string) => Promise<T>): Promise<T> {
  const server = postgres(needed("ADMIN_DATABASE_URL"), { max: 1, onnotice: () => {} });
  const remove = () => server.unsafe(`drop database if exists ${name} with (force)`);
  const at = (setting: "ADMIN_DATABASE_URL" | "DATABASE_URL" | "MIGRATOR_DATABASE_URL") => {
    const url = new URL(needed(setting));
    url.pathname = `/${name}`;
    return url.href;
  };
  const [appUrl, migratorUrl] = [at("DATABASE_URL"), at("MIGRATOR_DATABASE_URL")];
  await server`select pg_advisory_lock(${ONE_AT_A_TIME})`;
  await remove();
  await createRoles({ adminUrl: needed("ADMIN_DATABASE_URL"), appUrl, migratorUrl });
  await migrate(migratorUrl);
  await server`select pg_advisory_unlock(${ONE_AT_A_TIME})`;
  await closePool();
  const here = globalThis as { onaccountPool?: Pool; onaccountNumberPool?: Pool };
  Object.assign(here, { onaccountPool: connect(appUrl), onaccountNumberPool: connect(appUrl, 1) });
  try {
    return await work(at("ADMIN_DATABASE_URL"));
  } finally {
    await closePool();
    await remove();
    await server.end();
  }
}
