// Every wrong setting or missing thing is told in one clear line with exit code 1, never a stack trace.
export class UserError extends Error {}

/** Runs a command's body; what it throws becomes one line on stderr. LOG_LEVEL=debug shows the stack as well. */
export async function exitOnUserError(body, atTheEnd = async () => {}) {
  try {
    await body();
  } catch (error) {
    const expected = error instanceof UserError;
    console.error(`onaccount: ${expected ? error.message : `unexpected: ${firstLine(error)}`}`);
    if (!expected && process.env.LOG_LEVEL === "debug") console.error(error);
    await atTheEnd();
    process.exit(1);
  }
}

/** The address of a database without its password. */
export function withoutPassword(url) {
  const { hostname, port, pathname } = new URL(url);
  return `${hostname}:${port || 5432}${pathname}`;
}

const REACH = {
  ECONNREFUSED: "nothing listens there",
  ENOTFOUND: "there is no such host",
  EAI_AGAIN: "the host's name could not be looked up",
  CONNECT_TIMEOUT: "it did not answer in time",
  ETIMEDOUT: "it did not answer in time",
  EHOSTUNREACH: "the host cannot be reached",
  CONNECTION_CLOSED: "it closed the connection",
  ECONNRESET: "it closed the connection",
};

/** A database's error as a sentence that names the setting which has to change. */
export function databaseUserError(error, { name, url }) {
  const cause = error?.code ? error : (error?.cause ?? error);
  const code = cause?.code ?? "";
  if (!code) return new UserError(firstLine(cause)); // our own sentence, about whatever it names
  const at = withoutPassword(url);
  const user = decodeURIComponent(new URL(url).username);
  if (REACH[code]) return new UserError(`${name}: no database at ${at}: ${REACH[code]}.`);
  if (code === "28P01") return new UserError(`${name}: ${at} refused the password of "${user}".`);
  if (code === "28000") return new UserError(`${name}: ${at} does not let "${user}" in: ${cause.message}.`);
  if (code === "3D000")
    return new UserError(`${name}: there is no such database at ${at}; \`npm run db:roles\` makes it.`);
  if (code === "22023" || code === "42501")
    return new UserError(`${name}: ${cause.message} (at ${at}); \`npm run db:roles\` prepares the server.`);
  return new UserError(`${name}: ${firstLine(cause)} (at ${at}).`);
}

function firstLine(error) {
  return String(error?.message || error?.code || error).split("\n")[0];
}
