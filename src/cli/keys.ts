// Run by `npm run keys`: counts what is sealed with which secret, or seals it anew. Exit code 2: some of it isn't sealed with the newest.
import { closePool } from "@/db/client.ts";
import { countSealed, resealSecrets } from "@/server/reseal-secrets.ts";

const isAnew = process.argv[2] === "reseal";
try {
  const { newest, before, unknown } = await (isAnew ? resealSecrets() : countSealed());
  const many = (count: number) => (count === 1 ? "1 secret" : `${count.toLocaleString("en-US")} secrets`);
  if (isAnew) console.log(`${many(before)} sealed anew; ${newest} already were.`);
  else console.log(`${many(newest)} sealed with the newest key, ${before} with one before it.`);
  if (unknown > 0)
    console.log(
      `${many(unknown)} can't be opened with any key that is here: whoever set them enters them again.`,
    );
  if (!isAnew && before > 0) process.exitCode = 2;
} finally {
  await closePool();
}
