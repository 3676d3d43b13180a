"use client";
// The last resort, when even the page around every page failed: it brings its own html and style.
import "./globals.css";
import ErrorPage, { type ErrorProps } from "./error.tsx";

export default function GlobalError(props: ErrorProps) {
  return (
    <html lang="en">
      <body>
        <ErrorPage {...props} />
      </body>
    </html>
  );
}
