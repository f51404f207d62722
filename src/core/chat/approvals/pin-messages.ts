import { paragraph } from "../../../lib/blocks.ts";
import type { ChatRef } from "../../incoming.ts";
import type { Pin } from "../../policy/approvals/pin.ts";
import type { ScannerOptions } from "../../policy/scan/inspect.ts";
import type { Messenger, Outgoing } from "../../ports/messenger.ts";
import type { People } from "../people/people.ts";
import { pinBlocks, pinKeyboard, wholePin } from "./view-pin.ts";

export type PinMessageDependencies = {
  readonly messenger: Messenger;
  readonly people: Pick<People, "ownerChat">;
  readonly scanner: () => ScannerOptions;
};

/** Shows the owner a tool as it stands, in their own chat; nobody paired yet, nobody sees it until it is shown again. */
export async function announcePin(deps: PinMessageDependencies, pin: Pin, before: Pin | null): Promise<void> {
  const place = await deps.people.ownerChat();
  if (place === null) return;
  const chat = { chatId: place.chatId, threadId: null };
  for (const message of pinMessages(pin, before, {
    key: `pin:${pin.id}`,
    chat,
    scanner: deps.scanner(),
  }))
    await deps.messenger.put(message);
}
type Place = {
  readonly key: string;
  readonly chat: ChatRef;
  readonly scanner: ScannerOptions;
};
function pinMessages(pin: Pin, before: Pin | null, { key, chat, scanner }: Place): Outgoing[] {
  const whole = wholePin(pin);
  const keyboard = pinKeyboard(pin);
  const name = `${pin.server}-${pin.tool.name.replaceAll(/[^\w.-]/g, "_")}`;
  const file = (content: string): Outgoing => ({
    key: `${key}:file`,
    chat,
    anchor: `${name}.txt`,
    blocks: [paragraph("All that the server says of this tool.")],
    silent: true,
    file: { name: `${name}.txt`, content },
  });
  return [
    ...(whole === null ? [] : [file(whole)]),
    {
      key,
      chat,
      anchor: `🧩 ${pin.server}: ${pin.tool.name}`,
      blocks: pinBlocks(pin, before, scanner),
      ...(keyboard.length === 0 ? {} : { keyboard }),
    },
  ];
}
