// A line to the database that breaks when a transaction ends: right before the server hears of COMMIT, or right after,
// so that the client can't know which.
import net from "node:net";

export type Breaks = "before" | "after";

/** `times`: how many COMMITs it breaks at. `deaf`: after the first of them nobody gets through any more. */
type How = { breaks: Breaks; times?: number; deaf?: boolean };

/** A server on this machine that passes everything on, until somebody sends COMMIT. */
export async function breakingProxy(database: string, { breaks, times = Infinity, deaf = false }: How) {
  const to = new URL(database);
  const open = new Set<net.Socket>();
  const seen = { broken: 0 };
  const server = net.createServer((client) => {
    const upstream = net.connect(Number(to.port), to.hostname);
    for (const socket of [client, upstream]) {
      open.add(socket);
      socket.on("error", () => {});
      socket.on("close", () => open.delete(socket));
    }
    upstream.on("data", (piece) => client.write(piece));
    upstream.on("close", () => client.destroy());
    client.on("close", () => upstream.end());
    client.on("data", (piece) => {
      if (!isCommit(piece) || seen.broken >= times) return void upstream.write(piece);
      seen.broken++;
      if (deaf) server.close();
      if (breaks === "before") return void upstream.destroy();
      upstream.removeAllListeners("data");
      // What the server says to it is heard by nobody.
      upstream.resume();
      upstream.write(piece, () => client.destroy());
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = new URL(database);
  url.hostname = "127.0.0.1";
  url.port = String((server.address() as net.AddressInfo).port);
  const close = async () => {
    for (const socket of open) socket.destroy();
    if (server.listening) await new Promise((resolve) => server.close(resolve));
  };
  return { url: url.href, seen, close };
}

/** The message of the protocol: a Q, its length, the text and a zero. */
const COMMIT = Buffer.from("Q\0\0\0\u000bcommit\0");
const isCommit = (piece: Buffer) => piece.includes(COMMIT);
