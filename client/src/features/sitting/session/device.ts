import { newId } from "../../../browser/new-id.ts";

const key = "kompeten-device";
let withoutStorage: string | undefined;

/**
 * J5: how this browser names itself to the server; made once and kept, so that a reload is the same device and another browser is
 * not. Read each time: of two tabs that open at once, the second one's name is the browser's, and the first must not keep its own.
 */
export function deviceId(): string {
  try {
    const known = localStorage.getItem(key);
    if (known !== null) return known;
    localStorage.setItem(key, newId());
    return localStorage.getItem(key) ?? newId();
  } catch {
    // Without storage a reload counts as another device, which asks before it takes over.
    return (withoutStorage ??= newId());
  }
}
