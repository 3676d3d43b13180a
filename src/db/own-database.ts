// A database of a test's own beside the one that is in use: for what would be in everybody's way there.
import postgres from "postgres";
import { closePool, connect, type Pool } from "./client.ts";
import { migrate } from "./migrate.ts";
import { createRoles } from "./roles.ts";
import { needed } from "@/env.ts";

/** Roles are the server's, and making them twice at once is refused. Any constant will do. */
const ONE_AT_A_TIME = 7_204_520;

type OwnDatabase = { adminUrl: string; appUrl: string; migratorUrl: string; remove: () => Promise<void> };

/** Makes it, up to date. */
export async function makeDatabase(name: string): Promise<OwnDatabase> {
  const urls = urlsOf(name);
  await onServer(async (server) => {
    await server`select pg_advisory_lock(${ONE_AT_A_TIME})`;
    await drop(server, name);
    await createRoles({ ...urls, adminUrl: needed("ADMIN_DATABASE_URL") });
    await migrate(urls.migratorUrl);
  });
  return { ...urls, remove: () => onServer((server) => drop(server, name)) };
}

/** Another one like it, as long as nobody is signed in to it. */
export async function copyDatabase(from: string, name: string): Promise<OwnDatabase> {
  await onServer(async (server) => {
    await drop(server, name);
    await server.unsafe(`create database ${name} template ${from} owner onaccount_owner`);
  });
  return { ...urlsOf(name), remove: () => onServer((server) => drop(server, name)) };
}

/** Makes it, hands it over with the URL of its administrator, and removes it; the pool is its pool meanwhile. */
export async function withOwnDatabase<T>(name: string, work: (adminUrl: string) => Promise<T>): Promise<T> {
  const { adminUrl, appUrl, remove } = await makeDatabase(name);
  await closePool();
  const here = globalThis as { onaccountPool?: Pool; onaccountNumberPool?: Pool };
  Object.assign(here, { onaccountPool: connect(appUrl), onaccountNumberPool: connect(appUrl, 1) });
  try {
    return await work(adminUrl);
  } finally {
    await closePool();
    await remove();
  }
}

function urlsOf(name: string) {
  const at = (setting: "ADMIN_DATABASE_URL" | "DATABASE_URL" | "MIGRATOR_DATABASE_URL") => {
    const url = new URL(needed(setting));
    url.pathname = `/${name}`;
    return url.href;
  };
  return {
    adminUrl: at("ADMIN_DATABASE_URL"),
    appUrl: at("DATABASE_URL"),
    migratorUrl: at("MIGRATOR_DATABASE_URL"),
  };
}

async function onServer(work: (server: postgres.Sql) => Promise<unknown>) {
  const server = postgres(needed("ADMIN_DATABASE_URL"), { max: 1, onnotice: () => {} });
  try {
    await work(server);
  } finally {
    await server.end();
  }
}

const drop = (server: postgres.Sql, name: string) =>
  server.unsafe(`drop database if exists ${name} with (force)`);
