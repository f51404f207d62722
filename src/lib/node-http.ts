/**
 * Node's HTTP, which is taken from here and not by `import … from "node:http"`: that reads each of its exports, `WebSocket` and `MessageEvent` among
 * them, and reading those loads Node's own fetch, 25 ms and 10 MB at each start of a program that has no use for it.
 */
export const { Agent, createServer, get, request, STATUS_CODES } = process.getBuiltinModule("node:http");
