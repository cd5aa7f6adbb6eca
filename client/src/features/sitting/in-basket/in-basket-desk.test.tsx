/** The desk as a candidate has it: the page's own session, queue and drafts, and at the other end of the line the machine that the server's journal runs by. */
import type { Action } from "@kompeten/shared/attempt";
import { type DocumentsView, type Operation, operationsBody, type OperationsBody, type PaperView } from "@kompeten/shared/contracts/delivery";
import type { PracticeView } from "@kompeten/shared/contracts/practice";
import { type InBasketPaper, inBasketPaper } from "@kompeten/shared/paper";
import { act, fireEvent, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useEffect, useSyncExternalStore } from "react";
import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { startI18n } from "../../../app/i18n/index.ts";
import { newId } from "../../../browser/new-id.ts";
import { renderUi } from "../../../test/render.tsx";
import { words } from "../../../words/words.ts";
import { PracticeLine } from "../before-the-day/practice-line.ts";
import { memoryQueueStore } from "../queue/queue-store.ts";
import type { Line, LineEvents } from "../session/attempt-line.ts";
import { AttemptSession } from "../session/attempt-session.ts";
import { AttemptContext } from "../session/use-attempt-session.ts";
import { useSaveState } from "../work/use-save-state.ts";
import InBasketPlayer from "./in-basket-player.tsx";

const letter = (id: string, more: object = {}) => ({ id, kind: "email", from: `Pengirim ${id}`, to: "Kabid", sentAt: "2026-11-06T08:00", subject: `Perihal ${id}`, body: [{ type: "text", text: "Isi surat" }], ...more });
const paper: InBasketPaper = inBasketPaper.parse({
  kind: "in-basket",
  scenario: { role: "Kepala Bidang", organisation: "Dinas Sosial", now: "2026-11-09T09:00", briefing: [{ type: "text", text: "Anda baru kembali." }] },
  organisationChart: [
    { id: "o1", name: "Ratna", position: "Kepala Dinas" },
    { id: "o2", name: "Anda", position: "Kepala Bidang", reportsTo: "o1" },
    { id: "o3", name: "Bayu", position: "Kepala Seksi", reportsTo: "o2" },
  ],
  calendar: [{ id: "c1", title: "Rapat Komisi E", start: "2026-11-09T13:00", end: "2026-11-09T15:00", movable: false }],
  // Those that come later are not in the order in which they come.
  documents: [letter("d1"), letter("d2"), letter("d6", { arrivesAfterSeconds: 2100 }), letter("d4", { arrivesAfterSeconds: 1020 }), letter("d3", { arrivesAfterSeconds: 480 }), letter("d5", { arrivesAfterSeconds: 1620 })],
});

/** A server with one attempt, which pages come and go from. */
class Office {
  readonly taken: Operation[] = [];
  readonly attemptId = newId();
  private nowMs = Date.now();
  private readonly startedAtMs = this.nowMs;
  private readonly server = new PracticeLine({ title: "Meja", candidateInstructions: "", limitMs: 3_600_000, paper } as PracticeView, { attemptId: this.attemptId, seed: 1, nowMs: () => this.nowMs }, { onState: () => {} });
  /** While held, operations get no answer. */
  held = false;
  private events: LineEvents | undefined;

  pass(seconds: number): void {
    this.nowMs += seconds * 1000;
  }

  private arrived(after: number): DocumentsView {
    const documents = paper.documents.filter(({ arrivesAfterSeconds }) => arrivesAfterSeconds > after && arrivesAfterSeconds * 1000 <= this.nowMs - this.startedAtMs);
    return { attemptId: this.attemptId, documents, nextArrivalAtMs: null };
  }

  /** All that has come in so far, as the server pushes it at the next handshake. */
  readonly deliver = () => act(async () => this.events?.onArrived(this.arrived(0)));

  lineFor(events: LineEvents): Line {
    this.events = events;
    return Object.assign(Object.create(this.server) as Line, {
      start: () => events.onState("socket"),
      paper: async (): Promise<PaperView> => ({ ...(await this.server.paper()), paper: { ...paper, documents: this.arrived(-1).documents } }),
      documents: async (after: number) => this.arrived(after),
      append: async (body: OperationsBody) => {
        if (this.held) throw new Error("no line");
        // By the contract that the real server reads with.
        this.taken.push(...operationsBody.parse(body).operations);
        return this.server.append(body);
      },
    });
  }

