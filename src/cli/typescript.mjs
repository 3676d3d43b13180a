// How our TypeScript runs outside of a build and of the tests: node --import this, by tsx.
import "tsx";
import "./quick-imports.mjs";
