// The end of a start: wait until the app answers, then tell a newcomer where to go and who to be.
import { CAST, DEMO_BUSINESSES, DEMO_PASSWORD } from "./demo-cast.mjs";
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

/** "Hillside Supply, owner"; who is in both, by both roles. */
function part({ roles }) {
  const all = Object.entries(roles);
  if (all.length > 1) return `both, ${all.map(([, role]) => role).join(" and ")}`;
  return all.map(([slug, role]) => `${DEMO_BUSINESSES[slug]}, ${role}`).join("");
}

export function welcome({ settings, data, inbox, demo, dev, empty }) {
  const lines = ["", `  Onaccount is ready at ${settings.appUrl}`, ""];
  if (inbox) lines.push(`  Mail it sends   ${inbox}`);
  lines.push(`  Data            ${data.dir}`);
  if (!dev) lines.push(`  Logs            ${data.at("logs")}`);
  if (demo) {
    lines.push("", `  Demo sign-ins, all with the password ${DEMO_PASSWORD}:`);
    for (const one of CAST) lines.push(`    ${one.email.padEnd(26)}${part(one)}`);
  }
  const notes = notesOf({ settings, inbox, empty: empty && !demo });
  if (notes.length > 0) lines.push("", ...notes.map((note) => `  ${note}`));
  return [...lines, "", "  Ctrl-C stops everything; the data stay.", ""].join("\n");
}

/** What an operator should know before somebody else finds out. */
function notesOf({ settings, inbox, empty }) {
  const mails = Boolean(inbox || settings.smtp);
  const notes = [];
  if (!mails)
    notes.push(
      "No mail goes out: SMTP_URL isn't set. Statements wait in the queue, and nobody signs in or up by a link.",
    );
  if (empty)
    notes.push(
      mails && settings.signUp
        ? `Nobody is here yet: set up a business at ${settings.appUrl}/sign-up`
        : "Nobody is here yet: npm run books -- org create --help",
    );
  if (settings.appUrl.startsWith("https:") && settings.proxies === 0)
    notes.push("APP_URL is https and TRUST_PROXY_HOPS 0: behind a proxy all visitors count as one. Set it.");
  return notes;
}
