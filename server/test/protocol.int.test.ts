/** What docs/protocol.md says is enough to be a candidate's client, and what such a client does is right. */
import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { refusalAdvice } from "@kompeten/shared/attempt";
import { operation, protocolVersion, response, snapshot } from "@kompeten/shared/contracts/delivery";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { Employees } from "../src/personnel/index.ts";
import { repositoryRoot } from "../src/platform/config/folders.ts";
import { newDelivery, practice, type Candidate, type Delivery } from "./delivery.builders.ts";
import { TestApp } from "./harness.ts";
import { newAccount, signedIn, type AccountForTest } from "./identity.builders.ts";
import { newRecord } from "./personnel.builders.ts";
import { AttemptClient, Session, type Paper } from "./protocol-client.ts";
import { declaredMessages, declaredRoutes } from "./routes.ts";

let app: TestApp;
let account: AccountForTest;
let delivery: Delivery;
beforeAll(async () => {
  app = await TestApp.start();
  const agencyId = await app.newAgency();
  account = await newAccount(app, { agencyId, roles: ["candidate"] });
  const record = newRecord();
  const employees = await app.run({ agencyId, accountId: null }, () => app.get(Employees).enter([record]));
  const person = { actor: { agencyId, accountId: account.accountId }, employeeId: employees.get(record.nip) } as unknown as Candidate;
  delivery = await newDelivery(app, { agencyId, person, instruments: [practice] });
});
afterAll(() => app?.stop());

const itemOf = (paper: Paper, interaction: string) => paper.sections.flatMap(({ items }) => items).find((item) => item.interaction === interaction)?.id ?? "";

describe("a client made from docs/protocol.md alone", () => {
  it("knows nothing of ours", () => {
    const imports = [...readFileSync(new URL("protocol-client.ts", import.meta.url), "utf8").matchAll(/from "([^"]+)"/g)].map(([, module]) => module);
    expect(imports).toEqual(["node:crypto", "node:timers/promises", "socket.io-client"]);
  });

  it("takes an attempt from signing in to its receipt, through a lost line, a change of time and a second device", async () => {
    const session = new Session(app.url);
    await session.signIn(account.login, account.password);
    const [sitting] = (await session.lobby()).sittings;
    await session.acknowledgeNotice(sitting?.sittingId ?? "", sitting?.notice?.noticeId ?? "");
    const attemptId = sitting?.attempts[0]?.attemptId ?? "";

    const first = new AttemptClient(session, attemptId);
    await first.connect();
    expect(first.snapshot?.status.state).toBe("waiting");
    expect(await first.start()).toMatchObject({ ok: true });
    expect(first.snapshot).toMatchObject({ epoch: 1, device: "this", status: { state: "running" } });
    const { paper } = await first.paper();

    // Saved, in the order sent, and answered alike when sent again.
    const choice = paper.sections[0]?.items.find((item) => item.interaction === "choice");
    const response = { interaction: "choice", optionId: choice?.options?.[1]?.id };
    first.make("respond", { itemId: choice?.id, response });
    first.make("flag", { itemId: choice?.id, flagged: true });
    const sent = first.unsent;
    const saved = await first.send();
    expect(saved).toMatchObject([{ ok: true }, { ok: true }]);
    expect((saved[1]?.seq ?? 0) - (saved[0]?.seq ?? 0)).toBe(1);
    expect(await first.resend(sent)).toMatchObject({ ok: true, acknowledgements: saved });

    // The second section, and a text by its differences: beyond the basic plane, too.
    first.make("open-section", { sectionId: paper.sections[1]?.id });
    const essay = itemOf(paper, "extended-text");
    first.write(essay, "Saya memulai");
    first.write(essay, "Saya memulai dengan data 👩🏽‍💼");
    first.write(essay, "Saya memulai dengan data 👩🏿‍💼 dan loket");
    expect((await first.send()).map(({ ok }) => ok)).toEqual([true, true, true, true]);

    // The line goes; the writing goes on, and goes out over HTTP while there is no socket.
    first.loseLine();
    first.write(essay, "Saya memulai dengan data 👩🏿‍💼 dan loket, lalu");
    expect(await first.send("http")).toMatchObject([{ ok: true }]);
    first.write(essay, "Saya memulai dengan data 👩🏿‍💼 dan loket, lalu rekomendasi");
    await first.connect();
    expect(first.snapshot?.status.work?.responses[essay]).toEqual({ interaction: "extended-text", text: "Saya memulai dengan data 👩🏿‍💼 dan loket, lalu" });
    expect(await first.send()).toMatchObject([{ ok: true }]);

    // Another text than the server has: asked for the whole.
    const other = new AttemptClient(session, attemptId);
    Object.assign(other, { deviceId: first.deviceId });
    await other.connect();
    other.write(essay, "Ditulis di tab lain");
    await other.send();
    first.write(essay, "Saya memulai lagi");
    expect((await first.send()).map(({ refusal }) => refusal)).toEqual(["other-text", undefined]);
    other.close();

    // Time is given, told, and acknowledged.
    const proctor = await signedIn(app, { agencyId: delivery.agencyId, roles: ["proctor"] });
    const deadlineMs = first.snapshot?.status.deadlineMs ?? 0;
    const given = await proctor.post(`/api/assessments/${delivery.assessmentId}/time-changes`, { opId: randomUUID(), attemptIds: [attemptId], change: { kind: "extend", minutes: 5 }, reason: "Listrik padam" });
    expect(given.status).toBe(200);
    await vi.waitFor(() => expect(first.pushes.at(-1)).toMatchObject({ name: "attempt:changed", push: { attemptId, deadlineMs: deadlineMs + 300_000 } }), 3_000);
    expect((await first.open()).timeSeq).toBeGreaterThan(first.snapshot?.timeAcknowledgedSeq ?? 0);
    await first.acknowledgeTime();
    expect(await first.open()).toMatchObject({ timeAcknowledgedSeq: first.snapshot?.timeSeq, status: { deadlineMs: deadlineMs + 300_000 } });

    // A second device takes over; what the first still sends is set aside.
    const second = new AttemptClient(session, attemptId);
    await second.connect();
    expect(second.snapshot?.device).toBe("other");
    expect(await second.takeOver()).toMatchObject({ ok: true });
    expect(second.snapshot).toMatchObject({ epoch: 2, device: "this" });
    await vi.waitFor(() => expect(first.pushes.at(-1)).toMatchObject({ name: "attempt:changed", push: { epoch: 2 } }), 3_000);
    first.write(essay, "Dari perangkat lama");
    // What is set aside is whole.
    expect((await first.send()).map(({ refusal }) => refusal)).toEqual(["other-text", "quarantined"]);
    expect(await second.open()).toMatchObject({ setAside: { quarantined: 1 }, status: { work: { responses: { [essay]: { text: "Saya memulai lagi" } } } } });

    // Handed in over HTTP, with no socket at all, and proven.
    second.loseLine();
    second.make("submit");
    expect(await second.send("http")).toMatchObject([{ ok: true }]);
    expect((await second.open()).status).toMatchObject({ state: "closed", reason: "submitted" });
    const { receipt } = await second.receipt();
    expect(receipt.content).toMatchObject({ attemptId, reason: "submitted", journal: { entries: second.snapshot?.seq } });
    expect(await second.verify(receipt)).toEqual({ valid: true, reason: null });
    expect(await second.verify({ ...receipt, content: { ...receipt.content, closedAtMs: 1 } })).toEqual({ valid: false, reason: "wrong-signature" });
    first.close();
  });
});

