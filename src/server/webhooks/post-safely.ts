// Sends one message to an address that somebody typed. The name is looked up and each address that it stands for is judged,
// and the connection goes to the one that was judged; nothing is followed, nobody is waited for longer than five seconds, and
// of an answer only so much is read as tells that it came.
import { lookup } from "node:dns/promises";
import http from "node:http";
import https from "node:https";
import { isIP, type LookupFunction } from "node:net";
import { isPublicAddress, servesItselfOnly } from "../public-host.ts";

const MOST_MS = 5_000;
const MOST_BYTES = 64 * 1024;

/** `code` null: no answer came. `fault` "": it was taken. */
export type Posted = { code: number | null; fault: string };

export type Target = { url: URL; address: string };

/** What can be said of an address without looking it up; null: nothing against it. */
export function faultOfUrl(text: string): string | null {
  const url = URL.parse(text);
  if (!url || !/^https?:$/.test(url.protocol)) return "That is no web address.";
  if (servesItselfOnly()) return null;
  if (url.protocol !== "https:") return "Only https is sent to.";
  const port = Number(url.port || 443);
  return port === 443 || port >= 1024 ? null : `Nothing is sent to port ${port}.`;
}

/** The address to connect to, or in words why there is none. Asked anew each time: names change whose they are. */
export async function findTarget(text: string): Promise<Target | { fault: string }> {
  const fault = faultOfUrl(text);
  if (fault !== null) return { fault };
  const [url, anywhere] = [new URL(text), servesItselfOnly()];
  const host = url.hostname.replace(/^\[|\]$/g, "");
  const found = isIP(host) ? [{ address: host }] : await lookup(host, { all: true }).catch(() => []);
  const [first] = found;
  if (!first) return { fault: `There is no server by the name ${host}.` };
  if (!anywhere && !found.every(({ address }) => isPublicAddress(address)))
    return { fault: `${host} is on a private network, which nothing is sent to.` };
  return { url, address: first.address };
}

export async function postSafely(
  { url, address }: Target,
  { body, headers }: { body: string; headers: Record<string, string> },
): Promise<Posted> {
  const { promise, resolve } = Promise.withResolvers<Posted>();
  const judged: LookupFunction = (_host, options, done) => {
    const family = isIP(address);
    if (options.all) done(null, [{ address, family }]);
    else done(null, address, family);
  };
  const over = AbortSignal.timeout(MOST_MS);
  const request = (url.protocol === "https:" ? https : http).request(url, {
    method: "POST",
    lookup: judged,
    signal: over,
    agent: false,
    headers: {
      "content-type": "application/json",
      "content-length": Buffer.byteLength(body),
      "user-agent": "Onaccount",
      ...headers,
    },
  });
  request.on("response", (response) => {
    const code = response.statusCode ?? null;
    let read = 0;
    const end = () => {
      resolve({ code, fault: faultOf(code) });
      response.destroy();
    };
    response.on("data", (part: Buffer) => (read += part.length) > MOST_BYTES && end());
    response.on("end", end);
    // The answer said what it is before it broke off.
    response.on("error", end);
    response.on("close", end);
  });
  request.on("error", (error) =>
    resolve({
      code: null,
      fault: over.aborted ? "It didn’t answer within 5 seconds." : `No answer: ${wordsOf(error)}.`,
    }),
  );
  request.end(body);
  return promise;
}

function faultOf(code: number | null): string {
  if (code !== null && code >= 200 && code < 300) return "";
  if (code !== null && code >= 300 && code < 400)
    return `It answered ${code}, a redirect, which isn’t followed. Enter the address that it leads to.`;
  return `It answered ${code ?? "nothing"}.`;
}

const wordsOf = (error: Error): string =>
  "code" in error && typeof error.code === "string" ? error.code : error.message.slice(0, 200);
