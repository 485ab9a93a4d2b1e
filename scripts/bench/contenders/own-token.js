/** @import { Start } from "../contenders.js" */

import { createDewTagsClient, token } from "../../../dist/src/index.node.js";

/** @type {Start} */
export const start = ({ baseUrl, operationId, pathParams, body, token: value }) => {
  const client = createDewTagsClient({ baseUrl, auth: token(value) });
  return async () => {
    const { response } = await client[operationId]({ params: { path: pathParams }, body });
    return response.status;
  };
};
