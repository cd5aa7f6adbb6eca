/** A candidate who asks everything a candidate may ask, in every instrument, and keeps what was told. */
import { z, type ZodType } from "zod";
import { appendAnswer, arrivedPush, changedPush, clockAnswer, openAnswer, operationsMax, refusal, type Acknowledgement, type ClientMessages, type Operation, type ServerMessages } from "@kompeten/shared/contracts/delivery";
import { deviceCheckSaveAnswer, type ClientDeviceCheckMessages } from "@kompeten/shared/contracts/device-check";
import { rolesMay } from "@kompeten/shared/contracts/permissions";
import { problem } from "@kompeten/shared/contracts/problem";
import { presenceAnswer, type ClientPresenceMessages } from "@kompeten/shared/contracts/presence";
import { entryPush, messagesPush, readAnswer, type ClientRecordMessages, type ServerRecordMessages } from "@kompeten/shared/contracts/room-record";
import type { InBasketDocument, Paper, TestItem } from "@kompeten/shared/paper";
import { ServerTime } from "../src/delivery/server-time.service.ts";
import { newId } from "../src/platform/index.ts";
import { Line, type Candidate, type Delivery } from "./delivery.builders.ts";
import type { HttpClient, TestApp } from "./harness.ts";
import { declaredMessages, declaredRoutes, type DeclaredRoute } from "./routes.ts";

type Code = keyof Candidate["attempts"];
/** `of`: "GET /api/my-attempts", "attempt:open", "push attempt:changed". `good`: no refusal. */
export type Told = { of: string; code: Code | undefined; good: boolean; payload: unknown; contract: ZodType | undefined };

// A message or a push that is not here is a type error; one that the server declares and is not here fails the walk.
const answers: Record<string, ZodType> = {
  "attempt:open": openAnswer,
  "attempt:append": appendAnswer,
  "attempt:presence": presenceAnswer,
  "message:read": readAnswer,
  clock: clockAnswer,
  "device-check:save": deviceCheckSaveAnswer,
} satisfies Record<keyof (ClientMessages & ClientDeviceCheckMessages & ClientPresenceMessages & ClientRecordMessages), ZodType>;
const pushes: Record<string, ZodType> = {
  "attempt:changed": changedPush,
  "documents:arrived": arrivedPush,
  "messages:told": messagesPush,
  "entry:changed": entryPush,
} satisfies Record<keyof (ServerMessages & ServerRecordMessages), ZodType>;

/** What is no JSON. */
const files: Record<string, ZodType> = { "GET /api/my-sittings/:id/safe-exam-browser.seb": z.string().startsWith("<?xml").max(4_000) };

const refused = z.strictObject({ ok: z.literal(false), refusal, retryAfterMs: z.int().optional() });

/** Routes by name, and the names of everything that a candidate may ask or be told: what the permissions say, not a list. */
export function candidatesOwn(app: TestApp): { routes: Map<string, DeclaredRoute>; names: string[] } {
  const held = ({ permission }: Pick<DeclaredRoute, "permission">) => permission !== undefined && (permission === "open" || rolesMay(["candidate"], permission));
  const routes = new Map(declaredRoutes(app).filter(held).map((route) => [`${route.method} ${route.path}`, route]));
  const messages = declaredMessages(app).filter(held).map(({ event }) => event);
  return { routes, names: [...routes.keys(), ...messages, ...Object.keys(pushes).map((event) => `push ${event}`)] };
}

/** Those of the names that nothing good was told of. */
export function untold(names: readonly string[], told: readonly Told[]): string[] {
  const known = new Set(told.filter(({ good }) => good).map(({ of }) => of));
  return names.filter((name) => !known.has(name));
}

export class CandidateWalk {
  readonly told: Told[] = [];
  private readonly routes: Map<string, DeclaredRoute>;
  private code: Code | undefined;

  constructor(
    private readonly app: TestApp,
    private readonly stage: Delivery,
    private readonly who: Candidate,
    private readonly proctor: HttpClient,
  ) {
    this.routes = candidatesOwn(app).routes;
  }

