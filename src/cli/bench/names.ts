// Customers as a shop has them, so that a search meets what it will meet: few first names and trades that very many
// share, phones and e-mail addresses, and now and then a memo. Deterministic, by SQL, behind `makeData`.
import { asOwner } from "./stock.ts";

const FIRST =
  "James Mary John Patricia Robert Jennifer Michael Linda David Elizabeth William Barbara José María Łukasz Zoë Aisha Wei Fatima Søren";
const LAST =
  "Smith Johnson Williams Brown Jones García Miller Davis Rodríguez Martínez Hernández López González Wilson Anderson Thomas Taylor Moore Jackson Martin Lee Pérez Thompson White Harris Nguyễn Kowalski Müller Ngo Haddad Okafor Svensson Fitzgerald O'Brien Castellanos Whitaker Abernathy Delgado Beaumont Kirkpatrick";
const TRADE =
  "Landscaping Plumbing Roofing Electric Concrete Paving Masonry Fencing Painting Carpentry Irrigation Nursery Excavating Drywall Flooring";
const PLACE =
  "Greenleaf Hillside Riverbend Cedar Oakwood Summit Valley Lakeshore Prairie Ironwood Bluestone Maple Redwood Harbor Northgate Fairview Stonebridge Willow Juniper Aspen";

const array = (words: string) => `array['${words.replaceAll("'", "''").split(" ").join("','")}']`;
const pick = (words: string, by: string) =>
  `(${array(words)})[1 + abs(hashint4(n * ${by})) % ${words.split(" ").length}]`;

/** Gives the customers of a made business their names, a third of them companies only. */
export async function nameCustomers(business: string): Promise<void> {
  await asOwner(async (owner) => {
    await owner.unsafe(`
      with named as (
        select id, n, ${pick(FIRST, "31")} as first, ${pick(LAST, "37")} as last, ${pick(TRADE, "41")} as trade, ${pick(PLACE, "43")} as place
        from (select id, substr(number, 3)::int as n from books.customers where org_id = '${business}') numbered)
      update books.customers c set number = 'C-' || lpad(n::text, 5, '0'),
        name = case when n % 3 = 0 then place || ' ' || trade || ' ' || n % 97 else first || ' ' || last end,
        company = case when n % 3 = 1 then place || ' ' || trade else '' end,
        email = lower(trade) || n || '@' || lower(place) || '.example',
        phone = '(555) ' || lpad((n * 7919 % 1000)::text, 3, '0') || '-' || lpad((n * 104729::bigint % 10000)::text, 4, '0'),
        memo = case when n % 11 = 0 then 'Call ' || first || ' before delivery, gate code ' || n % 9000 else '' end
      from named where c.org_id = '${business}' and c.id = named.id`);
    await owner.unsafe("vacuum (analyze) books.customers");
  });
}
