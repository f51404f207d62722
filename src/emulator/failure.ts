import type { ResponseParameters } from "@grammyjs/types";

/** An answer with `ok: false`, thrown by whatever finds the reason. */
export class Refusal extends Error {
  readonly code: number;
  readonly parameters: ResponseParameters | undefined;
  constructor(code: number, description: string, parameters?: ResponseParameters) {
    super(description);
    this.code = code;
    this.parameters = parameters;
  }
}

/** 400, with the prefix that all of Telegram's 400 answers carry. */
export function badRequest(reason: string): Refusal {
  return new Refusal(400, `Bad Request: ${reason}`);
}

/** 403, which tells a bot that it has no business in that chat. */
export function forbidden(reason: string): Refusal {
  return new Refusal(403, `Forbidden: ${reason}`);
}