  /** Signs in and out, and what is open to everybody. */
  async session({ login, password, agencyId, receipt }: { login: string; password: string; agencyId: string; receipt: unknown }): Promise<void> {
    this.code = undefined;
    const http = this.app.http();
    const newPassword = `${password} baru`;
    await this.ask("GET /api/health", {}, undefined, http);
    await this.ask("GET /api/receipts/keys", {}, undefined, http);
    await this.ask("POST /api/receipts/verify", {}, receipt, http);
    await this.ask("POST /api/session", {}, { login, password }, http);
    await this.ask("GET /api/session", {}, undefined, http);
    await this.ask("POST /api/session/agency", {}, { agencyId }, http);
    await this.ask("POST /api/session/password", {}, { currentPassword: password, newPassword }, http);
    await this.ask("DELETE /api/session", {}, undefined, http);
    await http.signIn(login, newPassword);
    await this.ask("DELETE /api/sessions", {}, undefined, http);
  }

  /** B1, B2, B4: before the day. */
  async deviceCheck(): Promise<void> {
    this.code = undefined;
    const line = await this.line();
    const checkId = newId();
    await this.say(line, "device-check:save", { checkId, number: 1, sample: "Contoh." });
    await this.ask("POST /api/my-device-check-saves", {}, { checkId, number: 1, sample: "Contoh." });
    const way = { tried: 1, saved: 1, medianMs: 20, worstMs: 20 };
    await this.ask("POST /api/my-device-checks", {}, { checkId, findings: { missing: [], storage: "lasting", screen: { widthPx: 1366, heightPx: 768 }, clockOffsetMs: 12, socket: way, http: way } });
    await this.ask("GET /api/my-device-checks");
    await this.ask("GET /api/practice");
    line.close();
  }

  /** R5: the file of a sitting that is taken in Safe Exam Browser. */
  async browserFile(sittingId: string): Promise<void> {
    this.code = undefined;
    await this.ask("GET /api/my-sittings/:id/safe-exam-browser.seb", { id: sittingId });
  }

  /** From the lobby to the receipt, which is the answer. */
  async instrument(code: Code): Promise<unknown> {
    this.code = code;
    const id = this.who.attempts[code];
    await this.ask("POST /api/my-sittings/:id/notice", { id: this.stage.sittingId }, { opId: newId(), noticeId: this.stage.noticeId });
    await this.ask("GET /api/my-attempts");
    await this.ask("POST /api/attempts/:id/browser-pass", { id }, { page: null });
    // What is in it is what the paper's own route answers (lobby.int.test.ts).
    await this.ask("GET /api/attempts/:id/sealed-paper", { id });
    const line = await this.line();
    await this.say(line, "attempt:open", { attemptId: id });
    await this.append(line, [{ opId: newId(), kind: "start" }]);
    const { paper } = (await this.ask("GET /api/attempts/:id/paper", { id })) as { paper: Paper };
    await this.ask("GET /api/attempts/:id/documents", { id });
    const written = await (paper.kind === "test" ? this.test(line, paper, code) : paper.kind === "case" ? this.caseAnswers(line, paper) : this.desk(line, paper.documents));
    await this.ask("GET /api/attempts/:id/answers/:itemId/revisions", { id, itemId: written });
    await this.ask("POST /api/attempts/:id/operations", { id }, { epoch: 1, operations: [{ opId: newId(), kind: "flag", itemId: written, flagged: true }] });
    await this.ask("POST /api/attempts/:id/operations", { id }, { epoch: 1, operations: [{ opId: newId(), kind: "flag", itemId: "tidak-ada", flagged: true }] });
    await this.withProctor(line, id);
    const presence = { roundTripMs: 20, unsaved: 0, awaySinceMs: null, events: [{ eventId: newId(), kind: "away", cause: "hidden", atMs: Date.now() }] };
    await this.say(line, "attempt:presence", { attemptId: id, ...presence });
    await this.ask("POST /api/attempts/:id/presence", { id }, presence);
    await this.say(line, "clock", {});
    await this.say(line, "clock", "bukan pesan");
    await this.say(line, "attempt:open", { attemptId: id });
    await this.ask("GET /api/attempts/:id", { id });
    const closed = line.next("attempt:changed");
    await this.append(line, [{ opId: newId(), kind: "submit" }]);
    await closed;
    await this.say(line, "attempt:open", { attemptId: id });
    await this.ask("GET /api/attempts/:id", { id });
    await this.ask("GET /api/attempts/:id/paper", { id });
    await this.ask("GET /api/my-attempts");
    const { receipt } = (await this.ask("GET /api/attempts/:id/receipt", { id })) as { receipt: unknown };
    line.close();
    return receipt;
  }

