// The sign in the corner: three lines of an account and its balance.

export function Mark() {
  return (
    <svg viewBox="0 0 32 32" aria-hidden="true" className="size-6 shrink-0">
      <rect width="32" height="32" rx="7" className="fill-accent" />
      <path
        d="M8 10h16M8 16h10M8 22h5"
        strokeWidth="2.5"
        strokeLinecap="round"
        className="stroke-on-accent"
      />
      <circle cx="22" cy="21" r="3.5" className="fill-age-1" />
    </svg>
  );
}
