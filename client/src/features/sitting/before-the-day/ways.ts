/** The two ways on which answers travel (J10), each with the save that is measured. */
import type { DeviceCheckSave, DeviceCheckSaved } from "@kompeten/shared/contracts/device-check";
import { apiPost } from "../../../api/client.ts";
import { sample } from "./device.ts";

const answerPatienceMs = 8000;

export type Way = {
  /** Resolves, with the server's time, once the server has it on disk. */
  save: (number: number) => Promise<number>;
  /** The server's time, asked for nothing else. */
  clock: (() => Promise<number>) | null;
  close: () => void;
};

/** Rejects where the network lets no socket through. */
export async function socketWay(checkId: string): Promise<Way> {
  const { makeSocket } = await import("../../../api/socket.ts");
  const socket = makeSocket();
  const asked = socket.timeout(answerPatienceMs);
  const connected = new Promise<void>((resolve, reject) => {
    socket.once("connect", resolve);
    setTimeout(() => reject(new Error("the socket does not connect")), answerPatienceMs);
  });
  socket.connect();
  try {
    await connected;
  } catch (error) {
    socket.disconnect();
    throw error;
  }
  return {
    save: async (number) => {
      const answer = await asked.emitWithAck("device-check:save", { checkId, number, sample } satisfies DeviceCheckSave);
      if (!answer.ok) throw new Error(answer.refusal);
      return answer.serverNowMs;
    },
    clock: async () => {
      const answer = await asked.emitWithAck("clock", {});
      if (!answer.ok) throw new Error("the server did not say the time");
      return answer.serverNowMs;
    },
    close: () => void socket.disconnect(),
  };
}

export function httpWay(checkId: string): Way {
  return {
    save: async (number) => (await apiPost<DeviceCheckSaved>("/api/my-device-check-saves", { checkId, number, sample } satisfies DeviceCheckSave, { signal: AbortSignal.timeout(answerPatienceMs) })).serverNowMs,
    clock: null,
    close: () => {},
  };
}
