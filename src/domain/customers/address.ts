// An address in parts, and as the post of its country writes it: the order of lines by Google's libaddressinput (its data in
// the package localized-address-format), the country in capitals last where it isn't the sender's own (Universal Postal
// Union, S42).
import { formatAddress } from "localized-address-format";
import { countryName } from "../values/country.ts";

export type Address = {
  /** Street, building, attention: as many lines as it takes. All of it where nobody told the parts apart. */
  addressLines: readonly string[];
  city: string;
  /** A state, province or county, as it is written there. */
  region: string;
  postalCode: string;
  /** ISO 3166-1 alpha-2; "" is the business's own. */
  country: string;
};

export const NO_ADDRESS: Address = { addressLines: [], city: "", region: "", postalCode: "", country: "" };

/** Where a region is written though its country's post doesn't ask for it, it stands behind the town. */
export function printedAddress(address: Address, homeCountry: string): string[] {
  const { addressLines, city, region, postalCode } = address;
  const country = address.country || homeCountry;
  const given = { postalCountry: country, locality: city, postalCode, addressLines: [...addressLines] };
  const written = linesOf({ ...given, administrativeArea: region });
  const lines =
    region === "" || written.some((line) => line.includes(region))
      ? written
      : linesOf({ ...given, locality: [city, `(${region})`].filter(Boolean).join(" ") });
  return country === homeCountry || lines.length === 0
    ? lines
    : [...lines, countryName(country).toUpperCase()];
}

const linesOf = (given: Parameters<typeof formatAddress>[0]): string[] =>
  formatAddress(given)
    .map((line) => line.trim())
    .filter((line) => line !== "");

/** Neither a region nor a country alone is a place where mail arrives. */
export const isSomewhere = ({ addressLines, city }: Pick<Address, "addressLines" | "city">): boolean =>
  addressLines.length > 0 || city !== "";
