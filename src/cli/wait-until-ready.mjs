// The end of a start: wait until the app answers, then tell a newcomer where to go and who to be.
import { UserError } from "./user-error.mjs";

const PATIENCE = 120_000;

export async function untilReady({ port, host }, signal) {
  const base = `http://${host === "0.0.0.0" || host === "::" ? "127.0.0.1" : host}:${port}`;
  let said = "no answer";
  for (const end = Date.now() + PATIENCE; Date.now() < end && !signal.aborted;) {
    for (const page of ["/api/health/ready", "/sign-in"]) {
      const answer = await fetch(base + page, {
        redirect: "manual",
        signal: AbortSignal.timeout(30_000),
      }).catch(() => null);
      if (answer?.ok) return;
      if (answer) said = `${answer.status} at ${page}`;
      if (answer?.status !== 404) break; // only a missing health check sends us to the next page
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  if (!signal.aborted) throw new UserError(`the app did not become ready in ${PATIENCE / 1000} s (${said}).`);
}

const CAST = [
  ["owner@hillside.example", "Hillside Supply, owner"],
  ["admin@hillside.example", "Hillside Supply, administrator"],
  ["books@hillside.example", "Hillside Supply, bookkeeper"],
  ["clerk@hillside.example", "Hillside Supply, clerk"],
  ["viewer@hillside.example", "Hillside Supply, viewer"],
  ["owner@granite.example", "Granite & Sons, owner"],
  ["dana@both.example", "both, bookkeeper and administrator"],
];

export function welcome({ settings, data, inbox, demo, dev }) {
  const lines = ["", `  Onaccount is ready at ${settings.appUrl}`, ""];
  if (inbox) lines.push(`  Mail it sends   ${inbox}`);
  lines.push(`  Data            ${data.dir}`);
  if (!dev) lines.push(`  Logs            ${data.at("logs")}`);
  if (demo) {
    lines.push("", "  Demo sign-ins, all with the password onaccount-demo:");
    for (const [email, who] of CAST) lines.push(`    ${email.padEnd(26)}${who}`);
  }
  return [...lines, "", "  Ctrl-C stops everything; the data stay.", ""].join("\n");
}
