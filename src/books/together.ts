// Two statements sent one behind the other, without waiting for the first: what the first is refused for is what is told.

/** The answer of `second`; `first` has to succeed before it counts. */
export async function oneBehindTheOther<T>(first: Promise<unknown>, second: Promise<T>): Promise<T> {
  // It fails with the first one, and nobody else needs to hear of that.
  second.catch(() => {});
  await first;
  return second;
}
