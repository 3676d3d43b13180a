// Tells the screen of what was recorded though its answer got lost. Apart from the procedures, which a page that only
// listens needn't be sent.

let told: (name: string) => void = () => {};

/** The latest listener hears it. */
export function onRecovered(listener: (name: string) => void): void {
  told = listener;
}

export const tellRecovered = (name: string): void => told(name);
