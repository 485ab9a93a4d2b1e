/** @import { Start } from "../contenders.js" */

import ky from "ky";

/** @type {Start} */
export const start =
  ({ url, method, headers, body }) =>
  async () => {
    const response = await ky(url, { method, headers, json: body });
    return response.status;
  };
