// The sign in the corner, with our name: three lines of an account and its balance.

export function Mark() {
  return (
    <div className="mb-5 hidden h-6 items-center gap-2 px-2.5 font-semibold desk:flex desk:max-wide:justify-center">
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
      <span className="max-wide:sr-only">Onaccount</span>
    </div>
  );
}
