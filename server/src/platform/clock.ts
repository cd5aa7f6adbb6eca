import { Injectable } from "@nestjs/common";
import { uuidv7 } from "@kompeten/shared/kernel";
import { randomBytes } from "node:crypto";

/** The server's clock (T2). A class so that tests can set it; rules get the time as an argument. */
@Injectable()
export class Clock {
  now(): Date {
    return new Date();
  }
}

/** A new identifier: time-ordered, so that indexes stay dense. */
export function newId(): string {
  return uuidv7(Date.now(), randomBytes(10));
}
