// What went wrong, as application/problem+json (RFC 9457): a status, a code that stays, words for people, and each field.
import { TRPCError } from "@trpc/server";
import { getHTTPStatusCodeFromError } from "@trpc/server/http";
import { ZodError } from "zod";
import { Refusal, type RefusalCode } from "@/domain/refusal.ts";
import { env } from "@/env.ts";
import { log } from "../log.ts";
import { troubleIn } from "../trouble.ts";
import { refused } from "../trpc.ts";
import { retryAfter } from "../wire/retry-after.ts";
import type { Faults } from "./plan.ts";
import { snake, wirePath } from "./wire-names.ts";

/** What the door itself says no to, beside the refusals of the procedures behind it. */
export const DOOR_PROBLEMS = {
  "no-key": [401, "Send a key that is in use: Authorization: Bearer <key>."],
  "no-route": [404, "There is nothing at this address."],
  "wrong-method": [405, "This address isn’t asked this way."],
  "not-json": [415, "Send the body as application/json, in UTF-8."],
  "not-a-file": [415, "Send the file itself as the body, not in a form."],
  "too-large": [413, "The body is larger than 1 MB."],
  unreadable: [400, "The body isn’t a JSON object."],
  "no-idempotency-key": [400, "Send an Idempotency-Key of 8 to 100 characters with every change."],
  invalid: [400, "Some fields need another look."],
  "too-many-requests": [429, "This key asked too often. Wait as long as Retry-After says."],
  "try-again": [503, "That can’t be done right now. Send it again, with the same Idempotency-Key."],
  failed: [500, "Something went wrong on our side."],
} as const satisfies Record<string, readonly [number, string]>;
export type DoorProblem = keyof typeof DOOR_PROBLEMS;

/** Where the words of the screens don't fit a program. */
const WORDS: Partial<Record<RefusalCode, string>> = {
  "not-allowed": "This key doesn’t have the scope that it takes.",
  "key-reused": "This Idempotency-Key was used for another request.",
  "changed-meanwhile": "It was changed meanwhile. Read it again, and send its version.",
  "not-found": "It isn’t here.",
};

export class Problem extends Error {
  readonly code: DoorProblem;
  readonly faults: Faults;
  readonly headers: Record<string, string>;

  constructor(code: DoorProblem, faults: Faults = [], headers: Record<string, string> = {}) {
    super(DOOR_PROBLEMS[code][1]);
    this.code = code;
    this.faults = faults;
    this.headers = headers;
  }
}

type Told = {
  status: number;
  code: string;
  detail: string;
  errors?: Faults;
  scope?: unknown;
  headers?: Record<string, string>;
};

/** Whatever was thrown, as an answer. What nobody expected goes to the log, and the answer says nothing of it. */
export function problemOf(thrown: unknown, requestId: string): Response {
  const { headers, ...told } = toldOf(thrown, requestId);
  return answer({ ...told, request_id: requestId }, headers);
}

function toldOf(thrown: unknown, requestId: string): Told {
  if (thrown instanceof Problem) {
    const { code, faults, headers } = thrown;
    const [status, detail] = DOOR_PROBLEMS[code];
    return { status, code, detail, ...(faults.length > 0 && { errors: faults }), headers };
  }
  const error = refused(thrown);
  const cause = error instanceof TRPCError ? error.cause : undefined;
  if (error instanceof TRPCError && cause instanceof Refusal) return refusalTold(error, cause);
  if (cause instanceof ZodError) return toldOf(new Problem("invalid", faultsOf(cause)), requestId);
  if (error instanceof TRPCError && error.code === "BAD_REQUEST")
    return toldOf(new Problem("invalid"), requestId);
  const trouble = troubleIn(error);
  if (trouble) return { ...toldOf(new Problem("try-again"), requestId), headers: { "retry-after": "1" } };
  log().error({ err: cause ?? error, requestId }, "the API failed");
  return toldOf(new Problem("failed"), requestId);
}

function refusalTold(error: TRPCError, refusal: Refusal): Told {
  const { code, field, message } = refusal;
  const detail = WORDS[code] ?? message;
  return {
    status: getHTTPStatusCodeFromError(error),
    code,
    detail,
    ...(field !== null && { errors: [{ field: wirePath(field.split(".")), detail }] }),
    ...(code === "not-allowed" && { scope: refusal.details["permission"] }),
    headers: retryAfter([{ cause: refusal }]),
  };
}

function faultsOf({ issues }: ZodError): Faults {
  return issues.flatMap((issue) => {
    const field = wirePath(issue.path);
    if (issue.code !== "unrecognized_keys") return [{ field, detail: issue.message }];
    return issue.keys.map((key) => ({
      field: [field, snake(key).trim()].filter(Boolean).join("."),
      detail: "There is no such field.",
    }));
  });
}

function answer(
  { status, code, ...told }: Omit<Told, "headers"> & { request_id: string },
  headers = {},
): Response {
  const type = `${env().APP_URL}/api/docs#problem-${code}`;
  const title = TITLES[status] ?? "Not done";
  return Response.json(
    { type, title, status, code, ...told },
    {
      status,
      headers: { "content-type": "application/problem+json", "cache-control": "no-store", ...headers },
    },
  );
}

const TITLES: Partial<Record<number, string>> = {
  400: "The request can’t be read",
  401: "Nobody is asking",
  403: "Not allowed",
  404: "Not found",
  405: "Not asked this way",
  409: "In conflict with what stands",
  413: "Too large",
  415: "Not in a form that is read",
  422: "Refused",
  429: "Too many at once",
  500: "Something went wrong",
  503: "Not right now",
};
