/** @import { Start } from "../contenders.js" */

import createClient from "openapi-fetch";

/** @type {Start} */
export const start = ({ baseUrl, method, template, pathParams, headers, body }) => {
  const client = createClient({ baseUrl, headers });
  return async () => {
    const { response } = await client.request(method, template, {
      params: { path: pathParams },
      body,
    });
    return response.status;
  };
};
