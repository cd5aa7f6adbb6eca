import { uuidv7 } from "@kompeten/shared/kernel";

const key = "kompeten-device";
let id: string | undefined;

/** J5: how this browser names itself to the server; made once and kept, so that a reload is the same device and another browser is not. */
export function deviceId(): string {
  if (id !== undefined) return id;
  const made = uuidv7(Date.now(), crypto.getRandomValues(new Uint8Array(10)));
  try {
    id = localStorage.getItem(key) ?? made;
    localStorage.setItem(key, id);
  } catch {
    // Without storage a reload counts as another device, which asks before it takes over.
    id = made;
  }
  return id;
}
