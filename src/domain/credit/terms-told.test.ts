// Terms that a customer reads in their own language say what the code says.
import { expect, test } from "vitest";
import { termsTold } from "./terms-told.ts";

test.each([
  ["net-30", "Net 30", "30 Tage netto", "30 jours nets", "30 días netos"],
  ["net-0", "Immediate", "sofort", "à réception", "al contado"],
  ["eom", "End of month", "zum Monatsende", "fin de mois", "a fin de mes"],
  [
    "day-10",
    "Day 10 of next month",
    "zum 10. des Folgemonats",
    "le 10 du mois suivant",
    "el día 10 del mes siguiente",
  ],
  [
    "day-31",
    "Last day of next month",
    "zum Ende des Folgemonats",
    "fin du mois suivant",
    "a fin del mes siguiente",
  ],
  [
    "net-30-2-10",
    "2/10 net 30",
    "2\u00a0% Skonto innerhalb von 10 Tagen, 30 Tage netto",
    "2\u00a0% d’escompte sous 10 jours, 30 jours nets",
    "2\u00a0% de descuento en 10 días, 30 días netos",
  ],
  ["whim", "whim", "whim", "whim", "whim"],
])("%s", (code, en, de, fr, es) => {
  expect(
    (["en", "de", "fr", "es"] as const).map((language) => termsTold(code, { language, locale: language })),
  ).toEqual([en, de, fr, es]);
});
