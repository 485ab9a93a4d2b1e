/** @import { Start } from "../contenders.js" */

/** @type {Start} */
export const start =
  ({ url, method, headers, body }) =>
  async () => {
    const response = await fetch(url, { method, headers, body: JSON.stringify(body) });
    return response.status;
  };
