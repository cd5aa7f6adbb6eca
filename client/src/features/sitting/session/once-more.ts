/** One at a time; for whoever asks while it is under way, once more afterwards: its answer does not have what came since. */
export class OnceMore {
  private readonly work: () => Promise<void>;
  private state: "idle" | "under way" | "asked again" = "idle";

  constructor(work: () => Promise<void>) {
    this.work = work;
  }

  async ask(): Promise<void> {
    if (this.state !== "idle") {
      this.state = "asked again";
      return;
    }
    do {
      this.state = "under way";
      await this.work();
    } while ((this.state as string) === "asked again");
    this.state = "idle";
  }
}