  private async test(line: Line, { sections }: Extract<Paper, { kind: "test" }>, code: Code): Promise<string> {
    for (const [index, { id, items }] of sections.entries()) {
      // T7: only the practice test takes its sections in turn.
      if (index > 0 && code === "latihan-antarmuka") await this.append(line, [{ opId: newId(), kind: "open-section", sectionId: id }]);
      await this.append(line, items.map((item) => ({ opId: newId(), kind: "respond", itemId: item.id, response: someAnswer(item) })));
    }
    return sections.at(-1)?.items.at(-1)?.id ?? "";
  }

  private async caseAnswers(line: Line, { exhibits, questions }: Extract<Paper, { kind: "case" }>): Promise<string> {
    await this.append(line, questions.map(({ id }) => ({ opId: newId(), kind: "respond", itemId: id, response: { interaction: "extended-text", text: "Terus mengerjakan." } })));
    await this.append(line, exhibits.map(({ id }) => ({ opId: newId(), kind: "act", action: { actionId: newId(), documentId: id, type: "annotate", from: 0, quote: "lampiran", colour: "pink", note: "Periksa" } })));
    return questions[0]?.id ?? "";
  }

  /** Everything that can be done with a document, and again when the later ones are there. */
  private async desk(line: Line, documents: readonly InBasketDocument[]): Promise<string> {
    const id = this.who.attempts["in-basket-administrator"];
    await this.append(line, documents.flatMap(({ id: documentId }) => actionsOn(documentId, documents)));
    const time = this.app.get(ServerTime);
    const nowMs = time.nowMs.bind(time);
    time.nowMs = () => nowMs() + 2_400_000;
    try {
      const second = await this.line();
      const arrival = second.next("documents:arrived");
      await this.say(second, "attempt:open", { attemptId: id });
      const arrived = ((await arrival) as { documents: InBasketDocument[] }).documents;
      await this.ask("GET /api/attempts/:id/documents", { id });
      await this.append(second, arrived.flatMap(({ id: documentId }) => actionsOn(documentId, arrived)));
      second.close();
    } finally {
      time.nowMs = nowMs;
    }
    return documents[0]?.id ?? "";
  }

  private async withProctor(line: Line, id: string): Promise<void> {
    const deed = (deed: object) => this.proctor.post(`/api/assessments/${this.stage.assessmentId}/room-record`, { opId: newId(), enrolmentIds: [this.who.enrolmentId], deed });
    const changed = line.next("entry:changed");
    await deed({ kind: "identity", outcome: "confirmed", reason: null });
    await changed;
    for (const text of ["Silakan minum.", "Waktu istirahat setelah ini."]) {
      const told = line.next("messages:told");
      await deed({ kind: "message", text });
      await told;
    }
    const { messages } = (await this.ask("GET /api/attempts/:id/messages", { id })) as { messages: { messageId: string }[] };
    await this.ask("POST /api/attempts/:id/messages/:messageId/reading", { id, messageId: messages[0]?.messageId ?? "" });
    await this.say(line, "message:read", { attemptId: id, messageId: messages[1]?.messageId });
  }

  private async line(): Promise<Line> {
    const line = await Line.open(this.app.url, this.who.token);
    line.socket.onAny((event: string, payload: unknown) => this.keep({ of: `push ${event}`, good: true, payload, contract: pushes[event] }));
    return line;
  }

