// A child process: allows so many requests a second, in any second, and answers 429 to the others.
// It sends its URL, and on each message what it has seen.

import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

const allowed = Number(process.argv[2]);
const accepted: number[] = [];
let throttled = 0;
let connections = 0;
let mostConnections = 0;

const server = createServer((request, response) => {
  request.resume().once("end", () => {
    const now = performance.now();
    if (now - (accepted.at(-allowed) ?? Number.NEGATIVE_INFINITY) < 1000) {
      throttled++;
      response.writeHead(429, { "retry-after": "1" }).end();
    } else {
      accepted.push(now);
      response.writeHead(204).end();
    }
  });
}).on("connection", (socket) => {
  mostConnections = Math.max(mostConnections, ++connections);
  socket.once("close", () => connections--);
});
server.listen(0, "127.0.0.1", () => {
  process.send?.(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
});
process.on("message", () => {
  const span = ((accepted.at(-1) ?? 0) - (accepted[0] ?? 0)) / 1000;
  const usedRate = (accepted.length - 1) / span / allowed;
  process.send?.({ throttled, usedRate, connections: mostConnections });
});
process.once("disconnect", () => process.exit());