  /** The actions as they were sent, in order. */
  get actions(): Action[] {
    return this.taken.flatMap((operation) => (operation.kind === "act" ? [operation.action as Action] : []));
  }
  /** What the server holds. */
  async standing(): Promise<object[]> {
    const opened = await this.server.open();
    if (!opened.ok || opened.snapshot.status.state !== "running") throw new Error("it runs");
    return opened.snapshot.status.work.actions.filter(({ withdrawn }) => !withdrawn).map(({ documentId, content }) => ({ documentId, ...content }));
  }
}

function Sitting({ session }: { session: AttemptSession }) {
  const state = useSyncExternalStore(session.subscribe, session.getState);
  useEffect(() => {
    session.start();
    return () => session.stop();
  }, [session]);
  if (state.paper?.kind !== "in-basket") return null;
  return (
    <AttemptContext value={{ session, state }}>
      <Bar />
      <InBasketPlayer paper={state.paper} place="d1" />
    </AttemptContext>
  );
}

function Bar() {
  return <output aria-label="simpan">{useSaveState().kind}</output>;
}

/** A page on the attempt; one that was loaded before is gone. */
async function sitDown(office: Office) {
  sessionStorage.clear();
  const session = new AttemptSession(office.attemptId, { practice: false, store: async () => memoryQueueStore(), line: (_, events) => office.lineFor(events) });
  const page = await renderUi(<Sitting session={session} />);
  const user = userEvent.setup();
  await screen.findByRole("region", { name: "Tindak lanjut" });
  const panel = () => within(screen.getByRole("region", { name: "Tindak lanjut" }));
  return {
    user,
    panel,
    begin: (name: string) => user.click(panel().getByRole("button", { name })),
    done: () => user.click(panel().getByRole("button", { name: "Selesai" })),
    open: (subject: string) => user.click(within(screen.getByRole("region", { name: "Kotak masuk" })).getByRole("button", { name: new RegExp(subject) })),
    /** Everything acknowledged. */
    saved: () => vi.waitFor(() => expect(screen.getByLabelText("simpan")).toHaveTextContent("saved"), 4_000),
    bar: () => screen.getByLabelText("simpan").textContent,
    leave: () => page.unmount(),
    reconnect: () => act(async () => session.reopen()),
  };
}

let office: Office;
beforeAll(async () => {
  await startI18n("id");
  await words.load("in-basket");
}, 60_000);
beforeEach(() => void (office = new Office()));
const axis = (name: string) => within(screen.getByRole("radiogroup", { name }));
const field = (name: string) => screen.getByLabelText(name);
/** As the browser does it once a day or an hour is whole. */
const setTime = (name: string, value: string) => {
  fireEvent.change(field(name), { target: { value: value.slice(0, 10) } });
  if (value !== "") fireEvent.change(field(`${name}, jam`), { target: { value: value.slice(11) } });
};
/** J8: within 2 s of the last key. */
const inTime = <T,>(look: () => T) => vi.waitFor(look, { timeout: 2_000, interval: 20 });

