import type { WebhookInfo } from "@grammyjs/types";
import type { Call, Context, Handlers } from "../context.ts";
import type { Fields } from "../check.ts";
import type { MethodName } from "../parameters.ts";
import { createAccountMethods } from "./account.ts";
import { chatMethods } from "./chats.ts";
import { copyMethods } from "./copy.ts";
import { editMethods, ephemeralMethods } from "./edit.ts";
import { sendMethods } from "./send.ts";
import { topicMethods } from "./topics.ts";

export type RunMethod = (method: MethodName, context: Context, payload: Fields, call: Call) => Promise<unknown>;

/** Every method of the parameter table has a handler: the compiler says so. */
export function createMethods(webhookInfo: () => WebhookInfo): RunMethod {
  const handlers: Handlers<MethodName> = {
    ...createAccountMethods(webhookInfo),
    ...chatMethods,
    ...copyMethods,
    ...editMethods,
    ...ephemeralMethods,
    ...sendMethods,
    ...topicMethods,
  };
  return async (method, context, payload, call) => {
    // The payload was checked against this very method's table.
    const handler = handlers[method] as (context: Context, payload: Fields, call: Call) => unknown;
    return await handler(context, payload, call);
  };
}
