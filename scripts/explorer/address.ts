/** Where the mock serves the explorer; everything else is the API's. */
export const EXPLORER_PATH = "/docs/";
