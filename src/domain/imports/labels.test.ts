// Which labels a cell names.
import { expect, test } from "vitest";
import { labelsIn } from "./labels.ts";

const KNOWN = ["retail, large", "a; b", "weekly"];
const isKnown = (name: string) => KNOWN.includes(name.toLowerCase());

test.each([
  ["", []],
  ["Weekly", ["Weekly"]],
  ["Weekly, New", ["Weekly", "New"]],
  ["Weekly; New;", ["Weekly", "New"]],
  ["weekly;Weekly ; WEEKLY", ["weekly"]],
  [" ; , ", []],
  ["Retail, large", ["Retail, large"]],
  ["Retail, large; Weekly", ["Retail, large", "Weekly"]],
  ["New, Retail", ["New", "Retail"]],
  ["A; B", ["A; B"]],
])("%j", (cell, expected) => {
  expect(labelsIn(cell, isKnown)).toEqual(expected);
});
