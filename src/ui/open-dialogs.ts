// Which dialogs are open, the last on top, each by the place that it has for what must be seen meanwhile: what lies outside
// of an open dialog can be neither seen nor reached.
let open: readonly HTMLElement[] = [];
const listeners = new Set<() => void>();

function change(next: readonly HTMLElement[]) {
  open = next;
  for (const listener of listeners) listener();
}

export const openedDialog = (place: HTMLElement): void => change([...open, place]);
export const closedDialog = (place: HTMLElement): void => change(open.filter((each) => each !== place));

export const placeOnTop = (): HTMLElement | null => open.at(-1) ?? null;

export function onDialogs(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
