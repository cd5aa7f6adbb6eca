/**
 * As much of a browser as the sitting's code needs, one for each simulated device in one process: the globals answer according
 * to whose code asks (AsyncLocalStorage), so that the product's own code runs as it is. IndexedDB belongs to the device and
 * outlives its tabs; the clock may be wrong and may jump; the cookie and the device's name go out with every request.
 */
import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import { AsyncLocalStorage } from "node:async_hooks";
import { Manager } from "socket.io-client";
import { deviceHeader } from "./proxy.ts";

export type Device = {
  readonly id: string;
  readonly cookie: string;
  /** The proxy's. */
  readonly host: string;
  readonly random: () => number;
  readonly indexedDB: IDBFactory;
  readonly localStorage: Pick<Storage, "getItem" | "setItem" | "removeItem">;
  skewMs: number;
  online: boolean;
  /** Of the open tab; a new tab gets new ones. */
  window: EventTarget;
  document: EventTarget & { visibilityState: string; hasFocus: () => boolean };
};

const devices = new AsyncLocalStorage<Device>();

export function newDevice(given: Pick<Device, "id" | "cookie" | "host" | "random">): Device {
  const items = new Map<string, string>();
  const localStorage = { getItem: (key: string) => items.get(key) ?? null, setItem: (key: string, value: string) => void items.set(key, value), removeItem: (key: string) => void items.delete(key) };
  return { ...given, indexedDB: new IDBFactory(), localStorage, skewMs: 0, online: true, ...newTab() };
}

export function newTab(): Pick<Device, "window" | "document"> {
  return { window: new EventTarget(), document: Object.assign(new EventTarget(), { visibilityState: "visible", hasFocus: () => true }) };
}

export function onDevice<T>(device: Device, work: () => T): T {
  return devices.run(device, work);
}

/** Whose code is running. */
export function here(): Device {
  const device = devices.getStore();
  if (!device) throw new Error("the sitting's code runs outside of any device");
  return device;
}

/** Puts the globals in place; before the sitting's code is loaded. */
export function furnish(): void {
  const given = (name: string, get: () => unknown) => Object.defineProperty(globalThis, name, { configurable: true, get });
  // Undefined outside of any device, where libraries ask whether this is a browser.
  given("window", () => devices.getStore()?.window);
  given("document", () => devices.getStore()?.document);
  given("localStorage", () => devices.getStore()?.localStorage);
  given("indexedDB", () => devices.getStore()?.indexedDB);
  given("location", () => {
    const host = devices.getStore()?.host;
    return host && { protocol: "http:", host, hostname: host.split(":")[0], port: host.split(":")[1] };
  });
  // One tab a device: no locks and no channel between tabs.
  given("BroadcastChannel", () => undefined);
  Object.defineProperty(navigator, "locks", { configurable: true, get: () => undefined });
  Object.defineProperty(navigator, "onLine", { configurable: true, get: () => devices.getStore()?.online ?? true });

  const fetchOutside = globalThis.fetch;
  globalThis.fetch = (input, init) => {
    const device = devices.getStore();
    if (!device) return fetchOutside(input, init);
    const { host, cookie, id } = device;
    if (typeof input !== "string") throw new Error("the sitting's code asks for paths");
    return fetchOutside(`http://${host}${input}`, { ...init, headers: { ...(init?.headers as Record<string, string>), cookie, [deviceHeader]: id } });
  };
  const now = Date.now;
  Date.now = () => now() + (devices.getStore()?.skewMs ?? 0);
  const random = Math.random;
  Math.random = () => (devices.getStore()?.random ?? random)();
  // A browser adds the cookie to the handshake by itself.
  const open = Manager.prototype.open;
  Manager.prototype.open = function (this: Manager, ...given) {
    const device = devices.getStore();
    if (device) this.opts.extraHeaders = { cookie: device.cookie, [deviceHeader]: device.id };
    return open.apply(this, given);
  };
}
