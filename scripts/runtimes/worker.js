// For workerd: answers a POST of the setup with the outcomes of the contract.

import { run } from "./contract.js";

export default {
  /** @param {Request} request */
  async fetch(request) {
    const { origin, closed, sample } = await request.json();
    return Response.json(await run(origin, closed, sample));
  },
};
