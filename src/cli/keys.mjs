// `npm run keys`: the secret that everything is signed and sealed with, changed without anything being lost: the one before it stays
// beside the new one, and opens what it made, until it is forgotten.
import { randomBytes } from "node:crypto";
import { UserError } from "./user-error.mjs";
import { openDataDir } from "./datadir.mjs";
import { dataDir } from "./settings.mjs";
import { script } from "./scripts.mjs";

const isOutside = () => Boolean(process.env.AUTH_SECRET);

/** `open`: with the database and the settings for it. */
export async function keys([what = "status", ...rest], { open, openIdle }) {
  const work = { status, rotate, forget }[what];
  if (!work || rest.length > 0)
    throw new UserError("npm run keys -- status, rotate or forget: nothing else is there.");
  return work({ open, openIdle });
}

const ask = (open, how) => open((env) => script("src/cli/keys.ts", [how], env));

const status = async ({ open }) => {
  const code = await ask(open, "status");
  return code === 2 ? 0 : code;
};

async function rotate({ open, openIdle }) {
  if (isOutside()) {
    if (!process.env.AUTH_SECRET_BEFORE)
      throw new UserError(
        "AUTH_SECRET is set by you. Start every copy with the new secret there and this one in AUTH_SECRET_BEFORE, then run this again.",
      );
    return ask(open, "reseal");
  }
  return openIdle((env) => {
    const data = openDataDir(dataDir());
    const { authSecret: old, before = [] } = data.secrets();
    const authSecret = randomBytes(32).toString("base64url");
    // Kept before anything is sealed with it: cut off here, both open everything.
    data.keepAuthSecrets({ authSecret, before: [old, ...before] });
    const ring = { AUTH_SECRET: authSecret, AUTH_SECRET_BEFORE: [old, ...before].join(",") };
    return script("src/cli/keys.ts", ["reseal"], { ...env, ...ring });
  });
}

async function forget({ open, openIdle }) {
  const code = await ask(isOutside() ? open : openIdle, "status");
  if (code === 2) throw new UserError("something is still sealed with a key before: npm run keys -- rotate.");
  if (code !== 0) return code;
  const goes = "Links to stop mails, bounced mails and hooks from before the last change are known no more.";
  if (isOutside()) console.log(`AUTH_SECRET_BEFORE can be taken away. ${goes}`);
  else {
    const data = openDataDir(dataDir());
    data.keepAuthSecrets({ authSecret: data.secrets().authSecret, before: [] });
    console.log(`The keys before are forgotten. ${goes}`);
  }
  return 0;
}
