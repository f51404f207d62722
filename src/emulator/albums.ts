import type { Message } from "@grammyjs/types";
import { badRequest } from "./failure.ts";
import type { ChatState, FileKind } from "./state.ts";

const MOST_PARTS = 10;
/** People's apps put pictures and videos together, and documents and sound files each with their own. */
const TOGETHER: readonly (readonly FileKind[])[] = [["photo", "video"], ["document"], ["audio"]];

/**
 * A part of an album that a person sends: the parts come as messages of their own, with the same `media_group_id`.
 * @param album decides which parts belong together: 1 to 18 digits
 */
export function joinAlbum(
  chat: ChatState,
  { userId, album, kind }: { userId: number; album: string; kind: FileKind },
): Pick<Message, "media_group_id"> {
  if (!/^\d{1,18}$/.test(album)) throw badRequest("an album is named by 1 to 18 digits");
  const kinds = TOGETHER.find((group) => group.includes(kind));
  if (kinds === undefined) throw badRequest(`a ${kind} cannot be part of an album`);
  const parts = [...chat.messages.values()].filter(({ media_group_id: group }) => group === album);
  if (parts.length >= MOST_PARTS) throw badRequest(`an album has at most ${MOST_PARTS} parts`);
  if (parts.some(({ from }) => from?.id !== userId)) throw badRequest("that album is somebody else's");
  if (parts.some((part) => !kinds.some((one) => one in part)))
    throw badRequest("documents, sound files, and pictures with videos are albums of their own");
  return { media_group_id: album };
}
