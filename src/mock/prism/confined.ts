import { readFile, realpath, stat } from "node:fs/promises";
import { dirname, isAbsolute, relative, resolve } from "node:path";

/** The parser's own way from its URLs to paths. */
export interface FileUrls {
  isFileSystemPath(url: string): boolean;
  toFileSystemPath(url: string): string;
}

export interface ConfinedResolver {
  /** For the reference parser, which drops the reason of a failure. */
  readonly file: object;
  /** Why a file was not read, if one was not. */
  readonly failure: () => string | undefined;
}

/**
 * Reads files for the reference parser, but none outside the folder of the document, also by way
 * of a link, none over the network, and none that unfolds beyond measure.
 *
 * @param path The document; undefined for one that is given parsed, which then may refer to
 *   nothing but itself.
 * @param excessOf Says what is too much in a text of YAML; undefined if nothing is.
 */
export async function confinedTo(
  path: string | undefined,
  urls: FileUrls,
  excessOf: (yaml: string) => string | undefined,
): Promise<ConfinedResolver> {
  const folder = path === undefined ? undefined : dirname(await realpath(resolve(path)));
  let failure: string | undefined;
  async function read({ url }: { readonly url: string }): Promise<Buffer> {
    if (folder === undefined) throw new Error(`a parsed document cannot refer to ${url}`);
    if (!urls.isFileSystemPath(url)) throw new Error(`${url} is not a file`);
    const file = await realpath(urls.toFileSystemPath(url));
    const inside = relative(folder, file);
    if (inside.startsWith("..") || isAbsolute(inside)) {
      throw new Error(`${url} is outside ${folder}, the folder of the document`);
    }
    // To read a pipe or a device may take forever.
    if (!(await stat(file)).isFile()) throw new Error(`${url} is not a regular file`);
    const bytes = await readFile(file);
    const excess = excessOf(bytes.toString());
    if (excess !== undefined) throw new Error(`${url}: ${excess}`);
    return bytes;
  }
  return {
    file: {
      order: 1,
      canRead: true,
      read: (file: { readonly url: string }) =>
        read(file).catch((error: Error) => {
          failure ??= error.message;
          throw error;
        }),
    },
    failure: () => failure,
  };
}
