// How much of something is used up, as a bar with the words beside it; past the end it is full and red.
export function Meter({ percent, words }: { percent: number; words: string }) {
  return (
    <span className="block pt-1">
      <svg
        viewBox="0 0 100 6"
        preserveAspectRatio="none"
        aria-hidden="true"
        className="mb-1 block h-1.5 w-full rounded-bar"
      >
        <rect width="100" height="6" className="fill-line" />
        <rect
          width={Math.min(100, percent)}
          height="6"
          className={percent > 100 ? "fill-late" : "fill-accent"}
        />
      </svg>
      <span className={percent > 100 ? "text-late" : undefined}>{words}</span>
    </span>
  );
}