describe("an action, by the controls of the page, as the journal gets it", () => {
  it("forwards", async () => {
    const { user, begin, done, saved } = await sitDown(office);
    await begin("Teruskan");
    await user.selectOptions(field("Kepada"), "o3");
    await user.type(field("Pesan pengantar"), "Mohon dipelajari.");
    await done();
    await saved();
    expect(await office.standing()).toEqual([{ documentId: "d1", type: "forward", to: "o3", text: "Mohon dipelajari." }]);
  });

  it("decides, changes it, and takes it back", async () => {
    const { user, begin, done, panel, saved } = await sitDown(office);
    await begin("Putuskan");
    await user.type(field("Keputusan dan alasannya"), "Ditunda.");
    await done();
    await saved();
    const [first] = office.actions;
    expect(first).toMatchObject({ documentId: "d1", type: "decide", text: "Ditunda." });
    await user.click(panel().getByRole("button", { name: "Ubah" }));
    await user.type(field("Keputusan dan alasannya"), " Saya kabari.");
    await done();
    await saved();
    expect(office.actions.at(-1)).toEqual({ ...first, text: "Ditunda. Saya kabari." });
    await user.click(panel().getByRole("button", { name: "Batalkan tindakan" }));
    await saved();
    expect(office.actions.at(-1)).toEqual({ actionId: first?.actionId, documentId: "d1", type: "withdraw" });
    expect(await office.standing()).toEqual([]);
  });

  it("schedules over what the calendar holds, and says so before and after", async () => {
    const { user, begin, done, saved } = await sitDown(office);
    await begin("Jadwalkan");
    await user.type(field("Kegiatan"), "Temu warga");
    expect(screen.queryByText("Rapat Komisi E", { exact: false })).toBeNull();
    setTime("Mulai", "2026-11-09T14:00");
    expect(screen.getByText("Bentrok dengan 1 agenda lain:")).toBeVisible();
    expect(screen.getByText("Rapat Komisi E (9 Nov, 13.00 – 15.00) · tidak dapat digeser")).toBeVisible();
    await done();
    await saved();
    expect(await office.standing()).toEqual([{ documentId: "d1", type: "schedule", title: "Temu warga", start: "2026-11-09T14:00", end: "2026-11-09T15:00", place: null }]);
    await user.click(screen.getByRole("button", { name: "Kalender" }));
    expect(screen.getByText("Bentrok: Rapat Komisi E")).toBeVisible();
  });

  it("files without an action, once", async () => {
    const { begin, panel, saved } = await sitDown(office);
    await begin("Arsipkan tanpa tindakan");
    await saved();
    expect(await office.standing()).toEqual([{ documentId: "d1", type: "file", reason: null }]);
    expect(panel().getByRole("button", { name: "Arsipkan tanpa tindakan" })).toBeDisabled();
    expect(screen.getByText("1 dari 2 dokumen ditindaklanjuti")).toBeVisible();
  });

  it("grades urgency and importance, one action however often they change", async () => {
    const { user, saved } = await sitDown(office);
    await user.click(axis("Urgensi").getByRole("radio", { name: "tinggi" }));
    await user.click(axis("Kepentingan").getByRole("radio", { name: "sedang" }));
    await user.click(axis("Urgensi").getByRole("radio", { name: "rendah" }));
    await saved();
    expect(await office.standing()).toEqual([{ documentId: "d1", type: "prioritise", urgency: "low", importance: "medium" }]);
    expect(new Set(office.actions.map(({ actionId }) => actionId)).size).toBe(1);
    expect(screen.getByText("Urgensi rendah · kepentingan sedang")).toBeVisible();
  });
});

