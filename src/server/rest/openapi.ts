// The API's document (OpenAPI 3.1), put together from the routes and the shapes that their procedures have.
import { PER_WINDOW, WINDOW_SECONDS } from "./rate-limit.ts";
import { NOUNS } from "./routes/index.ts";
import { pathFields, table, type Entry } from "./table.ts";
import { sentShape, wireShape, type WireShape } from "./wire-shape.ts";

export const PROBLEM_SHAPE: WireShape = {
  type: "object",
  description: "What went wrong (RFC 9457).",
  properties: {
    type: { type: "string", format: "uri" },
    title: { type: "string" },
    status: { type: "integer" },
    code: { type: "string", description: "Stays the same; the words may change." },
    detail: { type: "string" },
    request_id: { type: "string" },
    scope: { type: "string", description: "The scope that the key doesn’t have." },
    errors: {
      type: "array",
      items: {
        type: "object",
        properties: { field: { type: "string" }, detail: { type: "string" } },
        required: ["field", "detail"],
        additionalProperties: false,
      },
    },
  },
  required: ["type", "title", "status", "code", "detail", "request_id"],
  additionalProperties: false,
};

/** The statuses of what may go wrong, at any route and at one that changes something. */
const FAULTS: Record<string, string> = {
  "400": "Something of it can’t be read; each field says why.",
  "401": "There is no key, or none that is in use.",
  "403": "The key doesn’t have the scope.",
  "404": "It isn’t here.",
  "429": "The key asked too often, or its business has too much under way.",
  "500": "Something went wrong on our side.",
  "503": "Not right now; try again.",
};
const FAULTS_OF_FILES = {
  "413": "The file is too large, or there is no more room for files.",
  "415": "It is in a form, and not the file itself.",
};
const FAULTS_OF_CHANGES: Record<string, string> = {
  "409": "The Idempotency-Key was used for another request, or something changed meanwhile.",
  "413": "The body is larger than 1 MB.",
  "415": "The body isn’t JSON.",
  "422": "The books refuse it; the code says why.",
};

const IDEMPOTENCY_KEY = {
  name: "Idempotency-Key",
  in: "header",
  required: true,
  description: "Yours, and new for each change. Sent again with the same content it gets the first answer.",
  schema: { type: "string", minLength: 8, maxLength: 100 },
};

export function openApiDocument(server: string): Record<string, unknown> {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const entry of table()) {
    const { path, method } = entry.route;
    (paths[path] ??= {})[method.toLowerCase()] = operationOf(entry);
  }
  return {
    openapi: "3.1.0",
    info: {
      title: "Onaccount",
      version: "1",
      description: `Accounts receivable, for programs. Amounts are decimal text with a currency beside them, days are YYYY-MM-DD. A key may ask ${PER_WINDOW} times in ${WINDOW_SECONDS} seconds.`,
    },
    servers: [{ url: `${server}/api/v1` }],
    security: [{ key: [] }],
    tags: NOUNS.map(({ name, says: description }) => ({ name, description })),
    paths,
    components: {
      securitySchemes: { key: { type: "http", scheme: "bearer", description: "A key of the business." } },
      schemas: { Problem: PROBLEM_SHAPE },
      parameters: { IdempotencyKey: IDEMPOTENCY_KEY },
    },
  };
}

/** "getCustomersCustomerId": what a generated client calls it. */
export const operationId = ({ route: { method, path } }: Entry): string =>
  `${method.toLowerCase()}${path.replace(/[/_-]+(\w)|\{(\w)/g, (_, one: string, other: string) => (one ?? other).toUpperCase()).replace(/\W/g, "")}`;

function operationOf(entry: Entry): Record<string, unknown> {
  const { route, noun, permission, isChange, fieldsIn } = entry;
  const { more = "", says: summary, receive } = route;
  const inPath = pathFields(entry);
  const {
    properties = {},
    required = [],
    ...sent
  } = isChange ? sentShape(entry.input) : wireShape(entry.input);
  const rest = Object.fromEntries(Object.entries(properties).filter(([name]) => !inPath.includes(name)));
  const needed = required.filter((name) => name in rest);
  const parameters = [
    ...inPath.map((name) => ({
      name,
      in: "path",
      required: true,
      schema: properties[name] ?? { type: "string" },
    })),
    ...(isChange ? [{ $ref: "#/components/parameters/IdempotencyKey" }] : []),
    ...(fieldsIn === "query" ? queryOf(rest, needed) : []),
  ];
  const schema = { ...sent, properties: rest, required: needed };
  const body = { required: needed.length > 0, content: { "application/json": { schema } } };
  const hasBody = fieldsIn === "body" && (Object.keys(rest).length > 0 || needed.length > 0);
  return {
    operationId: operationId(entry),
    tags: [noun],
    summary,
    description: [more, scopeWords(entry)].filter(Boolean).join(" "),
    "x-scope": permission,
    parameters,
    ...(receive && { requestBody: fileBody(receive.largest) }),
    ...(hasBody && { requestBody: body }),
    responses: {
      ...answersOf(entry),
      ...faultsOf({ ...FAULTS, ...(isChange && FAULTS_OF_CHANGES), ...(receive && FAULTS_OF_FILES) }),
    },
  };
}

const scopeWords = ({ permission, route: { alsoTakes } }: Entry): string =>
  `Takes the scope \`${permission}\`${alsoTakes ? `, and \`${alsoTakes}\` for some of it` : ""}.`;

const fileBody = (largest: string) => ({
  required: true,
  description: `The file as it is, ${largest} at most.`,
  content: { "application/octet-stream": { schema: { type: "string", format: "binary" } } },
});

const queryOf = (fields: Record<string, WireShape>, needed: readonly string[]) =>
  Object.entries(fields).map(([name, schema]) => ({
    name,
    in: "query",
    required: needed.includes(name),
    schema,
  }));

function answersOf({ route, answer }: Entry): Record<string, unknown> {
  const file = { schema: { type: "string", format: "binary" } };
  const content = answer
    ? { "application/json": { schema: wireShape(answer.shape) } }
    : Object.fromEntries((route.draw ? route.files : []).map((type) => [type, file]));
  return { [route.creates ? "201" : "200"]: { description: "Done.", content } };
}

const faultsOf = (faults: Record<string, string>) =>
  Object.fromEntries(
    Object.entries(faults).map(([status, description]) => {
      const schema = { $ref: "#/components/schemas/Problem" };
      return [status, { description, content: { "application/problem+json": { schema } } }];
    }),
  );
