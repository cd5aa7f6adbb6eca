import { expect, it } from "vitest";
import { MessageHolder } from "./message-holder.ts";

const message = (messageId: string) => ({ messageId, atMs: 5, text: messageId });

it("[R2] shows what is unread, puts away what was read, and tells so until the server knows", () => {
  let shown: readonly { messageId: string }[] = [];
  const sent: string[] = [];
  const holder = new MessageHolder({ show: (messages) => (shown = messages), send: async (id) => sent.push(id) < 0 });
  holder.told([message("a"), message("b")]);
  holder.read("a");
  expect([shown.map(({ messageId }) => messageId), sent]).toEqual([["b"], ["a"]]);
  // The server did not hear of it: it tells both again.
  holder.told([message("a"), message("b"), message("c")]);
  expect([shown.map(({ messageId }) => messageId), sent]).toEqual([["b", "c"], ["a", "a"]]);
});
