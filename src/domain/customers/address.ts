// An address as the post of its country writes it (Universal Postal Union, S42): where the postal code stands, and whether
// a region does.
export type AddressParts = {
  street: string;
  city: string;
  region: string;
  postalCode: string;
  country: string;
};

/** Where the code stands behind the town and its region; elsewhere it stands before the town. No country is the business's. */
const CODE_LAST =
  /^(?:|us|usa|united states|ca|canada|au|australia|nz|new zealand|in|india|gb|uk|united kingdom|ie|ireland|za|south africa)$/i;

export function addressLines({ street, city, region, postalCode, country }: AddressParts): string[] {
  const last = country.trim() === "" ? region !== "" : CODE_LAST.test(country.trim());
  const town = last
    ? [[city, region].filter(Boolean).join(", "), postalCode].filter(Boolean).join(" ")
    : [postalCode, city, region && region !== city ? `(${region})` : ""].filter(Boolean).join(" ");
  return [...street.split(/\r?\n|\s*\|\s*/u), town].map((line) => line.trim()).filter((line) => line !== "");
}
