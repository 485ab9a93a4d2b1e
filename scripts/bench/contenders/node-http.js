/** @import { Start } from "../contenders.js" */

import { Agent, request } from "node:http";

/** @type {Start} */
export const start = ({ url, method, headers, body }) => {
  const agent = new Agent({ keepAlive: true });
  return () =>
    new Promise((resolve, reject) => {
      const text = JSON.stringify(body);
      const length = { "Content-Length": Buffer.byteLength(text) };
      request(url, { method, agent, headers: { ...headers, ...length } }, (response) => {
        response.resume().once("end", () => resolve(response.statusCode ?? 0));
      })
        .once("error", reject)
        .end(text);
    });
};