  private async ask(name: string, params: Record<string, string> = {}, body?: unknown, http = this.who.http): Promise<unknown> {
    const route = this.routes.get(name);
    if (!route) throw new Error(`${name} is no route of a candidate's`);
    const path = Object.entries(params).reduce((filled, [param, value]) => filled.replace(`:${param}`, value), route.path);
    const answer = await http.request(route.method, path, body);
    const good = answer.status === route.status;
    this.keep({ of: name, good, payload: answer.body, contract: good ? (route.answer ?? files[name]) : problem });
    return answer.body;
  }

  private async say(line: Line, event: string, message: unknown): Promise<{ ok: boolean; acknowledgements?: Acknowledgement[] }> {
    const contract = answers[event];
    if (!contract) throw new Error(`say what the answer to ${event} is`);
    const payload = await line.call(event, message);
    this.keep({ of: event, good: payload.ok, payload, contract: payload.ok ? contract : refused });
    return payload;
  }

  private async append(line: Line, operations: Operation[]): Promise<void> {
    const attemptId = this.who.attempts[this.code as Code];
    for (let from = 0; from < operations.length; from += operationsMax) {
      const answer = await this.say(line, "attempt:append", { attemptId, epoch: 1, operations: operations.slice(from, from + operationsMax) });
      if (!answer.acknowledgements?.every(({ ok }) => ok)) throw new Error(`the walk was refused: ${JSON.stringify(answer)}`);
    }
  }

  private keep(told: Omit<Told, "code">): void {
    this.told.push({ ...told, code: this.code });
  }
}

/** One action of each type on a document. */
function actionsOn(documentId: string, documents: readonly InBasketDocument[]): Operation[] {
  const others = documents.slice(0, 3).map(({ id }) => id);
  const contents = [
    { type: "reply", to: "Pengirim", text: "Terima kasih." },
    { type: "forward", to: "Ketua tim", text: "Mohon dibaca." },
    { type: "delegate", to: "Ketua tim", instruction: "Kerjakan.", due: null },
    { type: "schedule", title: "Rapat", start: "2026-11-10T09:00", end: "2026-11-10T10:00", place: null },
    { type: "prioritise", urgency: "high", importance: "low" },
    { type: "file", reason: null },
    { type: "decide", text: "Setuju." },
    { type: "note", text: "Catatan." },
    { type: "ask", to: "Pengirim", text: "Kapan?" },
    { type: "escalate", to: "Atasan", text: "Mohon arahan." },
    { type: "postpone", until: null, reason: "Menunggu data." },
    { type: "link", documents: others, note: "Serupa." },
    { type: "todo", text: "Telepon.", done: false },
    { type: "memo", priorities: others.map((id) => ({ documentId: id, reason: "Penting." })), text: "Ringkasan." },
  ] as const;
  return contents.map((content) => ({ opId: newId(), kind: "act", action: { actionId: newId(), documentId, ...content } }) as Operation);
}

/** An answer of the item's own shape; whether it is right does not matter. */
function someAnswer(item: TestItem): Extract<Operation, { kind: "respond" }>["response"] {
  const first = (options: readonly { id: string }[]) => options[0]?.id ?? null;
  switch (item.interaction) {
    case "choice":
      return { interaction: "choice", optionId: first(item.options) };
    case "best-worst":
      return { interaction: "best-worst", best: first(item.options), worst: first(item.options.slice(1)) };
    case "multiple-response":
    case "order":
      return { interaction: item.interaction, optionIds: item.options.map(({ id }) => id) };
    case "match":
      return { interaction: "match", chosen: Object.fromEntries(item.sources.map(({ id }, index) => [id, item.targets[index]?.id ?? null])) };
    case "inline-choice":
      return { interaction: "inline-choice", chosen: Object.fromEntries(item.text.flatMap((part) => ("gap" in part ? [[part.gap, first(part.options)]] : []))) };
    case "likert":
      return { interaction: "likert", chosen: Object.fromEntries(item.statements.map(({ id }) => [id, first(item.scale)])) };
    case "text-entry":
      return { interaction: "text-entry", text: item.format === "number" ? "1" : "surut", unit: item.units[0] ?? null };
    case "slider":
      return { interaction: "slider", value: item.lowerBound };
    case "extended-text":
      return { interaction: "extended-text", text: "Terus mengerjakan." };
  }
}
