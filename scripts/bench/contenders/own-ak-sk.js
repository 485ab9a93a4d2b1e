/** @import { Start } from "../contenders.js" */

import { akSk, createDewTagsClient } from "../../../dist/src/index.node.js";

/** @type {Start} */
export const start = ({ baseUrl, operationId, pathParams, body, accessKey, secretKey }) => {
  const client = createDewTagsClient({ baseUrl, auth: akSk({ accessKey, secretKey }) });
  return async () => {
    const { response } = await client[operationId]({ params: { path: pathParams }, body });
    return response.status;
  };
};
