// Where to go after signing in: a path of our own that was asked for, and nothing that a browser would read as
// another site.
import type { Route } from "next";

export function returnPath(asked: string | undefined): Route {
  const ours = asked !== undefined && asked.length < 500 && /^\/[a-z0-9][^\\\s]*$/i.test(asked);
  return (ours ? asked : "/") as Route;
}
