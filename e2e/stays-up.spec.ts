// Each process of the running copy is killed outright: the counter goes on without the worker, the rest is back by
// itself, and nobody hears that they are signed out.
import { execFileSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { expect, test } from "@playwright/test";
import { signIn } from "./demo.ts";

const data = process.env["E2E_DATA_DIR"] ?? "";

type Process = { pid: number; command: string; folder: string };

/** The children of the process that started the copy. */
function children(): Process[] {
  const { pid: parent } = JSON.parse(fs.readFileSync(path.join(data, "running.json"), "utf8")) as Process;
  const rows = execFileSync("ps", ["-eo", "pid=,ppid=,args="], { encoding: "utf8" }).trim().split("\n");
  return rows.flatMap((row) => {
    const [, pid, ppid, command = ""] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(row) ?? [];
    return Number(ppid) === parent ? [{ pid: Number(pid), command, folder: "" }] : [];
  });
}

const PARTS = {
  web: /next-server|server\.js/,
  worker: /worker\.mjs/,
  postgres: /bin\/postgres/,
  inbox: /inbox\.mjs/,
} as const;
type Part = keyof typeof PARTS;

const pidOf = (part: Part) => children().find(({ command }) => PARTS[part].test(command))?.pid ?? null;

async function kill(part: Part): Promise<() => Promise<void>> {
  const before = pidOf(part);
  expect(before, `${part} runs`).not.toBeNull();
  process.kill(Number(before), "SIGKILL");
  return () =>
    expect.poll(() => pidOf(part), { message: `${part} is back`, timeout: 20_000 }).not.toBe(before ?? null);
}

const CUSTOMERS = "/hillside/customers";

test("without the worker the counter goes on, and it comes back", async ({ page, request }) => {
  await signIn(page, "books@hillside.example");
  const back = await kill("worker");
  await page.goto(CUSTOMERS);
  await expect(page.getByRole("heading", { name: "Customers" })).toBeVisible();
  expect((await request.get("/api/health/ready")).status()).toBe(200);
  await back();
  await expect.poll(() => pidOf("worker"), { timeout: 20_000 }).not.toBeNull();
});

test("the web server comes back, and so does whoever was signed in", async ({ page, request }) => {
  await signIn(page, "books@hillside.example");
  await kill("web");
  await expect
    .poll(
      () =>
        request.get("/api/health/ready").then(
          (answer) => answer.status(),
          () => 0,
        ),
      { timeout: 30_000 },
    )
    .toBe(200);
  await page.goto(CUSTOMERS);
  await expect(page.getByRole("heading", { name: "Customers" })).toBeVisible();
});

test("a database that is away is 503 at every door, and then all is as it was", async ({ page }) => {
  await signIn(page, "books@hillside.example");
  const address = page.url();
  const doors = [
    CUSTOMERS,
    "/",
    "/sign-in",
    `${CUSTOMERS}/csv`,
    "/hillside/reports/aging/csv",
    "/hillside/statements/00000000-0000-4000-8000-000000000000/pdf",
    "/hillside/attachments/00000000-0000-4000-8000-000000000000",
    `/s/${"a".repeat(43)}`,
    `/s/${"a".repeat(43)}/pdf`,
    "/api/auth/session",
    "/api/trpc/hillside/session.here",
  ];
  // Kept from coming back for as long as the doors are tried.
  const postgres = pidOf("postgres");
  expect(postgres).not.toBeNull();
  const starter = (JSON.parse(fs.readFileSync(path.join(data, "running.json"), "utf8")) as Process).pid;
  process.kill(starter, "SIGSTOP");
  try {
    process.kill(Number(postgres), "SIGKILL");
    const asked = doors.map(async (door) => {
      const answer = await page.request.get(door, { maxRedirects: 0 });
      return [door, answer.status(), /signed out/i.test(await answer.text())];
    });
    expect(await Promise.all(asked)).toEqual(doors.map((door) => [door, 503, false]));
    await page.goto(CUSTOMERS);
    await expect(page.getByText("The database can’t be reached right now").first()).toBeVisible();
  } finally {
    process.kill(starter, "SIGCONT");
  }
  await expect
    .poll(() => page.request.get("/api/health/ready").then((answer) => answer.status()), { timeout: 30_000 })
    .toBe(200);
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(page.getByRole("heading", { name: "Customers" })).toBeVisible();
  expect(page.url()).toContain(new URL(address).origin);
});

test("what is typed at the front door stays while the database is away", async ({ page }) => {
  await page.goto("/sign-in");
  await page.getByLabel("E-mail").fill("books@hillside.example");
  await page.getByLabel("Password").fill("onaccount-demo");
  const starter = (JSON.parse(fs.readFileSync(path.join(data, "running.json"), "utf8")) as Process).pid;
  process.kill(starter, "SIGSTOP");
  try {
    process.kill(Number(pidOf("postgres")), "SIGKILL");
    await page.getByRole("button", { name: "Sign in", exact: true }).click();
    await expect(page.getByText("The database can’t be reached right now")).toBeVisible({ timeout: 15_000 });
    await expect(page.getByLabel("E-mail")).toHaveValue("books@hillside.example");
  } finally {
    process.kill(starter, "SIGCONT");
  }
  await expect
    .poll(() => page.request.get("/api/health/ready").then((answer) => answer.status()), { timeout: 30_000 })
    .toBe(200);
  await page.getByLabel("Password").fill("onaccount-demo");
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page).toHaveURL(/hillside/);
});
