/** Whether a URL has a percent sign without two digits, or digits that are not UTF-8. */
export function isMisencoded({ pathname, search }: URL): boolean {
  try {
    decodeURIComponent(pathname + search);
    return false;
  } catch {
    return true;
  }
}

/**
 * Reads the variables of a path template, such as `/v1/{id}`, from a path.
 *
 * @param pathname Still percent-encoded.
 * @returns Values by name, decoded; undefined where the path does not fit.
 */
export function matchTemplate(template: string, pathname: string): Map<string, string> | undefined {
  const wanted = template.split("/");
  const given = pathname.split("/");
  if (wanted.length !== given.length) return undefined;
  const values = new Map<string, string>();
  // Segment by segment, so that an encoded slash stays within its own.
  for (const [index, segment] of wanted.entries()) {
    const match = toRegExp(segment).exec(decodeURIComponent(given[index] as string));
    if (match === null) return undefined;
    for (const [order, [, name]] of [...segment.matchAll(VARIABLES)].entries()) {
      values.set(name as string, match[order + 1] as string);
    }
  }
  return values;
}

function toRegExp(segment: string): RegExp {
  const literals = segment.split(/\{[^}]+\}/);
  const escaped = literals.map((literal) => literal.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&"));
  return new RegExp(`^${escaped.join("(.*)")}$`, "s");
}

const VARIABLES = /\{([^}]+)\}/g;
