import type { ProctorMessage } from "@kompeten/shared/contracts/room-record";

type Deps = { show: (messages: readonly ProctorMessage[]) => void; send: (messageId: string) => Promise<boolean> };

/** R2: what the proctor said and the person has not put away. That they did is told the server, again at every telling until it knows. */
export class MessageHolder {
  private unread: readonly ProctorMessage[] = [];
  private readonly putAway = new Set<string>();
  private readonly deps: Deps;

  constructor(deps: Deps) {
    this.deps = deps;
  }

  told(messages: readonly ProctorMessage[]): void {
    for (const { messageId } of messages) if (this.putAway.has(messageId)) this.send(messageId);
    this.unread = messages.filter(({ messageId }) => !this.putAway.has(messageId));
    this.deps.show(this.unread);
  }

  read(messageId: string): void {
    this.putAway.add(messageId);
    this.unread = this.unread.filter((message) => message.messageId !== messageId);
    this.deps.show(this.unread);
    this.send(messageId);
  }

  private send(messageId: string): void {
    void this.deps.send(messageId).catch(() => false);
  }
}
