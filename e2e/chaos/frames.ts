/** Cuts a WebSocket byte stream (RFC 6455 §5.2) into frames, each as the bytes that came, and says what is in it. */
export type Frame = { bytes: Buffer; opcode: number; payload: Buffer };

export class FrameCutter {
  private rest: Buffer = Buffer.alloc(0);

  push(chunk: Buffer): Frame[] {
    this.rest = this.rest.length === 0 ? chunk : Buffer.concat([this.rest, chunk]);
    const frames: Frame[] = [];
    for (let frame = this.next(); frame; frame = this.next()) frames.push(frame);
    return frames;
  }

  private next(): Frame | undefined {
    const { rest } = this;
    if (rest.length < 2) return undefined;
    const short = (rest[1] as number) & 0x7f;
    const lengthBytes = short === 126 ? 2 : short === 127 ? 8 : 0;
    const masked = ((rest[1] as number) & 0x80) !== 0;
    const headLength = 2 + lengthBytes + (masked ? 4 : 0);
    if (rest.length < headLength) return undefined;
    const length = lengthBytes === 0 ? short : lengthBytes === 2 ? rest.readUInt16BE(2) : Number(rest.readBigUInt64BE(2));
    if (rest.length < headLength + length) return undefined;
    const bytes = rest.subarray(0, headLength + length);
    this.rest = rest.subarray(headLength + length);
    const payload = Buffer.from(bytes.subarray(headLength));
    if (masked) for (let index = 0; index < payload.length; index++) payload[index] = (payload[index] as number) ^ (bytes[headLength - 4 + (index % 4)] as number);
    return { bytes, opcode: (bytes[0] as number) & 0x0f, payload };
  }
}

/** A Socket.IO event or acknowledgement ("42…", "43…"): what may be lost or doubled. Handshakes and heartbeats are the line's own. */
export function isMessage({ opcode, payload }: Frame): boolean {
  return opcode === 1 && payload[0] === 0x34 && (payload[1] === 0x32 || payload[1] === 0x33);
}
