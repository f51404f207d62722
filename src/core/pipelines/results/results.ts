/** Which reader reads what. */
import type { ResultParser } from "../pipeline.ts";
import { readGoJson } from "./go-json.ts";
import { readJestJson } from "./jest-json.ts";
import { readJunit } from "./junit.ts";
import { readLibtest } from "./libtest.ts";
import { readMochaJson } from "./mocha-json.ts";
import type { ResultReader, Sink } from "./reader.ts";
import { readTap } from "./tap.ts";
import { readUnittest } from "./unittest.ts";

export type ReaderOptions = {
  /** Module path of the go.mod where the tests ran: turns a package's name into its folder. */
  readonly goModule?: string;
};

export function createReader(parser: ResultParser, sink: Sink, options: ReaderOptions = {}): ResultReader {
  switch (parser) {
    case "junit":
      return readJunit(sink);
    case "go-json":
      return readGoJson(sink, options.goModule ?? "");
    case "libtest":
      return readLibtest(sink);
    // Vitest writes Jest's format.
    case "vitest-json":
    case "jest-json":
      return readJestJson(sink);
    case "mocha-json":
      return readMochaJson(sink);
    case "tap":
      return readTap(sink);
    case "unittest":
      return readUnittest(sink);
  }
}
