import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { AttemptLine, type LineState } from "./attempt-line.ts";

/** As much of a socket as the line uses; `answers` says whether questions are answered. */
class FakeSocket {
  connected = false;
  active = true;
  answers = true;
  readonly emitted: string[] = [];
  private readonly listeners = new Map<string, (value?: unknown) => void>();
  on(event: string, listener: (value?: unknown) => void) {
    this.listeners.set(event, listener);
    return this;
  }
  fire(event: string, value?: unknown) {
    this.listeners.get(event)?.(value);
  }
  connect() {
    return this;
  }
  disconnect() {
    this.connected = false;
    return this;
  }
  timeout() {
    const emitWithAck = async (event: string) => {
      this.emitted.push(event);
      if (!this.answers) throw new Error("timeout");
      return { ok: true, acknowledgements: [], serverNowMs: 1 };
    };
    return { emitWithAck };
  }
}

type Silence = { onDoubt: (isDoubtful: boolean) => void; onDead: () => void };
const socket = vi.hoisted(() => ({ current: null as unknown as FakeSocket, silence: null as unknown as Silence }));
vi.mock("../../../api/socket.ts", () => ({ makeSocket: () => socket.current, watchSilence: (_: unknown, silence: Silence) => void (socket.silence = silence) }));

const body = { epoch: 1, operations: [] };
const settle = () => vi.advanceTimersByTimeAsync(20);
let states: LineState[] = [];
let requests: string[] = [];
let answer: () => Promise<Response> = async () => Response.json({});
let line: AttemptLine;

beforeEach(async () => {
  vi.useFakeTimers();
  states = [];
  requests = [];
  answer = async () => Response.json({ ok: true, acknowledgements: [], serverNowMs: 1 });
  socket.current = new FakeSocket();
  vi.stubGlobal("fetch", (url: string, { method }: { method: string }) => (requests.push(`${method} ${url}`), answer()));
  line = new AttemptLine("a", { onState: (state) => states.push(state), onChanged: () => {}, onArrived: () => {}, onMessages: () => {}, onEntry: () => {}, onSnapshot: () => {} });
});
afterEach(() => {
  line.close();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});
/** An answer that is read without the event loop, which does not turn while the timers are ours. */
const readAtOnce = () => ({ ok: true, status: 200, json: async () => ({}) }) as Response;
const connect = async () => {
  line.start();
  await settle();
  socket.current.connected = true;
  socket.current.fire("connect");
};

