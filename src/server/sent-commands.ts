// What this browser tab sent lately, by content: so that the same form, filled in anew after a lost answer or a reload,
// is the same command, and a payment that was just recorded isn't recorded twice without a word.
/** What the books say of a command. */
export type LookedUp = { state: "recorded"; answer?: unknown; recordedAt: string } | { state: "absent" };

export type Sent = {
  path: string;
  content: string;
  key: string;
  at: number;
  number: string | null;
  warned: boolean;
};

/** Where the list is kept: the tab's own store, or memory in a test. */
export type SentStore = { read: () => Sent[]; write: (all: Sent[]) => void; now: () => number };

/** Money that came or goes: entered twice by mistake more often than on purpose. A counter sells the same all day. */
const WARNED = /^(payments\.record|openCredit\.refund|adjustments\.\w+|earmarks\.add)$/;
const WARN_FOR_MS = 15 * 60_000;
const KEPT = 30;

/** What says that it is the same money again: not what it settles, which differs once the first was recorded. */
const BESIDE = new Set(["commandKey", "seenSeq", "applied", "onAccountApplied"]);
const gistOf = (input: object): string =>
  JSON.stringify(Object.entries(input).filter(([name]) => !BESIDE.has(name)));

export type SentCommands = ReturnType<typeof sentCommands>;

export function sentCommands(store: SentStore) {
  const change = (key: string, part: Partial<Sent>) =>
    store.write(store.read().map((one) => (one.key === key ? { ...one, ...part } : one)));
  return {
    began(path: string, input: object, key: string) {
      const others = store.read().filter((one) => one.key !== key);
      const sent = { path, content: gistOf(input), key, at: store.now(), number: null, warned: false };
      store.write([...others, sent].slice(-KEPT));
    },
    answered: (key: string, number: string | null) => change(key, { number: number ?? "" }),
    forget: (key: string) => store.write(store.read().filter((one) => one.key !== key)),
    warn: (key: string) => change(key, { warned: true }),
    /** The latest with this content, under another key. */
    like({ path, input, commandKey }: Call): Sent | undefined {
      const content = gistOf(input);
      return store
        .read()
        .findLast((one) => one.path === path && one.content === content && one.key !== commandKey);
    },
    isRecent: (one: Sent) => store.now() - one.at < WARN_FOR_MS,
  };
}

type Call = { path: string; input: object; commandKey: string };
type Before = { state: "send"; commandKey: string } | { state: "told"; words: string };

/**
 * Under which key to send: its own, or the one under which the same content was sent without an answer. Where that was
 * recorded, or the same money a few minutes ago, it is said once; sent again, it is a second one.
 */
export async function sentBefore(
  sent: SentCommands,
  call: Call,
  outcome: (key: string) => Promise<LookedUp>,
): Promise<Before> {
  const before = sent.like(call);
  const own: Before = { state: "send", commandKey: call.commandKey };
  if (!before || before.warned) return own;
  if (before.number === null) {
    const found = await outcome(before.key).catch(() => null);
    // Nobody knows: under the old key it is recorded once, whatever became of it.
    if (found?.state !== "recorded") return { state: "send", commandKey: before.key };
    sent.warn(before.key);
    return { state: "told", words: recordedWords("earlier, though its answer got lost", null) };
  }
  if (!WARNED.test(call.path) || !sent.isRecent(before)) return own;
  sent.warn(before.key);
  return { state: "told", words: recordedWords("a few minutes ago", before.number || null) };
}

const recordedWords = (when: string, number: string | null) =>
  `The same was recorded ${when}${number ? ` as ${number}` : ""}. Press the button again only if this is a second one.`;

/** The tab's own store; what can't be kept there is kept for as long as the page lives. */
export function tabStore(org: string): SentStore {
  const place = `onaccount-sent-v1-${org}`;
  const memory = memoryStore();
  const now = () => performance.timeOrigin + performance.now();
  return {
    now,
    read() {
      try {
        return JSON.parse(sessionStorage.getItem(place) ?? "[]") as Sent[];
      } catch {
        return memory.read();
      }
    },
    write(all) {
      try {
        sessionStorage.setItem(place, JSON.stringify(all));
      } catch {
        memory.write(all);
      }
    },
  };
}

export function memoryStore(now = () => 0): SentStore {
  let kept: Sent[] = [];
  return { now, read: () => kept, write: (all) => void (kept = all) };
}
