// Who may look into the local inbox: whoever has the token that `npm start` prints. The link with it leaves a cookie, so
// that the next look needs none; what a mail shows of its own files is signed, since a sealed mail sends no cookie.
import { createHash, createHmac, timingSafeEqual } from "node:crypto";

const MONTH_SECONDS = 30 * 24 * 60 * 60;

const digest = (text) => createHash("sha256").update(text).digest();
const same = (one, other) => timingSafeEqual(digest(one), digest(other));

export function inboxKey({ token, port }) {
  const name = `onaccount.inbox.${port}`;
  const signature = (path) => createHmac("sha256", token).update(path).digest("base64url");
  return {
    /** Of a request's headers. */
    opens: ({ cookie = "", authorization = "" }) => {
      const sent = cookie.split(/;\s*/).find((each) => each.startsWith(`${name}=`));
      const given = sent?.slice(name.length + 1) ?? /^Bearer (.+)$/.exec(authorization)?.[1];
      return given !== undefined && same(given, token);
    },
    isToken: (text) => same(text, token),
    cookie: `${name}=${token}; Max-Age=${MONTH_SECONDS}; Path=/; HttpOnly; SameSite=Strict`,
    signed: (path) => `${path}?key=${signature(path)}`,
    isSigned: (path, key) => key !== null && same(key, signature(path)),
  };
}