describe("[J10] the line", () => {
  it("sends over the socket while it is well", async () => {
    await connect();
    await line.append(body);
    expect(states.at(-1)).toBe("socket");
    expect(socket.current.emitted).toEqual(["attempt:append"]);
    expect(requests.filter((request) => request.startsWith("POST"))).toEqual([]);
  });

  it("sends by plain HTTP when the socket does not connect, and after one that did not answer", async () => {
    line.start();
    await settle();
    await line.append(body);
    expect(states.at(-1)).toBe("http");
    socket.current.connected = true;
    socket.current.fire("connect");
    socket.current.answers = false;
    await expect(line.append(body)).rejects.toThrow("timeout");
    await line.append(body);
    expect(requests.filter((request) => request.startsWith("POST"))).toHaveLength(2);
  });

  it("[T2] goes back to the socket after half a minute, though the device's clock was set back meanwhile", async () => {
    await connect();
    socket.current.answers = false;
    await expect(line.append(body)).rejects.toThrow("timeout");
    vi.setSystemTime(Date.now() - 3_600_000);
    socket.current.answers = true;
    await vi.advanceTimersByTimeAsync(31_000);
    await line.append(body);
    expect(socket.current.emitted).toEqual(["attempt:append", "attempt:append"]);
  });

  it("says within 5 s that nobody answers, and comes back by itself", async () => {
    await connect();
    answer = () => Promise.reject(new TypeError("Failed to fetch"));
    socket.current.connected = false;
    socket.current.fire("disconnect");
    await vi.advanceTimersByTimeAsync(5000);
    expect(states.at(-1)).toBe("offline");
    answer = async () => Response.json({});
    await vi.advanceTimersByTimeAsync(10_000);
    expect(states.at(-1)).toBe("http");
  });

  it("[J8] says of a line without a socket within 5 s that nobody answers, or refuses, and that somebody does again", async () => {
    const well = async () => readAtOnce();
    answer = well;
    line.start();
    await vi.dynamicImportSettled();
    await vi.advanceTimersByTimeAsync(4000);
    for (let outage = 0; outage < 20; outage++) {
      await vi.advanceTimersByTimeAsync(6000 * Math.random());
      expect(states.at(-1)).toBe("http");
      let hangsUp: () => void = () => {};
      const hanging = new Promise<Response>((_, reject) => (hangsUp = () => reject(new DOMException("given up", "TimeoutError"))));
      hanging.catch(() => {});
      answer = outage % 2 === 0 ? () => hanging : () => Promise.reject(new TypeError("Failed to fetch"));
      await vi.advanceTimersByTimeAsync(5000);
      expect(states.at(-1)).toBe(outage % 2 === 0 ? "connecting" : "offline");
      hangsUp();
      await vi.advanceTimersByTimeAsync(10_000 * Math.random());
      answer = well;
      await vi.advanceTimersByTimeAsync(5000);
    }
  });

  it("[J8] is not in doubt where it is only slow", async () => {
    answer = () => new Promise((resolve) => setTimeout(() => resolve(readAtOnce()), 1500));
    line.start();
    await vi.dynamicImportSettled();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(states).toEqual(["http"]);
  });

  it("does not ask more often than before where the socket is away and nobody has answered since", async () => {
    await connect();
    answer = () => Promise.reject(new TypeError("Failed to fetch"));
    socket.current.connected = false;
    requests.length = 0;
    socket.current.fire("disconnect");
    await vi.advanceTimersByTimeAsync(60_000);
    expect(requests.length).toBeLessThanOrEqual(15);
  });

  it("does not call a line well that has fallen silent, and makes another where it is dead", async () => {
    await connect();
    socket.silence.onDoubt(true);
    expect(states.at(-1)).toBe("connecting");
    socket.silence.onDoubt(false);
    expect(states.at(-1)).toBe("socket");
    let connects = 0;
    socket.current.connect = () => (connects++, socket.current);
    socket.silence.onDead();
    expect([socket.current.connected, connects]).toEqual([false, 1]);
    window.dispatchEvent(new Event("offline"));
    socket.silence.onDoubt(true);
    expect(states.at(-1)).toBe("offline");
  });

  it("asks again within 3 s when the server could not check the session", async () => {
    line.start();
    await settle();
    let connects = 0;
    socket.current.connect = () => (connects++, socket.current);
    socket.current.active = false;
    socket.current.fire("connect_error", new Error("not-ready"));
    await vi.advanceTimersByTimeAsync(3000);
    expect(connects).toBe(1);
  });

  it("believes a socket that outlived an outage only when it answers", async () => {
    await connect();
    window.dispatchEvent(new Event("offline"));
    expect(states.at(-1)).toBe("offline");
    window.dispatchEvent(new Event("online"));
    await settle();
    expect(states.at(-1)).toBe("socket");
    socket.current.answers = false;
    window.dispatchEvent(new Event("offline"));
    window.dispatchEvent(new Event("online"));
    await settle();
    expect(socket.current.connected).toBe(false);
    expect(states.at(-1)).toBe("http");
  });

  it("asks to sign in again when the session is over, and speaks refusals of the protocol", async () => {
    line.start();
    await settle();
    answer = async () => Response.json({ code: "not-signed-in", status: 401 }, { status: 401 });
    await expect(line.append(body)).rejects.toThrow("not-signed-in");
    expect(states.at(-1)).toBe("signed-out");
    answer = async () => Response.json({ code: "not-found", status: 404 }, { status: 404 });
    expect(await line.append(body)).toEqual({ ok: false, refusal: "not-found" });
    socket.current.fire("connect_error", new Error("protocol"));
    expect(states.at(-1)).toBe("outdated");
  });

  it("[R5] asks once more with a pass where the browser is not allowed, and carries it from then on", async () => {
    let allowed = false;
    answer = async () => {
      const asking = requests.at(-1);
      if (asking?.startsWith("POST")) {
        allowed = true;
        return Response.json({ ok: true, pass: "p", untilMs: 1 });
      }
      return allowed ? Response.json({ serverNowMs: 1 }) : Response.json({ code: "browser-not-allowed", status: 409 }, { status: 409 });
    };
    expect(await line.open(undefined)).toMatchObject({ ok: true });
    expect(requests.map((request) => request.replace(/\?.*/, ""))).toEqual(["GET /api/attempts/a", "POST /api/attempts/a/browser-pass", "GET /api/attempts/a"]);
    expect(await line.startProof()).toEqual({ browserPass: "p" });
    expect(requests).toHaveLength(4);
  });

  it("[R5] proves nothing where nobody asks", async () => {
    await line.open(undefined);
    expect(await line.startProof()).toEqual({});
    expect(requests.every((request) => request.startsWith("GET"))).toBe(true);
  });

  it("[T2] tells when a look was asked for and when its answer came, so that the way is not taken for time", async () => {
    const marks: number[][] = [];
    const looking = new AttemptLine("b", {
      // What hears first that the line is well may take its time.
      onState: () => void vi.advanceTimersByTime(700),
      onChanged: () => {},
      onArrived: () => {},
      onMessages: () => {},
      onEntry: () => {},
      onSnapshot: (_snapshot, sentMs, receivedMs) => marks.push([sentMs, receivedMs]),
    });
    answer = () => new Promise((resolve) => setTimeout(() => resolve(Response.json({ serverNowMs: 1 })), 400));
    looking.start();
    await vi.advanceTimersByTimeAsync(5000);
    looking.close();
    expect(marks.length).toBeGreaterThan(0);
    for (const [sentMs = 0, receivedMs = 0] of marks) expect(Math.round(receivedMs - sentMs)).toBe(400);
  });
});
