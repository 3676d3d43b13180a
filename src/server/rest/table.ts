// The routes as the door finds them: each with the shape of what its procedure takes, and how that is written outside.
import type { z } from "zod";
import { present } from "@/domain/assert.ts";
import type { Permission } from "@/domain/permission.ts";
import { appRouter } from "../routers/index.ts";
import { leavesCurrency } from "./currency.ts";
import { answerShape, inputShape, type JsonShape } from "./json-shape.ts";
import { planOf, type Plan } from "./plan.ts";
import type { Route } from "./route.ts";
import { NOUNS } from "./routes/index.ts";
import { wireName } from "./wire-names.ts";

export type Entry = {
  route: Route;
  noun: string;
  permission: Permission;
  isChange: boolean;
  /** Where its fields stand that aren't in the path. */
  fieldsIn: "query" | "body";
  /** What its procedure takes, without what the route itself says. */
  input: JsonShape;
  inputPlan: Plan;
  /** `leavesCurrency`: not all of its amounts say their own. */
  answer: { shape: JsonShape; plan: Plan; leavesCurrency: boolean } | null;
  segments: readonly string[];
};

type Procedure = {
  _def: {
    type: "query" | "mutation";
    meta?: { permission?: Permission };
    inputs: readonly z.core.$ZodType[];
  };
};

function procedureAt(path: string): Procedure {
  const all: Record<string, unknown> = appRouter._def.procedures;
  const found = all[path];
  if (!isProcedure(found)) throw new Error(`${path} is no procedure`);
  return found;
}

const isProcedure = (value: unknown): value is Procedure =>
  typeof value === "function" && "_def" in value && typeof value._def === "object";

type Behind = Pick<Entry, "permission" | "isChange" | "fieldsIn"> & { shape: z.core.$ZodType | undefined };

function behind({ receive, procedure }: Route): Behind {
  if (receive)
    return {
      permission: receive.permission,
      isChange: true,
      fieldsIn: "query",
      shape: receive.fields,
    };
  const { _def } = procedureAt(procedure);
  const isChange = _def.type === "mutation";
  return {
    permission: present(_def.meta?.permission, "a procedure says which permission it takes"),
    isChange,
    fieldsIn: isChange ? "body" : "query",
    shape: _def.inputs.at(-1),
  };
}

function entryOf(noun: string, route: Route): Entry {
  const { shape, ...asked } = behind(route);
  const input = shape
    ? without(inputShape(shape), [...Object.keys(route.fixed ?? {}), ...(route.hides ?? [])])
    : {};
  const answer = route.answer && answerShape(route.answer);
  return {
    route,
    noun,
    ...asked,
    input,
    inputPlan: planOf(input),
    answer: answer ? answerOf(answer) : null,
    segments: route.path.split("/").slice(1),
  };
}

function answerOf(shape: JsonShape) {
  const plan = planOf(shape);
  return { shape, plan, leavesCurrency: leavesCurrency(plan) };
}

function without(shape: JsonShape, names: readonly string[]): JsonShape {
  const { properties = {}, required = [] } = shape;
  return {
    ...shape,
    properties: Object.fromEntries(Object.entries(properties).filter(([name]) => !names.includes(name))),
    required: required.filter((name) => !names.includes(name)),
  };
}

let made: readonly Entry[] | undefined;

/** Made when the API is first asked: no other page waits for it. */
export const table = (): readonly Entry[] =>
  (made ??= NOUNS.flatMap(({ name, routes }) => routes.map((each) => entryOf(name, each))));

/** The fields of the input that stand in the path, as they are written outside. */
export const pathFields = ({ segments }: Entry): string[] =>
  segments.filter((each) => each.startsWith("{")).map((each) => each.slice(1, -1));

/** A field of the input, by its name outside. */
export const fieldOf = ({ input }: Entry, wire: string): [string, JsonShape] | null => {
  const found = Object.entries(input.properties ?? {}).find(([name]) => wireName(name) === wire);
  return found && typeof found[1] === "object" ? [found[0], found[1]] : null;
};

export type Match = { entry: Entry; params: Record<string, string> };

/** The routes at a path, whatever the method. A segment that is said beats one that may be anything. */
export function matchesAt(path: readonly string[]): Match[] {
  return table().flatMap((entry) => {
    if (entry.segments.length !== path.length) return [];
    const params: Record<string, string> = {};
    for (const [at, segment] of entry.segments.entries()) {
      const given = path[at] ?? "";
      if (segment.startsWith("{")) params[segment.slice(1, -1)] = given;
      else if (segment !== given) return [];
    }
    return [{ entry, params }];
  });
}
