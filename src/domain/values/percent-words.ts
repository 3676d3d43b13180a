// Percent as a business writes it: "6.25%" in the United States, "6,25 %" in Germany, with the blank that doesn't break.

/** Of percent as they are kept ("6.25"), digit by digit. `isSigned`: more and less than before are told apart by their sign. */
export const formatPercent = (percent: string | number, locale: string, { isSigned = false } = {}): string =>
  new Intl.NumberFormat(locale, {
    style: "percent",
    maximumFractionDigits: 6,
    numberingSystem: "latn",
    signDisplay: isSigned ? "exceptZero" : "auto",
  })
    .format(`${percent}e-2` as Intl.StringNumericLiteral)
    // One kind of blank, whichever a browser's tables have: its page is the one that the server drew.
    .replace(/\s/gu, "\u00a0");
