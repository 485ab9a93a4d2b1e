/** @import { Start } from "../contenders.js" */

// What Node takes to start and to import a module that does nothing.
/** @type {Start} */
export const start = () => async () => 204;
