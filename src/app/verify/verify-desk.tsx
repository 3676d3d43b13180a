"use client";
// The box for the files, and below it what is to be said of each.
import { useEffect, useId, useRef, useState } from "react";
import type { Language } from "@/domain/language/language.ts";
import { verifyWords } from "@/domain/language/verify-words.ts";
import type { Contradiction } from "@/domain/statements/verify-statement.ts";
import { FILE_BOX } from "@/ui/file-box.ts";
import { Notice } from "@/ui/notice.tsx";
import { useEarlyFiles } from "@/ui/use-early-files.ts";
import { keepForOffline } from "./offline.ts";
import { PaperCard, type Paper } from "./paper-card.tsx";

const checks = () => import("./checks.ts");

/** As many as are read in one go. */
const MOST = 50;

export function VerifyDesk({ language }: { language: Language }) {
  const say = verifyWords(language);
  const [papers, setPapers] = useState<readonly Paper[]>([]);
  const [contradictions, setContradictions] = useState<readonly Contradiction[]>([]);
  const [isReading, setReading] = useState(false);
  const [isKept, setKept] = useState(false);
  const [isOver, setOver] = useState(false);
  const turn = useRef(0);
  const hint = useId();
  useEffect(() => {
    void keepForOffline().then(setKept);
  }, []);

  async function take(files: FileList | null): Promise<void> {
    if (!files || files.length === 0) return;
    const mine = ++turn.current;
    setReading(true);
    const chosen = [...files].slice(0, MOST);
    const { compareStatements } = await checks();
    const read: Paper[] = [];
    for (const file of chosen) read.push(await paperOf(file));
    if (mine !== turn.current) return;
    setPapers(read);
    const checked = read.flatMap(({ verified }) => (verified.kind === "checked" ? [verified] : []));
    setContradictions(compareStatements(checked));
    setReading(false);
  }

  const input = useEarlyFiles((files) => void take(files));

  async function askAgain(at: number): Promise<void> {
    const paper = papers[at];
    if (paper?.verified.kind !== "checked") return;
    const answer = await (await checks()).askStanding(paper.verified);
    setPapers((all) => all.map((each, index) => (index === at ? { ...each, answer } : each)));
  }

  return (
    <>
      <label
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          void take(event.dataTransfer.files);
        }}
        className={`grid cursor-pointer justify-items-center gap-2 rounded-card border border-dashed px-4 py-8 text-center ${isOver ? "border-accent bg-hover" : "border-edge bg-card"}`}
      >
        <span className="font-medium">{say.choose}</span>
        <input
          ref={input}
          type="file"
          multiple
          accept=".pdf,.json,application/pdf,application/json"
          aria-describedby={hint}
          onChange={(event) => {
            void take(event.target.files);
          }}
          className={FILE_BOX}
        />
        <span id={hint} className="max-w-prose text-13 text-soft">
          {say.hint}
        </span>
      </label>
      <p className="mt-2 min-h-5 text-13 text-soft">{isKept ? say.worksOffline : null}</p>
      <div aria-live="polite" className="mt-4 grid gap-4">
        {isReading ? <p className="text-soft">{say.reading}</p> : null}
        {contradictions.length > 0 ? <Contradictions language={language} all={contradictions} /> : null}
        {papers.map((paper, index) => (
          <PaperCard
            key={index}
            language={language}
            paper={paper}
            askAgain={() => {
              void askAgain(index);
            }}
          />
        ))}
      </div>
    </>
  );
}

/** Of one that contradicts itself the books are not asked: they know no such seal. */
async function paperOf(file: File): Promise<Paper> {
  const { askStanding, readPaper } = await checks();
  const verified = await readPaper(file);
  const isWhole = verified.kind === "checked" && verified.faults.length === 0;
  return { name: file.name, verified, answer: isWhole ? await askStanding(verified) : null };
}

function Contradictions({ language, all }: { language: Language; all: readonly Contradiction[] }) {
  const say = verifyWords(language);
  return (
    <Notice tone="late" title={say.contradict}>
      {all.map((each) => (
        <p key={JSON.stringify(each)}>
          {each.kind === "statement"
            ? say.otherStatement(each.number, each.toldBy)
            : say.otherEvent(each.eventId, ...each.numbers)}
        </p>
      ))}
    </Notice>
  );
}
