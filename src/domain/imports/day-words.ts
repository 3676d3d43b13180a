// The names of months in the languages that files come in, by their first letters and without marks.
const MONTHS = [
  "jan january januar janvier janv enero ene",
  "feb february februar fevrier fevr fev febrero",
  "mar march marz maerz mrz mars marzo",
  "apr april avril avr abril abr",
  "may mai mayo",
  "jun june juni juin junio",
  "jul july juli juillet juil julio",
  "aug august aout agosto ago",
  "sep sept september septembre septiembre",
  "oct october oktober okt octobre octubre",
  "nov november novembre noviembre",
  "dec december dezember dez decembre diciembre dic",
].map((names) => names.split(" "));

const NUMBERS = new Map(MONTHS.flatMap((names, at) => names.map((name) => [name, at + 1] as const)));

/** 1 to 12; undefined for what is no month. */
export const monthNamed = (word: string): number | undefined =>
  NUMBERS.get(
    word
      .normalize("NFD")
      .replaceAll(/\p{M}|\./gu, "")
      .toLowerCase(),
  );
