import { Injectable } from "@nestjs/common";

export type AttemptChange = { agencyId: string; attemptId: string };

/** Tells the sockets of this process that an attempt was closed or its time changed. May be lost: the audience also looks by itself. */
@Injectable()
export class AttemptNews {
  private readonly listeners: ((change: AttemptChange) => void)[] = [];

  listen(listener: (change: AttemptChange) => void): void {
    this.listeners.push(listener);
  }

  /** After the commit, never before. */
  tell(change: AttemptChange): void {
    for (const listener of this.listeners) listener(change);
  }
}
