import { SaxesParser } from "saxes";

export type XmlHandlers = {
  open(name: string, attributes: Readonly<Record<string, string>>): void;
  close(name: string): void;
  text(text: string): void;
};

/**
 * Reads XML as it comes, without ever building a tree. Entities other than XML's own five are not expanded and a
 * document type is an error, so that a small file cannot become a large one.
 * @returns `failed` holds why reading stopped, once it has; pieces written after that are ignored
 */
export function createXmlReader(handlers: XmlHandlers): { write(piece: string): void; end(): string | null } {
  const parser = new SaxesParser();
  let failure: string | null = null;
  const fail = (why: string): void => {
    failure ??= why;
  };
  parser.on("error", (error) => fail(error.message));
  parser.on("doctype", () => fail("it has a document type, which is not accepted"));
  parser.on("opentag", (tag) => {
    if (failure === null) handlers.open(tag.name, tag.attributes);
  });
  parser.on("closetag", (tag) => {
    if (failure === null) handlers.close(tag.name);
  });
  const text = (piece: string): void => {
    if (failure === null) handlers.text(piece);
  };
  parser.on("text", text);
  parser.on("cdata", text);
  return {
    write: (piece) => {
      if (failure === null) guarded(() => void parser.write(piece), fail);
    },
    end: () => {
      if (failure === null) guarded(() => void parser.close(), fail);
      return failure;
    },
  };
}

function guarded(act: () => void, fail: (why: string) => void): void {
  try {
    act();
  } catch (error) {
    fail(error instanceof Error ? error.message : String(error));
  }
}
