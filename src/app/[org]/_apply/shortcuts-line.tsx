// The keys of the payment screen, shown where they work.
const KEY = "rounded-bar border border-line bg-hover px-1.5 font-sans text-12";

export function ShortcutsLine({ does }: { does: string }) {
  return (
    <p className="hidden text-12 text-soft desk:block">
      <kbd className={KEY}>Enter</kbd> next box · <kbd className={KEY}>Ctrl</kbd>{" "}
      <kbd className={KEY}>Enter</kbd> {does}
    </p>
  );
}
