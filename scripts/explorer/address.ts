/** Where `npm start` listens unless told otherwise. */
export const DEFAULT_PORT = 4010;

/** Where the mock serves the explorer; everything else is the API's. */
export const EXPLORER_PATH = "/docs/";
