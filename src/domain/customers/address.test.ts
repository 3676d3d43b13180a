// Addresses as their country's post writes them.
import { expect, test } from "vitest";
import { addressLines } from "./address.ts";

const parts = { street: "1 Road St", city: "Portland", region: "OR", postalCode: "97201", country: "US" };

test.each([
  [parts, ["1 Road St", "Portland, OR 97201"]],
  [{ ...parts, country: "" }, ["1 Road St", "Portland, OR 97201"]],
  [
    { ...parts, street: "Lindenweg 3", city: "Köln", region: "", postalCode: "50667", country: "DE" },
    ["Lindenweg 3", "50667 Köln"],
  ],
  [
    { ...parts, street: "Rue 1", city: "Lyon", region: "", postalCode: "69001", country: "" },
    ["Rue 1", "69001 Lyon"],
  ],
  [
    {
      ...parts,
      street: "2 High St\nFlat 4",
      city: "Leeds",
      region: "",
      postalCode: "LS1 4AP",
      country: "United Kingdom",
    },
    ["2 High St", "Flat 4", "Leeds LS1 4AP"],
  ],
  [{ ...parts, street: "", city: "", region: "", postalCode: "" }, []],
])("%j", (given, lines) => {
  expect(addressLines(given)).toEqual(lines);
});
