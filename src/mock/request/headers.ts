import type { MockRequest } from "../message.js";

/** Headers as Prism wants them, and the media type of the body. */
export function readHeaders({ headers: given = {}, body = "" }: MockRequest): {
  headers: Record<string, string>;
  mediaType: string | undefined;
} {
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(given)) {
    if (value !== undefined) headers[name.toLowerCase()] = String(value).trim();
  }
  // A service may disregard Accept (RFC 9110, section 12.5.1). Prism answers one that it cannot
  // satisfy with the success response, even where `Prefer` asks for an error.
  delete headers.accept;
  delete headers["content-length"];
  if (body.length > 0) {
    // Prism looks at the media type only where it knows of a length, and takes none for any.
    headers["content-length"] = String(Buffer.byteLength(body));
    headers["content-type"] ??= UNKNOWN_MEDIA_TYPE;
  }
  let mediaType = headers["content-type"]?.split(";")[0]?.trim().toLowerCase();
  if (mediaType !== undefined && !MEDIA_TYPE.test(mediaType)) {
    // One that does not parse makes Prism throw.
    headers["content-type"] = mediaType = UNKNOWN_MEDIA_TYPE;
  }
  return { headers, mediaType };
}

const MEDIA_TYPE = /^[\w!#$%&'*+.^`|~-]+\/[\w!#$%&'*+.^`|~-]+$/;

/** What a body without a media type is taken for (RFC 9110, section 8.3). */
const UNKNOWN_MEDIA_TYPE = "application/octet-stream";
