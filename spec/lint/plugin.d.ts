import type { Plugin } from "@redocly/openapi-core";

export default function dewPlugin(): Plugin;

/** Whether a regex matches whole values only, in each of its alternatives. */
export function isAnchored(pattern: string): boolean;
