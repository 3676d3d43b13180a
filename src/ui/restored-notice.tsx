// A form that was left before it was sent says that it is as it was, and how to be rid of it.
import { Button } from "./button.tsx";
import { Notice } from "./notice.tsx";

export function RestoredNotice({ onDiscard }: { onDiscard: () => void }) {
  return (
    <Notice title="What you typed before is still here">
      <p className="mb-2">It wasn’t sent. Go on, or discard it.</p>
      <Button onClick={onDiscard}>Discard it</Button>
    </Notice>
  );
}
