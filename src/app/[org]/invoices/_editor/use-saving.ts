"use client";
// Saves the draft by itself and, where a colleague was faster, brings both together: what only they changed follows, what
// both changed is asked. The address becomes the draft's own with the first save.
import { useCallback, useEffect, useState } from "react";
import { mergeEdits } from "@/domain/edits.ts";
import type { Draft } from "@/domain/invoices/draft.ts";
import { draftOf, textsOf, type DraftField } from "@/domain/invoices/draft-edits.ts";
import { inLocale } from "@/domain/invoices/draft-locale.ts";
import { plainApi } from "@/server/client.ts";
import type { Choosing } from "@/ui/edit-conflict.tsx";
import type { EditConflict } from "@/ui/use-edit.ts";
import { commandKey, faultOf, type Fault } from "@/ui/use-command.ts";
import { toDraft } from "../../_shell/links.ts";
import { seenOf } from "./seen-taxes.ts";
import { autosave, type KeptDraft, type SaveState } from "./autosave.ts";

type Saving = {
  org: string;
  kept: KeptDraft | null;
  /** As it was drawn. */
  drawn: Draft;
  /** As it stands on the screen. */
  draft: Draft;
  replace: (draft: Draft) => void;
};

/** What a colleague saved meanwhile. */
type Meanwhile = { version: number; now: Draft; by: string | null };

export function useSaving({ org, kept: given, drawn, draft, replace }: Saving) {
  const [state, setState] = useState<SaveState<Fault>>({ is: "clean" });
  const [kept, setKept] = useState(given);
  const [conflict, setConflict] = useState<EditConflict<DraftField> | null>(null);
  const [chosen, setChosen] = useState<readonly DraftField[]>([]);
  const [waiting, setWaiting] = useState<{ version: number; standing: Draft } | null>(null);
  const [saver] = useState(() =>
    autosave<Fault>(
      {
        start: (sent, key) =>
          plainApi(org).invoiceDrafts.start.mutate({ commandKey: key, draft: sentOf(sent) }),
        save: (at, sent, key) =>
          plainApi(org).invoiceDrafts.save.mutate({ commandKey: key, ...at, draft: sentOf(sent) }),
        newKey: commandKey,
        judge,
        told(now, at) {
          setState(now);
          setKept(at);
          if (now.is === "refused" && now.trouble.code === "changed-meanwhile") bring(now.trouble);
        },
      },
      given,
      drawn,
    ),
  );

  function bring({ details }: Pick<Fault, "details">) {
    const { version, now, by } = details as unknown as Meanwhile;
    const { base, latest } = saver.standing();
    const theirs = inLocale(now, latest.locale);
    const came = mergeEdits({ drawn: textsOf(base), now: textsOf(theirs), typed: textsOf(latest) });
    setConflict({ ...came, by });
    setChosen([]);
    if (came.clashes.length > 0) setWaiting({ version, standing: theirs });
    else goOn({ version, standing: theirs });
    replace(draftOf(latest, came.texts));
  }
  function goOn({ version, standing }: { version: number; standing: Draft }) {
    const { kept: at } = saver.standing();
    if (at) saver.goOn({ draftId: at.draftId, version }, standing);
    setWaiting(null);
    setState({ is: "saved" });
  }
  useEffect(() => saver.typed(draft), [saver, draft]);
  const freshen = useCallback(
    (open: OpenDraft) => {
      const { base, latest } = saver.standing();
      // What was typed meanwhile is newer than what was read.
      if (JSON.stringify(textsOf(latest)) !== JSON.stringify(textsOf(base))) return;
      const standing = inLocale(open.draft, latest.locale);
      saver.goOn(open, standing);
      setKept({ draftId: open.draftId, version: open.version });
      replace(standing);
    },
    [saver, replace],
  );
  useFresh(org, given, freshen);
  useLeaving(saver);
  useOwnAddress(org, kept?.draftId ?? null);

  const choosing: Choosing<DraftField> = {
    editConflict: conflict,
    tries: 0,
    undecided: [],
    chosen,
    texts: textsOf(draft),
    choose(field, text) {
      const now = [...chosen.filter((each) => each !== field), field];
      setChosen(now);
      if (waiting && conflict?.clashes.every((each) => now.includes(each.field))) goOn(waiting);
      replace(draftOf(draft, { ...textsOf(draft), [field]: text }));
    },
  };
  return { state, kept, choosing, isUndecided: waiting !== null, bring, flush: () => saver.flush() };
}

/** Without what the page hangs on its lines. */
const sentOf = (draft: Draft) => {
  const { lines, ...rest } = draftOf(draft, textsOf(draft));
  return { ...rest, lines: [...lines], ...seenOf(rest) };
};

const HALTING = new Set(["changed-meanwhile", "draft-closed", "not-found", "not-allowed"]);

function judge(error: unknown): { trouble: Fault; halts: boolean } | null {
  const { data } = (error ?? {}) as { data?: { httpStatus?: number } | null };
  const trouble = faultOf(error);
  if (!data || (data.httpStatus ?? 500) >= 500 || trouble.code === "busy") return null;
  return { trouble, halts: HALTING.has(trouble.code ?? "") };
}

type Leaving = { flush: () => Promise<unknown>; stop: () => void };

/** Whoever leaves has it saved at once, not a moment later. */
function useLeaving(saver: Leaving) {
  useEffect(() => {
    const leave = () => {
      if (document.visibilityState === "hidden") void saver.flush();
    };
    document.addEventListener("visibilitychange", leave);
    return () => {
      document.removeEventListener("visibilitychange", leave);
      void saver.flush().finally(() => saver.stop());
    };
  }, [saver]);
}

type OpenDraft = KeptDraft & { draft: Draft };

/**
 * Who comes back by the browser's own button is shown the page as it was left, which may be older than the draft, or from
 * before it had an address: what stands now is read, once.
 */
function useFresh(org: string, given: KeptDraft | null, take: (open: OpenDraft) => void) {
  const { draftId, version } = given ?? {};
  useEffect(() => {
    const named = /\/invoices\/drafts\/([0-9a-f-]{36})$/.exec(window.location.pathname)?.[1];
    const id = draftId ?? named;
    if (id === undefined) return;
    let wanted = true;
    const freshen = async () => {
      // What it is refused for is told with the first save.
      const open = await readDraft(org, id);
      if (wanted && open && open.version !== version) take(open);
    };
    void freshen();
    return () => {
      wanted = false;
    };
  }, [org, draftId, version, take]);
}

const readDraft = (org: string, draftId: string): Promise<OpenDraft | null> =>
  plainApi(org)
    .invoiceDrafts.read.query({ draftId })
    .catch(() => null);

function useOwnAddress(org: string, draftId: string | null) {
  useEffect(() => {
    if (draftId === null) return;
    const own = toDraft(org, draftId);
    if (window.location.pathname !== own) window.history.replaceState(null, "", own);
  }, [org, draftId]);
}
