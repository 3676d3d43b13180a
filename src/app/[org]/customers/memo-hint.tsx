// What whoever serves this customer should know, in sight wherever one looks at them.
import { StickyNote } from "lucide-react";

export function MemoHint({ memo }: { memo: string }) {
  if (memo === "") return null;
  return (
    <p className="-mt-3 mb-3 flex items-start gap-1.5 text-13 text-soft">
      <StickyNote aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-soon" />
      <span className="sr-only">Memo: </span>
      <span className="line-clamp-2 whitespace-pre-line wrap-anywhere">{memo}</span>
    </p>
  );
}
