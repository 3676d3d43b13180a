// Statements sent one behind the other, without waiting for the first: what the first is refused for is what is told.

/** The answer of `second`; `first` has to succeed before it counts. */
export async function pipelined<T>(first: Promise<unknown>, second: Promise<T>): Promise<T> {
  // It fails with the first one, and nobody else needs to hear of that.
  second.catch(() => {});
  await first;
  return second;
}

/** All answers; the first that fails is the one that is told. */
export async function inSequence<T extends readonly unknown[]>(
  statements: readonly [...{ [At in keyof T]: Promise<T[At]> }],
): Promise<T> {
  for (const each of statements) each.catch(() => {});
  const answers: unknown[] = [];
  for (const each of statements) answers.push(await each);
  return answers as unknown as T;
}
