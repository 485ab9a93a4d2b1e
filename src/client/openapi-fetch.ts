// What is used of openapi-fetch, in a module of its own: bundlers load it apart, and drop the rest.
export { createQuerySerializer, default as createClient } from "openapi-fetch";