describe("docs/protocol.md", () => {
  const page = readFileSync(join(repositoryRoot, "docs", "protocol.md"), "utf8");
  /** From a heading to the next one of any level. */
  const section = (heading: string): string => page.split(`\n${heading}\n`)[1]?.split(/\n##/)[0] ?? "";
  const codes = (text: string): string[] => [...text.matchAll(/`([^`]+)`/g)].map(([, code = ""]) => code);
  /** The first cells of a section's tables, and what stands beside each. */
  const rows = (heading: string): [string, string][] => section(heading).split("\n").filter((line) => /^\| *`|^\| \w/.test(line)).map((line) => line.split("|").map((cell) => cell.trim())).map(([, first = "", second = ""]) => [first, second]);
  const named = (heading: string): string[] => rows(heading).flatMap(([first]) => codes(first)).toSorted();
  const kindsOf = (union: { options: readonly { shape: Record<string, unknown> }[] }, member: string): string[] =>
    union.options.flatMap(({ shape }) => [...(shape[member] as { values: Set<string> }).values]).toSorted();

  it("says the version that is spoken, wherever it says one", () => {
    const said = [...page.matchAll(/auth:? \{ "?protocol"?: (\d+) \}/g)].map(([, version]) => Number(version));
    expect(said).toEqual([protocolVersion, protocolVersion]);
  });

  it("names every refusal with its advice, every operation, kind of answer and member of a snapshot, and no other", () => {
    const advised = rows("### What a client does with a refused operation").flatMap(([advice, refusals]) => codes(refusals).map((refusal) => [refusal, advice]));
    expect(Object.fromEntries(advised)).toEqual(expect.objectContaining(refusalAdvice));
    expect(advised).toHaveLength(Object.keys(refusalAdvice).length);
    expect(named("## Operations")).toEqual(kindsOf(operation, "kind"));
    expect(named("### Answers")).toEqual(kindsOf(response, "interaction"));
    expect(rows("## The snapshot").flatMap(([first]) => codes(first).map((code) => code.replace(/ .*/, ""))).toSorted()).toEqual(Object.keys(snapshot.shape).toSorted());
  });

  it("names every message and route of a candidate, and none that is not there", () => {
    const ofCandidates = <T extends { permission: unknown }>(declared: T[]): T[] => declared.filter(({ permission }) => permission === "attempt.own");
    const messages = rows("## Messages, each with an acknowledgement callback").flatMap(([first]) => codes(first)).map((code) => code.replace(/ .*/, ""));
    const pushes = ["attempt:changed", "documents:arrived", "messages:told", "entry:changed"];
    expect(messages.toSorted()).toEqual([...ofCandidates(declaredMessages(app)).map(({ event }) => event), ...pushes].toSorted());
    const plain = (path: string): string => path.replace("…", "/api/attempts/:id").replaceAll(/<\w+>|:\w+/g, ":").replace(/\|\w+$/, "");
    const said = new Set([...page.matchAll(/\b(GET|POST|PUT|DELETE) ((?:\/api|…)\/[^\s`?{]*)/g)].map(([, method, path = ""]) => `${method} ${plain(path)}`));
    const declared = (routes: { method: string; path: string }[]): string[] => routes.map(({ method, path }) => `${method} ${plain(path)}`);
    const routes = declaredRoutes(app);
    expect(declared(ofCandidates(routes)).filter((route) => !said.has(route))).toEqual([]);
    expect([...said].filter((route) => !declared(routes).includes(route))).toEqual([]);
  });
});
