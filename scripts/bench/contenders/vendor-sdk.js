/** @import { Start } from "../contenders.js" */

// As the clients that the vendor generates use its core: signed with AK/SK.
import { BasicCredentials } from "@huaweicloud/huaweicloud-sdk-core";
import { ClientBuilder } from "@huaweicloud/huaweicloud-sdk-core/ClientBuilder.js";

/** @type {Start} */
export const start = ({ baseUrl, method, template, pathParams, body, accessKey, secretKey }) => {
  const client = new ClientBuilder((created) => created)
    .withCredential(new BasicCredentials({ ak: accessKey, sk: secretKey }))
    .withEndpoint(baseUrl)
    .build();
  return async () => {
    const { httpStatusCode } = await client.sendRequest({
      url: template,
      method,
      contentType: "application/json",
      pathParams,
      queryParams: {},
      headers: {},
      data: body,
    });
    return httpStatusCode;
  };
};
