// Who is here already: by name or company however it is written, by e-mail, by phone; and nobody by what is left empty.
import { afterAll, beforeAll, expect, test } from "vitest";
import { closePool } from "@/db/client.ts";
import { findAlike, type Sought } from "./alike-customers.ts";
import { freshBusiness } from "../story/ledger-dsl.ts";

type Business = Awaited<ReturnType<typeof freshBusiness>>;
let business = undefined as unknown as Business;
beforeAll(async () => {
  business = await freshBusiness();
  await business.customer("Álvarez Söhne", { email: "ap@alvarez.example", phone: "(802) 555-0101" }).write();
  await business.customer("Greenleaf", { company: "Greenleaf Landscaping LLC", phone: "12" }).write();
  await business.customer("100% Paving_").write();
  await business.customer("Back\\slash").write();
});
afterAll(closePool);

const NOTHING = { name: "", email: "", phone: "" };
const find = async (sought: Partial<Sought>) =>
  (await business.read((books) => findAlike(books, { ...NOTHING, ...sought }))).map((one) => [
    one.name,
    one.same.join("+"),
  ]);

test.each<[Partial<Sought>, string[][]]>([
  [{ name: "alvarez  SOHNE" }, [["Álvarez Söhne", "name"]]],
  [{ name: "Alvarez" }, []],
  [{ email: "AP@Alvarez.example" }, [["Álvarez Söhne", "e-mail"]]],
  [{ email: "alvarez.example" }, []],
  [{ phone: "802.555.0101" }, [["Álvarez Söhne", "phone"]]],
  [{ phone: "555 0101" }, []],
  [{ phone: "12" }, []],
  [{ name: "greenleaf landscaping llc" }, [["Greenleaf", "name"]]],
  [{ name: "100% paving_" }, [["100% Paving_", "name"]]],
  [{ name: "%" }, []],
  [{ name: "back\\slash" }, [["Back\\slash", "name"]]],
  [
    { name: "greenleaf", phone: "8025550101" },
    [
      ["Greenleaf", "name"],
      ["Álvarez Söhne", "phone"],
    ],
  ],
  [{}, []],
  [{ name: "   " }, []],
])("%j", async (sought, found) => {
  expect(new Set(await find(sought))).toEqual(new Set(found));
});
