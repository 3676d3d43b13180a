// Every address that somebody outside can ask by something they know (a link, a code, a secret), and every file route that
// changes something, has its case: a test that another business's, or one that was made up, leads nowhere (issue 13). What is
// there is discovered from src/app, so a new door without a case fails. Pages and files of a member are swept by
// e2e/keeps-tenants-apart.spec.ts, procedures and the API by src/server/doors-ids.db.test.ts and src/server/rest/door-ids.db.test.ts.
import fs from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { SRC } from "./tidy-sources.ts";

const SIGN = `src/server/sign-link.db.test.ts “an address that we didn’t write opens nothing, and neither does another business’s request under ours”`;
const STOP = `src/server/mail-stop.db.test.ts “a scanner's GET changes nothing, nor does a POST that says nothing or a key of nobody's”`;
const OF_STRIPE = `src/server/online/hears-of-stripe.db.test.ts “a stranger's form, another link's payment and another business's keys lead nowhere”`;
const OF_LINK = `e2e/keeps-tenants-apart.spec.ts “a statement's link opens nothing of another customer, or of another business”`;

/** By address: the test of it. */
const CASES: Readonly<Record<string, string>> = {
  "/api/auth/[...nextauth]": `e2e/keeps-the-door.spec.ts “of next-auth's own addresses only the useful ones are there”`,
  "/api/docs/[noun]": `src/server/rest/openapi.test.ts “nothing of how it is inside is in it”`,
  "/api/mail/bounces/[secret]": `src/server/bounces.db.test.ts “what isn't sealed by us, or is of somebody else, changes nothing”`,
  "/api/stripe/[business]": `src/server/online/hears-of-stripe.db.test.ts “a webhook that is signed wrongly, too old, or for another business is refused, and nothing of it is kept”`,
  "/api/trpc/[org]/[trpc]": `src/server/doors-ids.db.test.ts “others' ids and ones that never were are answered alike, and change nothing”`,
  "/api/v1/[...path]": `src/server/rest/door-ids.db.test.ts “another business's ids are answered like ones that never were, and change nothing”`,
  "/apply/[business]/[code]": `src/server/apply.db.test.ts “no business, a wrong code and a closed door are one answer”`,
  "/apply/[business]/[code]/send": `src/server/apply.db.test.ts “a form from elsewhere, of another link, or of none is refused”`,
  "/apply/[business]/sent/[token]": `src/server/apply.db.test.ts “what was sent is seen by nobody who has another's address, or another business's”`,
  "/s/[token]": `src/server/shared-paper.db.test.ts “unknown, mangled, expired and withdrawn links answer alike”`,
  "/s/[token]/account": OF_LINK,
  "/s/[token]/invoices/[invoice]": `src/server/shared-account.db.test.ts “an invoice of its customer opens; a neighbour's and another business's are not found”`,
  "/s/[token]/invoices/[invoice]/pdf": OF_LINK,
  "/s/[token]/payments/[payment]": OF_STRIPE,
  "/s/[token]/pdf": OF_LINK,
  "/s/[token]/reconcile": OF_LINK,
  "/s/[token]/answers/[answer]": `src/server/link-answers.db.test.ts “another customer's invoice, another business's, and any beside an invoice's own link are not found”`,
  "/s/[token]/autopay": OF_STRIPE,
  "/s/[token]/pay": OF_STRIPE,
  "/s/[token]/check": `src/server/link-check.db.test.ts “a pass is for its own link, unbent, and for half an hour”`,
  "/s/[token]/fresh": `src/server/fresh-link.db.test.ts “one that opens, was withdrawn, was in no mail, or never was, sends nothing”`,
  "/s/override/[token]": `src/server/override-link.db.test.ts “a link that was made up opens nothing”`,
  "/s/override/[token]/now": `src/server/override-link.db.test.ts “a form from another site is refused”`,
  "/s/sign/[token]": SIGN,
  "/s/sign/[token]/now": SIGN,
  "/s/stop/[key]": STOP,
  "/s/stop/[key]/now": STOP,
  "/verify/issued": `src/server/ask-issued.db.test.ts “a guess hears the same, whether there is such a business or not”`,
  "/[org]/attachments": `src/server/attachments.db.test.ts “another business's receipt can't be attached to”`,
  "/[org]/attachments/[attachment]": `src/server/attachments.db.test.ts “another business's file, and one that was removed, isn't there”`,
  "/[org]/import/files": `src/server/imports.db.test.ts “to a stranger the business isn't there, nor its files”`,
  "/[org]/settings/branding/logo": `src/server/branding-files.db.test.ts “who may not is refused, and so is what isn't from our own pages”`,
  "/[org]/settings/branding/preview": `src/server/branding-files.db.test.ts “what can't be printed, who may not, and other people's pages are refused”`,
};

/** Outside of a business and by something that is in the address; or a change, wherever it is. */
const doors = fs
  .readdirSync(path.join(SRC, "app"), { recursive: true, encoding: "utf8" })
  .map((name) => name.replaceAll(path.sep, "/"))
  .filter((file) => /(^|\/)(page\.tsx|route\.ts)$/.test(file))
  .filter((file) => {
    const text = fs.readFileSync(path.join(SRC, "app", file), "utf8");
    const changes = /\bexport\b[^;]*\b(POST|PUT|PATCH|DELETE)\b/.test(text);
    return changes || (!file.startsWith("[org]") && file.includes("["));
  })
  .map((file) => `/${path.posix.dirname(file).replaceAll(/\([^)]*\)\/?/g, "")}`);

test("every door to the outside has its case, and every case its door", () => {
  expect([...new Set(doors)].sort()).toEqual(Object.keys(CASES).sort());
});

test.each(Object.entries(CASES))("%s: its test is there", (_door, named) => {
  const [, file = "", title = ""] = /^(\S+) “(.+)”$/.exec(named) ?? [];
  const text = fs.readFileSync(path.join(SRC, "..", file), "utf8");
  expect(text).toContain(`"${title}"`);
});
