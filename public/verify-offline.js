// Lets the page on which statements are verified open without the internet: it keeps that page and what it loads, whole or not at
// all, and answers for nothing else.
const KEPT = "verify";
const PAGE = "/verify";

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

self.addEventListener("message", (event) => {
  const [port] = event.ports;
  const tell = (isKept) => port?.postMessage(isKept);
  event.waitUntil(
    keep(event.data).then(
      () => tell(true),
      () => tell(false),
    ),
  );
});

async function keep(paths) {
  const needed = [PAGE, ...paths];
  const answers = await Promise.all(needed.map((path) => fetch(path)));
  if (answers.some((answer) => !answer.ok)) throw new Error("not all of it can be had");
  const cache = await caches.open(KEPT);
  await Promise.all(needed.map((path, index) => cache.put(path, answers[index])));
  const known = new Set(needed.map((path) => new URL(path, location.origin).href));
  const old = (await cache.keys()).filter(({ url }) => !known.has(url));
  await Promise.all(old.map((request) => cache.delete(request)));
}

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== location.origin) return;
  if (request.mode === "navigate" && pathname === PAGE)
    event.respondWith(fetch(request).catch(() => keptOr(PAGE)));
  else if (pathname.startsWith("/_next/static/")) event.respondWith(keptOr(request));
});

async function keptOr(request) {
  const found = await caches.match(request);
  return found ?? fetch(request);
}
