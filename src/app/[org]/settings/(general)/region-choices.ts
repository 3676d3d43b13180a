// The world's countries by name, and its time zones; the one in force is among them, whatever this version knows.
import type { Region } from "@/domain/business/region.ts";
import { COUNTRIES, countryName } from "@/domain/values/country.ts";
import type { RegionChoices } from "./region.tsx";

export function regionChoices({ zone }: Region): RegionChoices {
  const countries = COUNTRIES.map((code) => ({ code, name: countryName(code) })).sort((a, b) =>
    a.name.localeCompare(b.name, "en"),
  );
  return { countries, zones: [...new Set([zone, "UTC", ...Intl.supportedValuesOf("timeZone")])].sort() };
}
