// The sign over the door: three lines of an account and its balance, and the name.

export function Wordmark() {
  return (
    <p className="flex items-center gap-2.5 text-16 font-semibold">
      <svg viewBox="0 0 32 32" aria-hidden="true" className="size-8">
        <rect width="32" height="32" rx="7" fill="#1f5f4a" />
        <path d="M8 10h16M8 16h10M8 22h5" stroke="#fff" strokeWidth="2.5" strokeLinecap="round" fill="none" />
        <circle cx="22" cy="21" r="3.5" fill="#e9d393" />
      </svg>
      Onaccount
    </p>
  );
}
