import type { Migration } from "./migration.ts";

/** An edit names the message that it changes. */
export const messages: Migration = {
  version: 12,
  name: "messages",
  sql: `
CREATE INDEX inbox_message ON inbox (json_extract(content, '$.messageId'), json_extract(content, '$.chat.chatId'));
`,
};
