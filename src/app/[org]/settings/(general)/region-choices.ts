// The world's countries by name, and its time zones; the one in force is among them, whatever this version knows.
import type { Region } from "@/domain/business/region.ts";
import { isCountry } from "@/domain/business/settings.ts";
import type { RegionChoices } from "./region.tsx";

const LETTERS = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];

export function regionChoices({ zone }: Region): RegionChoices {
  const names = new Intl.DisplayNames("en", { type: "region" });
  const countries = LETTERS.flatMap((one) => LETTERS.map((two) => `${one}${two}`))
    .filter(isCountry)
    .map((code) => ({ code, name: names.of(code) ?? code }))
    .sort((a, b) => a.name.localeCompare(b.name, "en"));
  return { countries, zones: [...new Set([zone, "UTC", ...Intl.supportedValuesOf("timeZone")])].sort() };
}