describe("[J8] what is entered by half", () => {
  it("is journalled where one of two grades is chosen, is there again after another document and a new page, and does not count as done", async () => {
    const first = await sitDown(office);
    await first.user.click(axis("Urgensi").getByRole("radio", { name: "tinggi" }));
    await first.saved();
    expect(await office.standing()).toEqual([{ documentId: "d1", type: "prioritise", urgency: "high", importance: null }]);
    expect(screen.getByText("Pilih juga kepentingannya.")).toBeVisible();
    expect(screen.getByText("0 dari 2 dokumen ditindaklanjuti")).toBeVisible();
    await first.open("Perihal d2");
    expect(axis("Urgensi").getByRole("radio", { name: "tinggi" })).not.toBeChecked();
    await first.open("Perihal d1");
    expect(axis("Urgensi").getByRole("radio", { name: "tinggi" })).toBeChecked();
    first.leave();

    const second = await sitDown(office);
    expect(axis("Urgensi").getByRole("radio", { name: "tinggi" })).toBeChecked();
    await second.user.click(axis("Kepentingan").getByRole("radio", { name: "rendah" }));
    await second.saved();
    expect(await office.standing()).toEqual([{ documentId: "d1", type: "prioritise", urgency: "high", importance: "low" }]);
  });

  it.each([
    ["a due date without an instruction", "Delegasikan", "Batas waktu", "2026-11-10", { type: "delegate", due: "2026-11-10T16:00", instruction: "", to: "" }],
    ["a time without an event", "Jadwalkan", "Mulai", "2026-11-10", { type: "schedule", title: "", start: "2026-11-10T09:00", end: "2026-11-10T10:00" }],
    ["a place without an event", "Jadwalkan", "Tempat", "Aula", { type: "schedule", title: "", place: "Aula" }],
    ["a reply to somebody else", "Balas", "Kepada", "o3", { type: "reply", to: "o3", text: "" }],
    ["a postponement without a reason", "Tunda", "Ditunda sampai", "2026-11-12", { type: "postpone", until: "2026-11-12T08:00", reason: "" }],
  ])("%s is on its way at once, and there again after another document", async (_name, type, name, value, expected) => {
    const { user, begin, open, panel, bar } = await sitDown(office);
    await begin(type);
    fireEvent.change(field(name), { target: { value } });
    expect(bar()).not.toBe("saved");
    await inTime(() => expect(office.actions.at(-1)).toMatchObject({ documentId: "d1", ...expected }));
    await open("Perihal d2");
    await open("Perihal d1");
    expect(panel().getByText("belum lengkap")).toBeVisible();
    await user.click(panel().getByRole("button", { name: "Ubah" }));
    expect(field(name)).toHaveValue(value);
  });

  it("a document opened within the second takes nothing away", async () => {
    const { begin, open, saved } = await sitDown(office);
    await begin("Delegasikan");
    setTime("Batas waktu", "2026-11-10T12:00");
    await open("Perihal d2");
    await saved();
    expect(await office.standing()).toEqual([expect.objectContaining({ documentId: "d1", type: "delegate", due: "2026-11-10T12:00" })]);
  });

  it("is said to be unsaved while nobody answers", async () => {
    const { begin, bar, saved } = await sitDown(office);
    await begin("Arsipkan tanpa tindakan");
    await saved();
    office.held = true;
    await begin("Jadwalkan");
    fireEvent.change(field("Tempat"), { target: { value: "Aula" } });
    expect(bar()).toBe("saving");
    await vi.waitFor(() => expect(bar()).toBe("unsaved"), 8_000);
  });

  it("is withdrawn where it is emptied again, though another document is opened instead of ending the form", async () => {
    const { user, begin, open, panel, saved } = await sitDown(office);
    await begin("Delegasikan");
    setTime("Batas waktu", "2026-11-10T12:00");
    await user.selectOptions(field("Kepada"), "o3");
    await saved();
    expect(await office.standing()).toHaveLength(1);
    setTime("Batas waktu", "");
    await user.selectOptions(field("Kepada"), "");
    await open("Perihal d2");
    await saved();
    expect(office.actions.at(-1)).toMatchObject({ type: "withdraw" });
    expect(await office.standing()).toEqual([]);
    await open("Perihal d1");
    expect(panel().getByText("Belum ada. Pilih salah satu tindakan di atas.")).toBeVisible();
  });

  it("is nothing where a form was only opened", async () => {
    const { user, begin, done, open, panel } = await sitDown(office);
    await begin("Balas");
    await done();
    await begin("Jadwalkan");
    await user.click(panel().getByRole("button", { name: "Tidak jadi" }));
    await begin("Tunda");
    await open("Perihal d2");
    expect(office.actions).toEqual([]);
  });

  it("keeps what stands beside a time that is emptied, and shows the time that is kept", async () => {
    const { user, begin, saved } = await sitDown(office);
    await begin("Jadwalkan");
    setTime("Mulai", "");
    expect(field("Mulai")).toHaveValue("");
    await user.type(field("Kegiatan"), "Temu warga");
    fireEvent.blur(field("Mulai"));
    await saved();
    expect(await office.standing()).toEqual([expect.objectContaining({ title: "Temu warga", start: "2026-11-09T09:00" })]);
    expect(field("Mulai")).toHaveValue("2026-11-09");
    expect(field("Mulai, jam")).toHaveValue("09:00");
  });

  it("keeps a day without an hour, with one that is shown, though another document is opened", async () => {
    const { user, begin, open, panel, saved } = await sitDown(office);
    await begin("Delegasikan");
    fireEvent.change(field("Batas waktu"), { target: { value: "2026-11-12" } });
    expect(field("Batas waktu, jam")).toHaveValue("16:00");
    await open("Perihal d2");
    await saved();
    expect(await office.standing()).toEqual([expect.objectContaining({ documentId: "d1", type: "delegate", due: "2026-11-12T16:00" })]);
    await begin("Tunda");
    fireEvent.change(field("Ditunda sampai, jam"), { target: { value: "10:30" } });
    expect(field("Ditunda sampai")).toHaveValue("2026-11-09");
    await open("Perihal d1");
    await user.click(panel().getByRole("button", { name: "Ubah" }));
    expect(field("Batas waktu")).toHaveValue("2026-11-12");
    fireEvent.change(field("Batas waktu, jam"), { target: { value: "" } });
    expect(field("Batas waktu, jam")).toHaveValue("");
    fireEvent.blur(field("Batas waktu, jam"));
    expect(field("Batas waktu, jam")).toHaveValue("16:00");
    await saved();
    expect(await office.standing()).toEqual([expect.objectContaining({ due: "2026-11-12T16:00" }), expect.objectContaining({ type: "postpone", until: "2026-11-09T10:30" })]);
  });

  it("is sent as what it is where a schedule has lost its title but not its time", async () => {
    const { user, begin, done, panel, saved } = await sitDown(office);
    await begin("Jadwalkan");
    await user.type(field("Kegiatan"), "Temu warga");
    await done();
    await saved();
    await user.click(panel().getByRole("button", { name: "Ubah" }));
    await user.clear(field("Kegiatan"));
    setTime("Mulai", "2026-11-10T10:00");
    await done();
    await saved();
    expect(await office.standing()).toEqual([expect.objectContaining({ type: "schedule", title: "", start: "2026-11-10T10:00" })]);
    expect(panel().getByText("belum lengkap")).toBeVisible();
  });

  it("is what a narrow window goes on showing, until another document is opened", async () => {
    const { begin, open } = await sitDown(office);
    const view = () => screen.getByRole("region", { name: "Tindak lanjut" }).parentElement?.dataset["view"];
    expect(view()).toBe("read");
    await begin("Balas");
    expect(view()).toBe("act");
    await open("Perihal d2");
    expect(view()).toBe("read");
  });

  it("is not shown any more in a form that was left open, where it was taken back in the list of all", async () => {
    const { user, begin, panel, saved } = await sitDown(office);
    await begin("Balas");
    await user.type(field("Isi balasan"), "Baik.");
    // Emptied and written anew it is the same action still.
    await user.clear(field("Isi balasan"));
    await saved();
    await user.type(field("Isi balasan"), "Terima kasih.");
    await saved();
    await user.click(screen.getByRole("button", { name: /^Tindakan saya/ }));
    await user.click(within(screen.getByRole("region", { name: "Tindakan saya" })).getByRole("button", { name: "Batalkan tindakan" }));
    await saved();
    expect(await office.standing()).toEqual([]);
    await user.click(screen.getByRole("button", { name: /^Kotak masuk/ }));
    expect(screen.queryByLabelText("Isi balasan")).toBeNull();
    expect(panel().getByText("Belum ada. Pilih salah satu tindakan di atas.")).toBeVisible();
  });

  it("says that a day that is not whole is not saved", async () => {
    const { begin } = await sitDown(office);
    await begin("Delegasikan");
    const due = field("Batas waktu");
    Object.defineProperty(due, "validity", { value: { badInput: true } });
    fireEvent.blur(due);
    expect(screen.getByText("Lengkapi tanggal atau jamnya. Yang belum lengkap tidak tersimpan.")).toBeVisible();
  });

  it("a task that is being written is saved before it is added, and is on the list when one comes back", async () => {
    const { user, saved } = await sitDown(office);
    await user.click(screen.getByRole("button", { name: /^Rencana dan memo/ }));
    await user.type(field("Tugas baru"), "Telepon Camat");
    await saved();
    expect(await office.standing()).toEqual([{ documentId: null, type: "todo", text: "Telepon Camat", done: false }]);
    expect(screen.getByText("Belum ada tugas.", { exact: false })).toBeVisible();
    await user.click(screen.getByRole("button", { name: "Kalender" }));
    await user.click(screen.getByRole("button", { name: /^Rencana dan memo/ }));
    expect(field("Tugas")).toHaveValue("Telepon Camat");
    await user.type(field("Tugas baru"), "Surat{Enter}");
    await saved();
    expect((await office.standing()).map((one) => (one as { text: string }).text)).toEqual(["Telepon Camat", "Surat"]);
  });
});

it("documents that came while the page had no line stand in the order of their arrival, each with its own time", async () => {
  const { reconnect } = await sitDown(office);
  const rows = () => within(screen.getByRole("region", { name: "Kotak masuk" })).getAllByRole("listitem").map((row) => `${/d\d/.exec(row.textContent)?.[0]} ${/Masuk \d\d\.\d\d/.exec(row.textContent)?.[0] ?? "–"}`);
  expect(rows()).toEqual(["d1 –", "d2 –"]);
  office.pass(2_200);
  await reconnect();
  await office.deliver();
  await vi.waitFor(() => expect(rows()).toHaveLength(6));
  expect(rows()).toEqual(["d6 Masuk 09.35", "d5 Masuk 09.27", "d4 Masuk 09.17", "d3 Masuk 09.08", "d1 –", "d2 –"]);
  expect(screen.getByText(/^4 dokumen baru/)).toBeVisible();
});
