// A link that opens nothing, or not now. Never made, expired and withdrawn look alike, so that a guess learns nothing.
import { Link2Off } from "lucide-react";
import { Empty } from "@/ui/empty.tsx";

const WORDS = {
  gone: {
    title: "This link has expired or was withdrawn",
    next: "Ask the business that sent it for a new one. If you typed the address by hand, check that it is complete.",
  },
  busy: {
    title: "This link is being opened very often",
    next: "Wait a minute, then load the page again.",
  },
  away: {
    title: "The statement can’t be shown right now",
    next: "The link is good; it is our database that can’t be reached. Wait a moment, then load the page again.",
  },
};

export function NoStatement({ kind }: { kind: keyof typeof WORDS }) {
  const { title, next } = WORDS[kind];
  return (
    <main className="grid min-h-dvh place-items-center">
      <h1 className="sr-only">{title}</h1>
      <Empty icon={<Link2Off />} title={title}>
        {next}
      </Empty>
    </main>
  );
}
