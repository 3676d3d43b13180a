// Saves a draft a moment after the last key, one save behind the other. A save whose answer got lost is sent again as it was,
// under the same key, until an answer comes: so no save is made twice, and no one's own save looks like a colleague's.
import type { Draft } from "@/domain/invoices/draft.ts";
import { textsOf } from "@/domain/invoices/draft-edits.ts";

export type KeptDraft = { draftId: string; version: number };

export type SaveState<Trouble> =
  | { is: "clean" }
  | { is: "typed" }
  | { is: "saving" }
  | { is: "saved" }
  /** It is tried again by itself. */
  | { is: "away" }
  /** It isn't, before something else is typed or decided. */
  | { is: "refused"; trouble: Trouble };

export type Ways<Trouble> = {
  start: (draft: Draft, key: string) => Promise<KeptDraft>;
  save: (kept: KeptDraft, draft: Draft, key: string) => Promise<{ version: number }>;
  newKey: () => string;
  /** null where the answer got lost or the server is away: the same is sent again. */
  judge: (error: unknown) => { trouble: Trouble; halts: boolean } | null;
  told: (state: SaveState<Trouble>, kept: KeptDraft | null) => void;
};

const PAUSE_MS = 700;
const AGAIN_MS = 3000;

type Order = { draft: Draft; text: string; key: string };

const textOf = (draft: Draft): string => JSON.stringify(textsOf(draft));

/** `saved` is the draft as it was drawn. */
export function autosave<Trouble>(ways: Ways<Trouble>, given: KeptDraft | null, saved: Draft) {
  let kept = given;
  let base = saved;
  let savedText = textOf(saved);
  let latest: Draft = saved;
  let order: Order | null = null;
  let running: Promise<void> | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isHalted = false;

  const isClean = () => order === null && textOf(latest) === savedText;
  const wait = (ms: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => void flush(), ms);
  };

  function flush(): Promise<void> {
    clearTimeout(timer);
    running ??= run().finally(() => (running = null));
    return running;
  }

  async function run(): Promise<void> {
    while (!isHalted) {
      const text = textOf(latest);
      if (order === null && text === savedText) return;
      order ??= { draft: latest, text, key: ways.newKey() };
      ways.told({ is: "saving" }, kept);
      try {
        kept = await send(order);
      } catch (error) {
        const judged = ways.judge(error);
        if (judged === null) {
          ways.told({ is: "away" }, kept);
          return wait(AGAIN_MS);
        }
        order = null;
        isHalted = judged.halts;
        return ways.told({ is: "refused", trouble: judged.trouble }, kept);
      }
      base = order.draft;
      savedText = order.text;
      order = null;
      ways.told({ is: isClean() ? "saved" : "typed" }, kept);
    }
  }

  async function send({ draft, key }: Order): Promise<KeptDraft> {
    if (kept === null) return ways.start(draft, key);
    return { draftId: kept.draftId, ...(await ways.save(kept, draft, key)) };
  }

  return {
    /** As it is kept, and as it was typed since. */
    standing: () => ({ kept, base, latest }),
    typed(draft: Draft) {
      latest = draft;
      if (isHalted || isClean()) return;
      if (running === null) ways.told({ is: "typed" }, kept);
      wait(PAUSE_MS);
    },
    /** Saves now what isn't saved yet; answers with what is kept, null where that isn't what was typed. */
    async flush(): Promise<KeptDraft | null> {
      await flush();
      return isClean() ? kept : null;
    },
    /** Somebody decided what shall be: it goes on from what stands now. */
    goOn(now: KeptDraft, standing: Draft) {
      kept = now;
      base = standing;
      savedText = textOf(standing);
      order = null;
      isHalted = false;
    },
    stop() {
      clearTimeout(timer);
    },
  };
}
