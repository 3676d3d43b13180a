// Addresses as their country's post writes them.
import { expect, test } from "vitest";
import { isSomewhere, NO_ADDRESS, printedAddress, type Address } from "./address.ts";

const of = (parts: Partial<Address>): Address => ({ ...NO_ADDRESS, ...parts });
const portland = of({ addressLines: ["1 Road St"], city: "Portland", region: "OR", postalCode: "97201" });

test.each<[string, Address, string, string[]]>([
  ["at home", portland, "US", ["1 Road St", "Portland, OR 97201"]],
  ["named though at home", { ...portland, country: "US" }, "US", ["1 Road St", "Portland, OR 97201"]],
  ["abroad", { ...portland, country: "US" }, "DE", ["1 Road St", "Portland, OR 97201", "UNITED STATES"]],
  [
    "Germany",
    of({ addressLines: ["Lindenweg 3"], city: "Köln", postalCode: "50667", country: "DE" }),
    "DE",
    ["Lindenweg 3", "50667 Köln"],
  ],
  [
    "a region that Germany doesn't write",
    of({ addressLines: ["Lindenweg 3"], city: "Halle", region: "Westfalen", postalCode: "33790" }),
    "DE",
    ["Lindenweg 3", "33790 Halle (Westfalen)"],
  ],
  [
    "France",
    of({ addressLines: ["12 rue du Port"], city: "LYON", postalCode: "69001", country: "FR" }),
    "US",
    ["12 rue du Port", "69001 LYON", "FRANCE"],
  ],
  [
    "Great Britain",
    of({ addressLines: ["2 High St", "Flat 4"], city: "Leeds", postalCode: "LS1 4AP", country: "GB" }),
    "GB",
    ["2 High St", "Flat 4", "Leeds", "LS1 4AP"],
  ],
  [
    "Mexico",
    of({
      addressLines: ["Av. Juárez 5"],
      city: "Guadalajara",
      region: "Jal.",
      postalCode: "44100",
      country: "MX",
    }),
    "MX",
    ["Av. Juárez 5", "44100 Guadalajara, Jal."],
  ],
  [
    "India",
    of({
      addressLines: ["7 MG Road"],
      city: "Pune",
      region: "Maharashtra",
      postalCode: "411001",
      country: "IN",
    }),
    "IN",
    ["7 MG Road", "Pune 411001", "Maharashtra"],
  ],
  [
    "written in lines only",
    of({ addressLines: ["1 Road St", "Portland, OR"] }),
    "US",
    ["1 Road St", "Portland, OR"],
  ],
  ["nowhere", NO_ADDRESS, "US", []],
  ["a country alone", of({ country: "FR" }), "US", []],
])("%s", (_what, address, home, lines) => {
  expect(printedAddress(address, home)).toEqual(lines);
});

test("mail arrives where a street or a town is known", () => {
  expect(isSomewhere(portland)).toBe(true);
  expect(isSomewhere(of({ city: "Portland" }))).toBe(true);
  expect(isSomewhere(of({ region: "OR", postalCode: "97201", country: "US" }))).toBe(false);
});
