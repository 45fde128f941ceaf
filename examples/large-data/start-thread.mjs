// Teaches a thread to read TypeScript, which is only needed in this repository: where your code is built, start count-part itself.
import { register } from "tsx/esm/api";

register();
await import("./count-part.ts");
