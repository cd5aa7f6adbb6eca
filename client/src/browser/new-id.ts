import { uuidv7 } from "@kompeten/shared/kernel";

/** A UUIDv7: the opId of a deed, which keeps it at every resend (J3), and what else this browser names. */
export const newId = (): string => uuidv7(Date.now(), crypto.getRandomValues(new Uint8Array(10)));
