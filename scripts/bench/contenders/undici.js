/** @import { Start } from "../contenders.js" */

import { Pool } from "undici";

/** @type {Start} */
export const start = ({ url, method, headers, body }) => {
  const { origin, pathname } = new URL(url);
  const pool = new Pool(origin, { connections: 50 });
  return async () => {
    const answer = await pool.request({
      path: pathname,
      method,
      headers,
      body: JSON.stringify(body),
    });
    await answer.body.dump();
    return answer.statusCode;
  };
};
