// Which database fits which program: both are lists of migrations and functions with their hashes. The order of the
// migrations counts, and neither side may have one that the other doesn't.

export type Version = {
  migrations: readonly { tag: string; hash: string }[];
  functions: readonly { name: string; hash: string }[];
};

/** What a database says was applied. `older`: it was made before the migrations were put together for the first release. */
export type Applied = Version & { older: boolean };

const OLDER =
  "the database was made by a version from before the first release, which this one can't bring up to date";

/** Why what a database has can't have come from the program's files; undefined where only later ones are missing. */
export function conflict(program: Version, database: Applied): string | undefined {
  if (database.older) return OLDER;
  const known = new Map(program.migrations.map(({ tag, hash }) => [tag, hash]));
  for (const { tag, hash } of database.migrations) {
    const ours = known.get(tag);
    if (ours === undefined) return `the database has the migration ${tag}, which this version doesn't know`;
    if (ours !== hash) return `the migration ${tag} was changed after it was applied`;
  }
  return outOfOrder(program, database);
}

function outOfOrder(program: Version, database: Version): string | undefined {
  const there = database.migrations.map(({ tag }) => tag);
  const wanted = program.migrations.slice(0, there.length).map(({ tag }) => tag);
  const at = wanted.findIndex((tag, place) => there[place] !== tag);
  if (at < 0) return undefined;
  return there.includes(wanted[at] ?? "")
    ? `the migration ${there[at]} was applied before ${wanted[at]}, which comes first`
    : `the migration ${wanted[at]} is missing, though ${there.at(-1)} after it was applied`;
}

/** The program's migrations that a database of no conflict has yet to get. */
export function pending<M>(program: { migrations: readonly M[] }, database: Version): M[] {
  return program.migrations.slice(database.migrations.length);
}

/** The program's functions that a database hasn't or has otherwise. */
export function changed<F extends { name: string; hash: string }>(
  program: { functions: readonly F[] },
  database: Version,
): F[] {
  const there = new Map(database.functions.map(({ name, hash }) => [name, hash]));
  return program.functions.filter(({ name, hash }) => there.get(name) !== hash);
}

/** The database's functions that the program has no file of any more. */
export function gone(program: Version, database: Version): string[] {
  const wanted = new Set(program.functions.map(({ name }) => name));
  return database.functions.map(({ name }) => name).filter((name) => !wanted.has(name));
}

/** What keeps this program from serving on that database, in words for the operator. */
export function unfit(program: Version, database: Applied): string[] {
  const clash = conflict(program, database);
  if (clash) return [clash];
  const faults: [string, string[]][] = [
    ["the database is not migrated: it lacks", pending(program, database).map(({ tag }) => tag)],
    [
      "the database has other functions than this version:",
      changed(program, database).map(({ name }) => name),
    ],
    ["the database has functions that this version doesn't know:", gone(program, database)],
  ];
  return faults.filter(([, names]) => names.length > 0).map(([says, names]) => `${says} ${some(names)}`);
}

/** The first few names of a list in a sentence. */
export const some = (names: readonly string[]) =>
  names.slice(0, 3).join(", ") + (names.length > 3 ? ` and ${names.length - 3} more` : "");
