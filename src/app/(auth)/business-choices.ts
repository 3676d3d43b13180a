// What a new business can choose from: currencies by name, the common ones first, and the world's time zones.
import { currencyCodes } from "@/domain/values/money.ts";
import { firstOfThisYear } from "@/server/clock.ts";
import { appHost } from "@/server/wire/app-host.ts";

export type BusinessChoices = {
  host: string;
  startOn: string;
  common: readonly Choice[];
  rest: readonly Choice[];
  zones: readonly string[];
};
export type Choice = { code: string; name: string };

const COMMON = ["USD", "EUR", "GBP", "CAD", "AUD", "NZD", "CHF", "JPY"];

export function businessChoices(): BusinessChoices {
  const names = new Intl.DisplayNames("en", { type: "currency" });
  const choice = (code: string): Choice => ({ code, name: names.of(code) ?? code });
  const rest = [...currencyCodes].filter((code) => !COMMON.includes(code)).map(choice);
  return {
    host: appHost(),
    startOn: firstOfThisYear(),
    common: COMMON.map(choice),
    rest: rest.sort((a, b) => a.name.localeCompare(b.name, "en")),
    zones: ["UTC", ...Intl.supportedValuesOf("timeZone").filter((zone) => zone !== "UTC")],
  };
}
