/**
 * The measure of the socket itself: a bare Socket.IO server with our settings that answers a message with the message. With DURABLE_URL it is the measure
 * of durability, too: it answers when the message is committed, as plain rows, everything that waits in one statement, nothing checked.
 */
import { createServer } from "node:http";
import pg from "pg";
import { Server } from "socket.io";

type Message = { operations: { opId: string }[] };
type Waiting = { message: Message; acknowledge: (answer: Message) => void };

/** One statement at a time; what comes in meanwhile goes with the next. */
class Rows {
  private waiting: Waiting[] = [];
  private isUnderWay = false;
  private readonly client: pg.Client;

  constructor(client: pg.Client) {
    this.client = client;
  }

  take(one: Waiting): void {
    this.waiting.push(one);
    if (this.waiting.length === 1 && !this.isUnderWay) setImmediate(() => void this.write());
  }

  private async write(): Promise<void> {
    if (this.isUnderWay) return;
    this.isUnderWay = true;
    while (this.waiting.length > 0) {
      const rows = this.waiting.splice(0);
      await this.client.query({
        name: "rows",
        text: "insert into bench_insert (id, body) select * from unnest($1::uuid[], $2::text[])",
        values: [rows.map(({ message }) => message.operations[0]?.opId), rows.map(({ message }) => JSON.stringify(message))],
      });
      for (const { message, acknowledge } of rows) acknowledge(message);
    }
    this.isUnderWay = false;
  }
}

const rows = await connected(process.env["DURABLE_URL"]);
const http = createServer();
const server = new Server(http, { transports: ["websocket"], perMessageDeflate: false, serveClient: false });
server.on("connection", (socket) => {
  socket.on("attempt:append", (message: Message, acknowledge: (answer: Message) => void) => (rows ? rows.take({ message, acknowledge }) : acknowledge(message)));
});
http.listen(0, "127.0.0.1", () => {
  const address = http.address();
  process.send?.({ port: typeof address === "object" && address ? address.port : 0 });
});
process.on("disconnect", () => process.exit(0));

async function connected(url: string | undefined): Promise<Rows | undefined> {
  if (url === undefined) return undefined;
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return new Rows(client);
}
