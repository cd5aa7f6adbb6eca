import { beforeEach, describe, expect, it } from "vitest";
import { deviceId } from "./device.ts";

describe("[J5] a browser's name", () => {
  beforeEach(() => localStorage.clear());

  it("is made once and kept", () => {
    const name = deviceId();
    expect(deviceId()).toBe(name);
  });

  it("is one for two tabs that opened at once: the one that is kept", () => {
    deviceId();
    // The other tab had found nothing either, and wrote after this one.
    localStorage.setItem("kompeten-device", "0190a000-0000-7000-8000-000000000001");
    expect(deviceId()).toBe("0190a000-0000-7000-8000-000000000001");
  });
});
