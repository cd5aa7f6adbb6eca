// Loaded into one web process: its clock is off by CHAOS_CLOCK_MS. What decides is the database's clock (T2).
const offMs = Number(process.env.CHAOS_CLOCK_MS ?? "0");
const RealDate = Date;
globalThis.Date = class extends RealDate {
  constructor(...given) {
    if (given.length === 0) super(RealDate.now() + offMs);
    else super(...given);
  }
  static now() {
    return RealDate.now() + offMs;
  }
};
