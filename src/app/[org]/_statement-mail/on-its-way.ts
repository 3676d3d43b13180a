// What is said of a mail that was asked for: where none goes out from this copy, it isn't on its way.

/** "Statement S-1 is on its way to ann@…", or what is so. */
export const onItsWay = (what: string, to: readonly string[], goesOut: boolean): string =>
  goesOut
    ? `${what} is on its way to ${to.join(" and ")}`
    : `${what} waits: no mail goes out yet. It goes to ${to.join(" and ")} by itself once it does.`;
