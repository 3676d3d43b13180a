// The oldest PostgreSQL that the books are kept in, of each major version: the first minor one without the holes that are
// known of those before it (faults E45). Asked where roles are made, where migrations run and where a server starts. No file
// of ours is imported through `@/` here: it also runs under plain Node, before any build.

/** Of each major version its first minor one without a known hole. Later majors are taken as they come. */
export const POSTGRES_FLOORS: Readonly<Record<number, number>> = { 15: 18, 16: 14, 17: 10, 18: 4 };

const majors = Object.keys(POSTGRES_FLOORS).map(Number);
const SAYS = majors.map((major) => `${major}.${POSTGRES_FLOORS[major]}`).join(", ");

/** The question that `postgresFault` takes the answer of. */
export const POSTGRES_VERSION = "select current_setting('server_version_num')::int as version";

/** Why a server of this `server_version_num` isn't taken, in words for the operator; undefined where it is. */
export function postgresFault(version: number): string | undefined {
  const [major, minor] = [Math.floor(version / 10_000), version % 10_000];
  const floor = POSTGRES_FLOORS[major];
  if (floor === undefined ? major > Math.max(...majors) : minor >= floor) return undefined;
  return `the server is PostgreSQL ${major}.${minor}, which has known holes; Onaccount needs ${SAYS} or later`;
}
