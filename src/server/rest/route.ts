// One route of the API: which method and path stand for which procedure, and what of its answer is told.
import type { inferRouterOutputs } from "@trpc/server";
import type { z } from "zod";
import type { Permission } from "@/domain/permission.ts";
import type { Insider, KeyActor } from "../actor.ts";
import type { AppRouter } from "../routers/index.ts";
import type { From } from "../wire/request.ts";

type Outputs = inferRouterOutputs<AppRouter>;
type NameIn<T> = Extract<keyof T, string>;
export type ProcedurePath = {
  [Noun in NameIn<Outputs>]: `${Noun}.${NameIn<Outputs[Noun]>}`;
}[NameIn<Outputs>];
type OutputOf<Path extends ProcedurePath> = Path extends `${infer Noun}.${infer Verb}`
  ? Noun extends keyof Outputs
    ? Verb extends keyof Outputs[Noun]
      ? Outputs[Noun][Verb]
      : never
    : never
  : never;

type Method = "GET" | "POST" | "PUT" | "DELETE";
type Place = {
  method: Method;
  /** Behind /api/v1; what stands in braces is a field of the input: "/customers/{customer_id}". */
  path: `/${string}`;
  /** A line about it, as a verb. */
  says: string;
  more?: string;
  /** Fields of the input that the route itself says. */
  fixed?: Readonly<Record<string, unknown>>;
  /** Fields of the input that the API leaves out. */
  hides?: readonly string[];
  /** It makes something that wasn't there. */
  creates?: true;
  /** A scope that some of its inputs take beside its own. */
  alsoTakes?: Permission;
};

/** The file behind an answer. */
export type Draw<Answer> = (actor: KeyActor, answer: Answer, signal: AbortSignal) => Promise<Response>;

/** A file that comes as the body of a request, with its fields in the address. `key` is its Idempotency-Key. */
export type SentFile<Fields> = { request: Request; from: From; key: string; fields: Fields };

/** What no procedure takes, since their inputs are JSON. */
export type Receive = {
  permission: Permission;
  fields: z.ZodType;
  /** How the document says what may be too much. */
  largest: string;
  take: (member: Insider, file: SentFile<unknown>) => Promise<unknown>;
};

/** `procedure`: what stands behind it; of a file that is sent, what the audit log calls that. */
export type Route = Place &
  (
    | { procedure: ProcedurePath; answer: z.ZodType; draw?: undefined; receive?: undefined }
    | {
        procedure: ProcedurePath;
        answer?: undefined;
        draw: Draw<unknown>;
        files: readonly string[];
        receive?: undefined;
      }
    | { procedure: string; answer: z.ZodType; draw?: undefined; receive: Receive }
  );

type Fits<Shape extends z.ZodType, Path extends ProcedurePath> =
  OutputOf<Path> extends z.input<Shape> ? Shape : "the procedure answers something else";

/** What the procedure answers must fit `answer`; what of it isn't in there is not told. */
export function route<Path extends ProcedurePath, Shape extends z.ZodType>(
  procedure: Path,
  place: Place & { answer: Shape & Fits<Shape, Path> },
): Route {
  return { ...place, procedure };
}

/** `files`: the media types that it can be. */
export function fileRoute<Path extends ProcedurePath>(
  procedure: Path,
  place: Place & { draw: Draw<OutputOf<Path>>; files?: readonly string[] },
): Route {
  const { draw, files = ["application/pdf"], ...rest } = place;
  // The answer comes from the procedure that stands beside it.
  return {
    ...rest,
    procedure,
    files,
    draw: (actor, answer, signal) => draw(actor, answer as OutputOf<Path>, signal),
  };
}

type Takes<Fields extends z.ZodType, Answer> = Omit<Receive, "fields" | "take"> & {
  fields: Fields;
  take: (member: Insider, file: SentFile<z.output<Fields>>) => Promise<Answer>;
};

/** One that takes a file; what `take` answers must fit `answer`. */
export function receivingRoute<Fields extends z.ZodType, Shape extends z.ZodType>(
  procedure: string,
  { receive, ...place }: Place & { answer: Shape; receive: Takes<Fields, z.input<Shape>> },
): Route {
  const { fields } = receive;
  const take: Receive["take"] = (member, file) =>
    receive.take(member, { ...file, fields: fields.parse(file.fields) });
  return { ...place, procedure, receive: { ...receive, take } };
}

/** Routes of one noun, as the document groups them. */
export type Noun = { name: string; says: string; routes: readonly Route[] };
