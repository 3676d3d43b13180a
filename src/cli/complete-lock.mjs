// Run after each `npm install` that changed the lock. A registry mirror may lack a package's build for some
// platform; npm then leaves that optional package out of package-lock.json, and `npm ci` refuses the lock
// ("Missing … from lock file"). This writes those entries in, bound to their platform, so that npm asks
// for them only there.
import fs from "node:fs";
import path from "node:path";

const SYSTEMS = [
  "android",
  "darwin",
  "freebsd",
  "linux",
  "netbsd",
  "openbsd",
  "openharmony",
  "sunos",
  "aix",
  "win32",
];
const PROCESSORS = [
  "arm64",
  "x64",
  "ia32",
  "arm",
  "ppc64",
  "riscv64",
  "s390x",
  "loong64",
  "mips64el",
  "wasm32",
];
const OTHER_NAMES = { windows: "win32", win: "win32", armv7: "arm", arm64ec: "arm64" };

for (const file of process.argv.length > 2
  ? process.argv.slice(2)
  : ["package-lock.json", "src/cli/node/package-lock.json"])
  console.log(`${file}: ${complete(path.resolve(file))} entries added`);

function complete(file) {
  const lock = JSON.parse(fs.readFileSync(file, "utf8"));
  const before = Object.keys(lock.packages).length;
  for (const [at, owner] of Object.entries(lock.packages))
    for (const [name, range] of Object.entries(owner.optionalDependencies ?? {}))
      if (!placesFor(name, at).some((place) => lock.packages[place]))
        lock.packages[`node_modules/${name}`] = entryFor(name, range, owner);
  const sorted = Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1));
  lock.packages = Object.fromEntries(sorted);
  fs.writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
  return sorted.length - before;
}

/** Where Node would find `name` from the package at `at`, nearest first. */
function placesFor(name, at) {
  const place = `${at ? `${at}/` : ""}node_modules/${name}`;
  if (!at) return [place];
  return [place, ...placesFor(name, at.replace(/\/?node_modules\/(@[^/]+\/)?[^/]+$/, ""))];
}

/** The platform is written in the name: @next/swc-linux-arm64-musl. */
function entryFor(name, range, owner) {
  const version = String(range).replace(/^[\^~=v]+/, "");
  if (!/^\d+\.\d+\.\d+/.test(version)) throw new Error(`${name}@${range}: no single version to write down`);
  const words = name
    .split("/")
    .pop()
    .split(/[-.]/)
    .map((word) => OTHER_NAMES[word] ?? word);
  const os = SYSTEMS.filter((system) => words.includes(system));
  const cpu = PROCESSORS.filter((processor) => words.includes(processor));
  const libc = words.some((word) => word.startsWith("musl"))
    ? ["musl"]
    : words.some((word) => word.startsWith("gnu"))
      ? ["glibc"]
      : [];
  return {
    version,
    ...((owner.dev || owner.devOptional) && { dev: true }),
    optional: true,
    ...((os.length > 0 || cpu.length === 0) && { os: os.length > 0 ? os : ["none"] }), // "none": no machine we know
    ...(cpu.length > 0 && { cpu }),
    ...(libc.length > 0 && { libc }),
  };
}
