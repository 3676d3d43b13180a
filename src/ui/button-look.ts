// What buttons and the links beside them look like.

/** "item" is one of a menu. */
export type ButtonVariant = "primary" | "plain" | "quiet" | "danger" | "item";

const SHAPE =
  "inline-flex min-h-9 items-center justify-center gap-2 whitespace-nowrap rounded-control border px-3 " +
  "text-14 font-medium transition-colors touch:min-h-11 disabled:cursor-default disabled:opacity-60 aria-disabled:cursor-default aria-disabled:opacity-60 " +
  "[&_svg]:size-4 [&_svg]:shrink-0";

const LOOKS: Record<Exclude<ButtonVariant, "item">, string> = {
  primary:
    "border-accent bg-accent text-on-accent not-disabled:hover:border-accent-deep not-disabled:hover:bg-accent-deep",
  plain: "border-line bg-card text-ink not-disabled:hover:bg-hover",
  quiet: "border-transparent bg-transparent text-accent not-disabled:hover:bg-hover",
  danger: "border-late bg-card text-late not-disabled:hover:bg-late-wash",
};

/** What an item in a menu looks like; for links and buttons alike. */
export const MENU_ITEM =
  "flex w-full min-h-9 items-center gap-2 rounded-control px-2.5 text-left text-14 hover:bg-hover touch:min-h-11 " +
  "aria-disabled:opacity-60 [&_svg]:size-4 [&_svg]:shrink-0 [&_svg]:text-soft";

export const lookOf = (variant: ButtonVariant): string =>
  variant === "item" ? MENU_ITEM : `${SHAPE} ${LOOKS[variant]}`;
