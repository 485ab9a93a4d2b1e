/** @import { Start } from "../contenders.js" */

import axios from "axios";

/** @type {Start} */
export const start =
  ({ url, method, headers, body }) =>
  async () => {
    const response = await axios.request({ url, method, headers, data: body });
    return response.status;
  };
