// The pages of the local inbox: a list of mails, one mail, and the mail's own body made harmless.
import { createHash } from "node:crypto";

// Shows a new mail by itself, without taking the page away while nothing came.
const SCRIPT = `setInterval(async () => {
  const answer = await fetch("/api/latest").catch(() => null);
  if (answer?.ok && (await answer.text()) !== document.body.dataset.latest) location.reload();
}, 2000);`;
const scriptHash = createHash("sha256").update(SCRIPT).digest("base64");

const STYLE = `
:root { color-scheme: light dark; --ground: light-dark(#fafaf8, #131416); --card: light-dark(#fff, #1b1d20);
  --ink: light-dark(#1c1d1f, #ececea); --soft: light-dark(#55595f, #aeb2b8); --line: light-dark(#e5e5e1, #2d3034);
  --hover: light-dark(#f3f3f0, #24272b); --accent: light-dark(#1f5f4a, #7fc5a8) }
* { box-sizing: border-box }
body { margin: 0; background: var(--ground); color: var(--ink); font: 14px/20px ui-sans-serif, system-ui, sans-serif;
  min-height: 100vh; display: flex; flex-direction: column; font-variant-numeric: tabular-nums }
a { color: var(--accent) } a:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; border-radius: 4px }
header, main { width: 100%; max-width: 880px; margin: 0 auto; padding: 0 16px }
header { padding-top: 24px; padding-bottom: 16px }
h1 { font-size: 20px; line-height: 28px; margin: 0; overflow-wrap: anywhere } p { margin: 4px 0; color: var(--soft) }
.card { background: var(--card); border: 1px solid var(--line); border-radius: 8px; overflow: hidden }
ul { list-style: none; margin: 0; padding: 0 } li + li { border-top: 1px solid var(--line) }
li a { display: grid; grid-template-columns: 1fr auto; gap: 0 16px; padding: 12px 16px; color: inherit; text-decoration: none }
li a:hover { background: var(--hover) } li strong { grid-column: 1 / -1; font-weight: 600; overflow: hidden; text-overflow: ellipsis; white-space: nowrap }
li time { color: var(--soft) } li span { color: var(--soft); overflow: hidden; text-overflow: ellipsis; white-space: nowrap }
.empty { padding: 48px 16px; text-align: center; color: var(--soft) }
.mail { flex: 1; display: flex; flex-direction: column; padding-bottom: 16px; gap: 12px }
.mail .card { flex: 1; display: flex; min-height: 420px } iframe { flex: 1; border: 0; background: #fff; color-scheme: light }
dl { display: grid; grid-template-columns: auto 1fr; gap: 2px 12px; margin: 8px 0 0 } dt { color: var(--soft) } dd { margin: 0; overflow-wrap: anywhere }
nav { display: flex; gap: 8px 16px; flex-wrap: wrap; align-items: center } nav b { font-weight: 600 } .push { margin-left: auto }`;

export function listPage(mails) {
  const rows = mails.map(
    ({
      id,
      subject,
      to,
      at,
      files,
    }) => `<li><a href="/mails/${id}"><strong>${safe(subject) || "(no subject)"}</strong>
      <span>to ${safe(to.join(", "))}${files ? ` · ${count(files, "file")}` : ""}</span>${time(at)}</a></li>`,
  );
  const body = rows.length
    ? `<ul class="card">${rows.join("")}</ul>`
    : `<div class="card empty">No mail yet. What Onaccount sends shows up here.</div>`;
  return page({
    title: rows.length ? `Inbox (${rows.length})` : "Inbox",
    latest: mails[0]?.id ?? 0,
    body: `<header><h1>Local inbox</h1><p>Mail that Onaccount sent. None of it left this machine.</p></header><main>${body}</main>`,
  });
}

export function mailPage(mail, asText) {
  const { id, subject, from, fromName, to, at, html, attachments, replyTo } = mail;
  const text = asText || !html;
  const choice = (name, href, chosen) => (chosen ? `<b>${name}</b>` : `<a href="${href}">${name}</a>`);
  const views = html
    ? choice("Designed", `/mails/${id}`, !text) + choice("Plain text", `/mails/${id}?text`, text)
    : "<b>Plain text</b>";
  const files = attachments
    .filter((file) => !file.inline)
    .map(
      (file) =>
        `<a class="file" href="${file.url}" download>${safe(file.name)}</a> <span>${size(file.size)}</span>`,
    );
  const facts = [
    ["From", safe(fromName ? `${fromName} <${from}>` : from)],
    ...(replyTo ? [["Answers to", safe(replyTo)]] : []),
    ["To", safe(to.join(", "))],
    ["Sent", time(at)],
    ...(files.length ? [["Files", files.join("<br>")]] : []),
  ];
  return page({
    title: subject || "(no subject)",
    body: `<header><p><a href="/">← All mail</a></p><h1>${safe(subject) || "(no subject)"}</h1>
      <dl>${facts.map(([name, value]) => `<dt>${name}</dt><dd>${value}</dd>`).join("")}</dl></header>
      <main class="mail"><nav>${views}<a class="push" href="/mails/${id}/source">Source</a></nav>
      <div class="card"><iframe title="The mail" sandbox="allow-popups allow-popups-to-escape-sandbox"
        src="/mails/${id}/${text ? "text" : "html"}"></iframe></div></main>`,
  });
}

export function closedPage() {
  const body = `<header><h1>This inbox is closed</h1><p>Open it by the link that <code>npm start</code> printed, after
    “Mail it sends”. Once opened, this browser may come back for a month.</p></header>`;
  return page({ title: "Closed", body });
}

export function missingPage() {
  const body = `<header><h1>No such mail</h1><p>It may have made room for newer ones. <a href="/">All mail</a></p></header>`;
  return page({ title: "No such mail", body });
}

/** The mail's own HTML: its links open new tabs, its inline pictures come from its own files, by addresses signed for it. */
export function readableHtml({ html, attachments }, signed) {
  const shown = attachments
    .filter((file) => file.contentId)
    .reduce((whole, file) => whole.replaceAll(`cid:${file.contentId}`, signed(file.url)), html);
  const base = `<base target="_blank">`;
  return /<head[^>]*>/i.test(shown) ? shown.replace(/<head[^>]*>/i, (head) => head + base) : base + shown;
}

export function readableText({ text }) {
  const linked = safe(text).replace(
    /https?:\/\/[^\s<>]+[^\s<>.,;:!?)]/g,
    (url) => `<a href="${url}" target="_blank">${url}</a>`,
  );
  return `<!doctype html><meta charset="utf-8"><pre style="font:14px/20px ui-monospace,monospace;white-space:pre-wrap;margin:16px">${linked}</pre>`;
}

function page({ title, body, latest }) {
  const live = latest === undefined ? "" : `<script>${SCRIPT}</script>`;
  const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${safe(title)}</title><style>${STYLE}</style></head><body data-latest="${latest ?? ""}">${body}${live}</body></html>`;
  return { html, scriptHash };
}

const ENTITIES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
const safe = (text) => String(text ?? "").replace(/[&<>"']/g, (sign) => ENTITIES[sign]);
const WHEN = { month: "short", day: "numeric", hour: "numeric", minute: "2-digit" };
const count = (n, noun) => `${n} ${noun}${n === 1 ? "" : "s"}`;
const size = (bytes) => (bytes < 1024 ? `${bytes} B` : `${Math.round(bytes / 1024)} kB`);
const time = (at) => `<time datetime="${at}">${safe(new Date(at).toLocaleString("en", WHEN))}</time>`;
