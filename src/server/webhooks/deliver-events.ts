// Sends an endpoint what is next for it, one after the other: the next isn't sent before the one before was taken. So whoever
// receives them has every account as it stands, and who is down misses nothing: it waits there until it is up again. What is
// sent twice (the worker was killed before it could note it, or somebody asked) has the same id.
import { noteInBooks, readBooks } from "@/books/open.ts";
import { safeKnownAt } from "@/books/ledger/known-at.ts";
import {
  isStillSentTo,
  noteFailing,
  noteTaken,
  noteTry,
  readWorkingEndpoint,
  type WorkingEndpoint,
} from "@/books/business/webhook-deliveries.ts";
import { readEventsAfter, type Taken, type EventAt } from "@/books/business/webhook-events.ts";

import { tenantOf, type SystemActor } from "../actor.ts";
import { now } from "../clock.ts";
import { log } from "../log.ts";
import { findTarget, postSafely, type Posted, type Target } from "./post-safely.ts";
import { openSecret, signedHeaders } from "./signature.ts";
import { webhookBody } from "./webhook-body.ts";

const BATCH = 50;
/** Then others have their turn. */
const BATCHES_IN_ONE_GO = 10;

type Way = {
  actor: SystemActor;
  endpoint: WorkingEndpoint;
  target: Target;
  secrets: string[];
  isOver: () => boolean;
};

/** Answers whether there is more at once; `givenUp`: it has been in vain for too long, and the admins are to be told. */
export type Delivered = { more: boolean; givenUp: boolean };

const DONE: Delivered = { more: false, givenUp: false };
const MORE: Delivered = { more: true, givenUp: false };

/** `isOver`: whether whoever sends has to stop; what is left is gone on with later. */
export async function deliverEvents(
  actor: SystemActor,
  endpointId: string,
  isOver = () => false,
): Promise<Delivered> {
  const endpoint = await readBooks(actor, (books) => readWorkingEndpoint(books, endpointId));
  if (!endpoint) return DONE;
  const target = await findTarget(endpoint.url);
  const secrets = secretsOf(actor, endpoint);
  const fault = "fault" in target ? target.fault : secrets.length > 0 ? null : SECRET_GONE;
  if ("fault" in target || fault !== null)
    return failing(actor, endpointId, { code: null, fault: fault ?? "" });
  if (!endpoint.isDue) return DONE;
  const way = { actor, endpoint, target, secrets, isOver };
  return (await sendAgain(way)) ? sendOn(way) : MORE;
}

async function sendOn(way: Way): Promise<Delivered> {
  let place: Taken = way.endpoint;
  for (let batch = 0; batch < BATCHES_IN_ONE_GO; batch++) {
    const until = await safeKnownAt("infinity");
    const from = place;
    const events = await readBooks(way.actor, (books) =>
      readEventsAfter(books, from, { until, most: BATCH }),
    );
    if (events.length === 0) return DONE;
    const next = await sendBatch(way, from, events);
    if ("more" in next) return next;
    place = next;
  }
  return MORE;
}

/** The place behind it; or that one wasn't taken, or that somebody moved the endpoint's place meanwhile. */
async function sendBatch(way: Way, from: Taken, events: readonly EventAt[]): Promise<Taken | Delivered> {
  const { actor, endpoint } = way;
  const { endpointId, kinds } = endpoint;
  let noted = from;
  for (const [nth, { event, at }] of events.entries()) {
    const isAsked = kinds.length === 0 || kinds.includes(event.kind);
    if (isAsked && !(await mayGoOn(way))) return MORE;
    const posted = isAsked ? await send(way, event.eventId, webhookBody(event)) : null;
    if (posted?.fault) return failing(actor, endpointId, posted);
    // What isn't asked for is passed over with what follows.
    if (!isAsked && nth < events.length - 1) continue;
    const step = { from: noted, to: { takenAt: at, takenNumber: event.eventId } };
    if (!(await noteInBooks(actor, (books) => noteTaken(books, endpoint, step)))) return MORE;
    noted = step.to;
  }
  return noted;
}

const SECRET_GONE = "Its secret can’t be opened any more. Make a new one.";

const secretsOf = (actor: SystemActor, { endpointId, secret, secretBefore }: WorkingEndpoint): string[] =>
  [secret, secretBefore].flatMap((sealed) => (sealed && openSecret(actor, endpointId, sealed)) ?? []);

/** Out of turn, and in vain or not: whoever asked sees what became of it. False where it had to stop. */
async function sendAgain(way: Way): Promise<boolean> {
  for (const { eventId, body } of way.endpoint.again) {
    if (!(await mayGoOn(way))) return false;
    await send(way, eventId, body);
  }
  return true;
}

/** Asked before each: somebody may have paused, removed or changed the endpoint since. */
const mayGoOn = async ({ actor, endpoint, isOver }: Way): Promise<boolean> =>
  !isOver() && (await readBooks(actor, (books) => isStillSentTo(books, endpoint)));

async function send(
  { actor, endpoint, target, secrets }: Way,
  eventId: number,
  body: string,
): Promise<Posted> {
  const { endpointId } = endpoint;
  const began = performance.now();
  const atSeconds = Math.floor(now().getTime() / 1000);
  const headers = signedHeaders({ id: `${endpointId}-${eventId}`, atSeconds, body }, secrets);
  const posted = await postSafely(target, { body, headers });
  const tookMs = Math.round(performance.now() - began);
  await noteInBooks(actor, (books) => noteTry(books, endpointId, { eventId, body, ...posted, tookMs }));
  return posted;
}

/** 410: it says itself that nobody is there any more. */
const GONE = 410;

async function failing(actor: SystemActor, endpointId: string, { code, fault }: Posted): Promise<Delivered> {
  const state = await noteInBooks(actor, (books) =>
    noteFailing(books, endpointId, { fault, isGone: code === GONE }),
  );
  log().info({ tenant: tenantOf(actor), endpointId, code, state }, "webhook not taken");
  return { more: false, givenUp: state === "given-up" };
}
