// How guessable a password is, by zxcvbn-ts: commonly used ones, words and names of the language, keyboard runs, dates,
// and whatever the guesser would know of the person. Loaded when somebody chooses a password, and only on the server:
// its dictionaries take 9 MB of disk, 30 MB of memory and half a second the first time.
import { env } from "@/env.ts";

/** 3 of 4: more than 10⁸ guesses, out of reach for whoever has to try them at our door. */
const STRONG_ENOUGH = 3;
/** What stands behind makes no difference any more, and long texts take long. */
const LOOKED_AT = 64;

async function load() {
  const [{ ZxcvbnFactory }, common, english] = await Promise.all([
    import("@zxcvbn-ts/core"),
    import("@zxcvbn-ts/language-common"),
    import("@zxcvbn-ts/language-en"),
  ]);
  return new ZxcvbnFactory({
    dictionary: { ...common.dictionary, ...english.dictionary },
    graphs: common.adjacencyGraphs,
    translations: english.translations,
  });
}

let loaded: ReturnType<typeof load> | undefined;

/** What is wrong with it, for the field it stands in; null when it is strong enough. `about`: what others know of them. */
export async function weakness(password: string, about: readonly string[]): Promise<string | null> {
  loaded ??= load();
  const known = [...about, "onaccount", new URL(env().APP_URL).hostname].flatMap((words) => [
    words,
    ...words.split(/[^\p{L}\p{N}]+/u),
  ]);
  const { score, feedback } = (await loaded).check(
    password.slice(0, LOOKED_AT),
    known.filter((word) => word.length > 2),
  );
  if (score >= STRONG_ENOUGH) return null;
  const why = feedback.warning ?? "This is easy to guess.";
  return [why, feedback.suggestions[0] ?? "Add more words that are less common."].join(" ");
}
