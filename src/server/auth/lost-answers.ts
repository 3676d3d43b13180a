// next-auth takes every failure of ours for "nobody is signed in". What failed is kept beside it here, and told: a
// database that can't be asked has not said no.
import { AsyncLocalStorage } from "node:async_hooks";

type Heard = { failure: unknown };
const heard = new AsyncLocalStorage<Heard>();

/** Our part of next-auth, whose failures are to be told; but not what next-auth itself is to answer. */
export function told<Given extends readonly unknown[], Answer>(
  work: (...given: Given) => Promise<Answer>,
  isAnswer: (error: unknown) => boolean = () => false,
): (...given: Given) => Promise<Answer> {
  return (...given) =>
    work(...given).catch((error: unknown) => {
      const listening = heard.getStore();
      if (listening && !isAnswer(error)) listening.failure ??= error;
      throw error;
    });
}

/** Asks next-auth; what failed in our part is thrown, whatever next-auth made of it. */
export async function askNextAuth<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
  const listening: Heard = { failure: null };
  try {
    const answer = await heard.run(listening, ask);
    if (listening.failure === null) return answer;
  } catch (error) {
    if (listening.failure === null) throw error;
  }
  throw listening.failure;
}
