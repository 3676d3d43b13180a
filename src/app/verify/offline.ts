// Keeps the page and all that it needs in the browser, by a service worker of its own (public/verify-offline.js). A browser has one
// only on https, or on its own machine.

/** Whether the page opens from now on without the internet. */
export async function keepForOffline(): Promise<boolean> {
  if (!("serviceWorker" in navigator)) return false;
  try {
    const { loadPdfReader } = await import("./read-paper.ts");
    await Promise.all([loadPdfReader(), import("./checks.ts")]);
    const { active, installing, waiting } = await navigator.serviceWorker.register("/verify-offline.js", {
      scope: "/verify",
    });
    const worker = installing ?? waiting ?? active;
    return worker ? await kept(worker) : false;
  } catch {
    return false;
  }
}

function kept(worker: ServiceWorker): Promise<boolean> {
  const needed = performance
    .getEntriesByType("resource")
    .map(({ name }) => new URL(name))
    .filter(({ origin, pathname }) => origin === location.origin && pathname.startsWith("/_next/static/"))
    .map(({ pathname, search }) => pathname + search);
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    port1.addEventListener("message", ({ data }) => resolve(data === true));
    port1.start();
    worker.postMessage([...new Set(needed)], [port2]);
  });
}
