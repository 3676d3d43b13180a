// `npm run books:crash`, `books:guards`, `books:model`: the long proofs, each with the database that it needs.
import { exitOnUserError } from "../user-error.mjs";
import { script } from "../scripts.mjs";
import { ensureNode } from "../toolchain.mjs";

const [proof, ...words] = process.argv.slice(2);
let stop = async () => {};

/** The crash starts and kills servers of its own. */
const PROOFS = {
  crash: () => script("src/cli/proofs/crash.ts", words),
  guards: () => withTestDatabase((env) => script("src/cli/proofs/guards.ts", words, env)),
  model: () => withScratch((env) => script("src/cli/proofs/model.ts", words, env)),
};

await exitOnUserError(
  async () => {
    await ensureNode();
    const code = await PROOFS[proof]();
    await stop();
    process.exit(code);
  },
  () => stop(),
);

async function withScratch(work) {
  const scratch = await (await import("../bench/scratch.mjs")).startScratch();
  stop = scratch.stop;
  return work(scratch.env);
}

/** The database of the tests, with its administrator. */
async function withTestDatabase(work) {
  stop = (await (await import("../test-database.mjs")).default()) ?? stop;
  const { ADMIN_DATABASE_URL, DATABASE_URL, MIGRATOR_DATABASE_URL } = process.env;
  return work({ ADMIN_DATABASE_URL, DATABASE_URL, MIGRATOR_DATABASE_URL });
}
