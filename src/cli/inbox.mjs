// The local inbox: takes the mail that Onaccount sends while no SMTP_URL is set and shows it in a browser.
// Nothing leaves the machine, and of this machine only who has the token can look.
import http from "node:http";
import path from "node:path";
import { SMTPServer } from "smtp-server";
import { openDataDir } from "./datadir.mjs";
import { UserError, exitOnUserError } from "./user-error.mjs";
import { inboxKey } from "./inbox-key.mjs";
import { openMails } from "./inbox-mails.mjs";
import { closedPage, listPage, mailPage, missingPage, readableHtml, readableText } from "./inbox-page.mjs";
import { dataDir, portSetting } from "./settings.mjs";

const LARGEST = 25 * 1024 * 1024;
const PAGE_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-{hash}'; connect-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'";
// A mail is a stranger's page: no script, nothing from outside; its links open in a tab of their own.
const MAIL_POLICY =
  "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; font-src data:";

let mails;
let key;
await exitOnUserError(async () => {
  const { inboxToken: token } = openDataDir(dataDir()).secrets();
  mails = openMails(path.join(dataDir(), "inbox"));
  const smtp = smtpServer();
  const web = http.createServer((request, response) => void answer(request, response));
  const ports = {
    smtp: await listen(smtp.server, { name: "SMTP_PORT", usual: 1025 }),
    web: await listen(web, { name: "INBOX_PORT", usual: 8025 }),
  };
  key = inboxKey({ token, port: ports.web });
  for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => process.exit(0));
  if (process.send) process.send(ports);
  console.log(`mail to smtp://127.0.0.1:${ports.smtp} is shown at http://localhost:${ports.web}`);
});

function smtpServer() {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS", "AUTH"],
    size: LARGEST,
    logger: false,
    onData(stream, session, done) {
      const pieces = [];
      stream.on("data", (piece) => pieces.push(piece));
      stream.on("end", () => {
        if (stream.sizeExceeded)
          return done(Object.assign(new Error("The message is too large"), { responseCode: 552 }));
        const { mailFrom, rcptTo } = session.envelope;
        const envelope = { from: mailFrom?.address ?? "", to: rcptTo.map(({ address }) => address) };
        mails.add(Buffer.concat(pieces), envelope).then(() => done(), done);
      });
    },
  });
  server.on("error", (error) => console.error(`smtp: ${error.message}`));
  return server;
}

/** A port asked for by name must be had; the usual one gives way to any free one. */
function listen(server, { name, usual }) {
  const asked = portSetting(name);
  return new Promise((resolve, reject) => {
    server.on("error", (error) => {
      if (server.listening) return;
      if (asked) return reject(new UserError(`${name}=${asked} can't be used: ${error.code}.`));
      server.listen(0, "127.0.0.1");
    });
    server.on("listening", () => resolve(server.address().port));
    server.listen(asked ?? usual, "127.0.0.1");
  });
}

async function answer(request, response) {
  try {
    const reply = await route(request);
    const headers = {
      "content-type": "text/html; charset=utf-8",
      "cache-control": "no-store",
      ...reply.headers,
    };
    const guard = { "x-content-type-options": "nosniff", "referrer-policy": "no-referrer" };
    response.writeHead(reply.status ?? 200, { ...guard, ...headers }).end(reply.body);
  } catch (error) {
    console.error(error);
    response
      .writeHead(500, { "content-type": "text/plain" })
      .end("The inbox could not show this; its log says why.");
  }
}

async function route({ method, url, headers }) {
  // A name of somebody else's that points here (DNS rebinding) is not us.
  if (!/^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/.test(headers.host ?? "")) return { status: 421, body: "" };
  const { pathname, searchParams } = new URL(url, "http://localhost");
  const token = searchParams.get("token");
  if (pathname === "/" && token !== null && key.isToken(token))
    return { status: 303, headers: { location: "/", "set-cookie": key.cookie }, body: "" };
  if (!key.opens(headers) && !key.isSigned(pathname, searchParams.get("key")))
    return { status: 401, ...page(closedPage()) };
  if (method === "DELETE" && pathname === "/api/mails") return json(mails.clear());
  if (method !== "GET" && method !== "HEAD") return { status: 405, body: "" };
  if (pathname === "/") return page(listPage(mails.list()));
  if (pathname === "/api/latest") return json(mails.list()[0]?.id ?? 0);
  if (pathname === "/api/mails") return json(await listWhole(searchParams));

  const [, api, number, part, index] =
    /^(\/api)?\/mails\/(\d+)(?:\/(html|text|files|source))?(?:\/(\d+))?$/.exec(pathname) ?? [];
  const mail = number && (await mails.read(Number(number)));
  if (!mail) return { status: 404, ...page(missingPage()) };
  if (api) return json(mail);
  if (part === "html")
    return { headers: { "content-security-policy": MAIL_POLICY }, body: readableHtml(mail, key.signed) };
  if (part === "text")
    return { headers: { "content-security-policy": MAIL_POLICY }, body: readableText(mail) };
  if (part === "source")
    return { headers: { "content-type": "text/plain; charset=utf-8" }, body: mails.source(mail.id) };
  if (part === "files") return file(await mails.file(mail.id, Number(index)));
  return page(mailPage(mail, searchParams.has("text")));
}

/** For tests: the newest mails with their bodies; `?to=` one person's, `?limit=` how many (50). */
async function listWhole(query) {
  const to = query.get("to");
  const some = mails.list().filter((mail) => !to || mail.to.includes(to));
  return Promise.all(some.slice(0, Number(query.get("limit") ?? 50)).map(({ id }) => mails.read(id)));
}

function page({ html, scriptHash }) {
  return { headers: { "content-security-policy": PAGE_POLICY.replace("{hash}", scriptHash) }, body: html };
}

function json(value) {
  return { headers: { "content-type": "application/json" }, body: JSON.stringify(value) };
}

function file(found) {
  if (!found) return { status: 404, body: "" };
  const name = encodeURIComponent(found.name);
  const shown = found.inline ? "inline" : "attachment";
  const headers = { "content-type": found.type, "content-disposition": `${shown}; filename*=UTF-8''${name}` };
  return {
    headers: { ...headers, "content-security-policy": "sandbox; default-src 'none'" },
    body: found.content,
  };
}
