// Asks a server whose address a business typed in: it must be on the internet, by TLS. Its name is looked up here, each
// address that it stands for is judged, and the connection goes to one that was (as mail's does, public-host.ts). No
// redirect is followed, and an answer has a size and a time.
import { request as plainRequest } from "node:http";
import { request as tlsRequest, type RequestOptions } from "node:https";
import { lookup } from "node:dns/promises";
import { isPublicAddress, servesItselfOnly } from "../public-host.ts";

const MOST_BYTES = 1024 * 1024;
const MOST_MS = 10_000;

export class NotPublic extends Error {}

type Asked = { method: string; headers: Record<string, string>; body?: unknown };

/** Throws NotPublic for what isn't on the internet, and errors of the network. */
export async function publicFetch(url: string, { method, headers, body }: Asked): Promise<Response> {
  const { protocol, hostname } = new URL(url);
  const address = await publicAddressOf(new URL(url));
  const options: RequestOptions = {
    method,
    headers,
    timeout: MOST_MS,
    signal: AbortSignal.timeout(MOST_MS),
    // Whatever is asked for, the connection goes to the address that was judged.
    lookup: (_name, { all }, tell) =>
      all
        ? tell(null, [{ address, family: address.includes(":") ? 6 : 4 }])
        : tell(null, address, address.includes(":") ? 6 : 4),
    ...(protocol === "https:" && { servername: hostname }),
  };
  return new Promise((answer, fail) => {
    const ask = protocol === "https:" ? tlsRequest : plainRequest;
    const sent = ask(url, options, (came) => {
      const parts: Buffer[] = [];
      let size = 0;
      came.on("data", (part: Buffer) => {
        size += part.length;
        if (size > MOST_BYTES) sent.destroy(new Error("the answer is too long"));
        else parts.push(part);
      });
      came.on("error", fail);
      came.on("end", () => {
        const status = came.statusCode ?? 502;
        const given = Object.entries(came.headers).flatMap(([name, value]): [string, string][] =>
          typeof value === "string" ? [[name, value]] : [],
        );
        const empty = status === 204 || status === 304;
        answer(new Response(empty ? null : Buffer.concat(parts), { status, headers: given }));
      });
    });
    sent.on("error", fail);
    sent.on("timeout", () => sent.destroy(new Error("no answer came")));
    sent.end(textOf(body));
  });
}

async function publicAddressOf({ protocol, hostname }: URL): Promise<string> {
  const anywhere = servesItselfOnly();
  if (protocol !== "https:" && !(anywhere && protocol === "http:")) throw new NotPublic("not by TLS");
  const name = hostname.replace(/^\[(.*)\]$/, "$1");
  const found = await lookup(name, { all: true }).catch(() => []);
  const [first] = found;
  if (!first) throw new NotPublic(`there is no ${name}`);
  if (!anywhere && !found.every(({ address }) => isPublicAddress(address)))
    throw new NotPublic(`${name} is on a private network`);
  return first.address;
}

function textOf(body: unknown): string | undefined {
  if (body === undefined || body === null) return undefined;
  if (typeof body === "string" || body instanceof URLSearchParams) return body.toString();
  throw new Error("only text is sent");
}
