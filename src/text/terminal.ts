import { styleText } from "node:util";

type Format = Parameters<typeof styleText>[0];

/** Formats a text for one stream. */
export type Style = (format: Format, text: string) => string;

/** Colors where the stream is a terminal and `NO_COLOR` is not set, plain text everywhere else. */
export function createStyle(
  stream: { readonly isTTY?: boolean | undefined },
  env: Readonly<Record<string, string | undefined>> = process.env,
): Style {
  const isColored = stream.isTTY === true && !env.NO_COLOR;
  return (format, text) => (isColored ? styleText(format, text) : text);
}

/** For the scripts of this repository, which print to the standard output. */
export const style: Style = createStyle(process.stdout);

/** Breaks a text at spaces into lines of at most `width` columns, each with the indent in front. */
export function wrap(text: string, width: number, indent: string): string {
  return text
    .split("\n")
    .flatMap((line) => {
      const lines = [""];
      for (const word of line.trim().split(/ +/)) {
        const last = lines.at(-1) ?? "";
        const longer = last === "" ? word : `${last} ${word}`;
        if (indent.length + longer.length <= width || last === "") lines[lines.length - 1] = longer;
        else lines.push(word);
      }
      return lines;
    })
    .map((line) => indent + line)
    .join("\n");
}

/** `1 case`, `2 cases`. */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}
