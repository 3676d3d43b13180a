// Where the local inbox keeps its mails: each as it came (.eml) beside a summary (.json), so that a
// restart loses none. The oldest make room for the newest.
import fs from "node:fs";
import path from "node:path";
import PostalMime from "postal-mime";

const KEPT = 500;

export function openMails(dir) {
  fs.mkdirSync(dir, { recursive: true, mode: 0o700 });
  const at = (id, ending) => path.join(dir, `${String(id).padStart(6, "0")}.${ending}`);
  const summaries = readSummaries(dir); // newest first
  const forget = ({ id }) => ["eml", "json"].forEach((ending) => fs.rmSync(at(id, ending), { force: true }));
  const parse = async (id) =>
    PostalMime.parse(fs.readFileSync(at(id, "eml")), { attachmentEncoding: "arraybuffer" });

  return {
    list: () => summaries,

    async add(raw, envelope) {
      const parsed = await PostalMime.parse(raw);
      const summary = {
        id: (summaries[0]?.id ?? 0) + 1,
        at: new Date().toISOString(),
        from: parsed.from?.address ?? envelope.from,
        fromName: parsed.from?.name ?? "",
        to: envelope.to,
        subject: parsed.subject ?? "",
        files: parsed.attachments.filter((file) => !isInline(file)).length,
      };
      fs.writeFileSync(at(summary.id, "eml"), raw, { mode: 0o600 });
      fs.writeFileSync(at(summary.id, "json"), JSON.stringify(summary), { mode: 0o600 });
      summaries.unshift(summary);
      summaries.splice(KEPT).forEach(forget);
    },

    /** The whole mail; its files only by name, type and size. */
    async read(id) {
      const summary = summaries.find((mail) => mail.id === id);
      if (!summary) return undefined;
      const { html, text, attachments, replyTo } = await parse(id);
      const files = attachments.map((file, index) => ({
        ...describe(file, index),
        url: `/mails/${id}/files/${index}`,
      }));
      return {
        ...summary,
        replyTo: replyTo?.[0]?.address,
        html: html ?? "",
        text: text ?? "",
        attachments: files,
      };
    },

    async file(id, index) {
      const found = (await parse(id)).attachments[index];
      return found && { ...describe(found, index), content: Buffer.from(found.content) };
    },

    source: (id) => fs.readFileSync(at(id, "eml")),

    clear() {
      const all = summaries.splice(0);
      all.forEach(forget);
      return { removed: all.length };
    },
  };
}

function readSummaries(dir) {
  return fs
    .readdirSync(dir)
    .filter((name) => name.endsWith(".json"))
    .sort()
    .reverse()
    .flatMap((name) => {
      try {
        return [JSON.parse(fs.readFileSync(path.join(dir, name), "utf8"))];
      } catch {
        return []; // cut off by a power loss while it came in
      }
    });
}

const isInline = (file) => file.disposition === "inline" && Boolean(file.contentId);

function describe(file, index) {
  const contentId = file.contentId?.replace(/^<|>$/g, "");
  const size = Buffer.from(file.content).length;
  return {
    name: file.filename || `file-${index + 1}`,
    type: file.mimeType,
    size,
    contentId,
    inline: isInline(file),
  };
}
