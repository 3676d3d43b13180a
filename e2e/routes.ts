// Every page and route of the product, as src/app has them: "/[org]/customers/[customer]/statement/pdf".
import fs from "node:fs";
import path from "node:path";

const files = fs.readdirSync("src/app", { recursive: true, encoding: "utf8" });

const routeOf = (file: string): string =>
  `/${path.posix
    .dirname(file)
    .split("/")
    .filter((part) => part !== "." && !/^\(.*\)$/.test(part))
    .join("/")}`;

export const PAGES = files.filter((file) => /(^|\/)page\.tsx$/.test(file)).map(routeOf);
export const ROUTES = [...PAGES, ...files.filter((file) => /(^|\/)route\.ts$/.test(file)).map(routeOf)];
