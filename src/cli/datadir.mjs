// DATA_DIR: everything one copy of Onaccount keeps on this machine. Its lock says who uses it now,
// secrets.json (0600) the passwords nobody has to know, running.json (0600) where the running copy answers.
import { randomBytes } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { UserError } from "./user-error.mjs";
import { isAlive, myself, tryHold } from "./lock.mjs";

export function openDataDir(dir) {
  try {
    fs.mkdirSync(dir, { recursive: true, mode: 0o700 });
    fs.accessSync(dir, fs.constants.W_OK);
  } catch (error) {
    throw new UserError(
      `DATA_DIR ${dir} can't be used: ${error.code === "EEXIST" ? "it is a file" : error.code}.`,
    );
  }
  const at = (name) => path.join(dir, name);
  return {
    dir,
    at,
    tryHold: () => tryHold(at("lock")),
    secrets: () => readSecrets(at),
    /** The newest secret, and those that still open what they made. */
    keepAuthSecrets: ({ authSecret, before }) =>
      writeJson(at("secrets.json"), { ...readSecrets(at), authSecret, before }),
    /** The copy that runs here now, or null. */
    running: () => {
      const said = readJson(at("running.json"));
      return said && isAlive(said) ? said : null;
    },
    tellRunning: (facts) => writeJson(at("running.json"), { ...myself(), ...facts }),
    forgetRunning: () => fs.rmSync(at("running.json"), { force: true }),
    /** The database keeps its port from one start to the next, where it can. */
    ports: () => readJson(at("ports.json")) ?? {},
    rememberPorts: (ports) => writeJson(at("ports.json"), ports),
    log: (name) => openLog(at(`logs/${name}.log`)),
  };
}

function readSecrets(at) {
  const known = readJson(at("secrets.json"));
  if (known?.inboxToken) return known;
  if (known) {
    // Made before the inbox asked for a token.
    const secrets = { ...known, inboxToken: secret() };
    writeJson(at("secrets.json"), secrets);
    return secrets;
  }
  if (fs.existsSync(at("pg")))
    throw new UserError(
      `${at("secrets.json")} is gone; without its passwords the database in ${at("pg")} stays shut.`,
    );
  const passwords = { postgres: secret(), migrator: secret(), app: secret(), backup: secret() };
  const authSecret = randomBytes(32).toString("base64url");
  const secrets = { authSecret, passwords, inboxToken: secret() };
  writeJson(at("secrets.json"), secrets);
  return secrets;
}

const secret = () => randomBytes(24).toString("base64url");

const LOG_KEEPS = 10 * 1024 * 1024;

/** A full log makes room at the next start; the one before it is kept. */
function openLog(file) {
  fs.mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  if (fs.existsSync(file) && fs.statSync(file).size > LOG_KEEPS) fs.renameSync(file, `${file}.1`);
  return file;
}

function readJson(file) {
  try {
    return JSON.parse(fs.readFileSync(file, "utf8"));
  } catch (error) {
    if (error.code === "ENOENT") return null;
    throw new UserError(`${file} can't be read: ${error.message}`);
  }
}

function writeJson(file, value) {
  const draft = `${file}.${process.pid}`;
  fs.writeFileSync(draft, `${JSON.stringify(value, null, 2)}\n`, { mode: 0o600 });
  fs.renameSync(draft, file);
}
