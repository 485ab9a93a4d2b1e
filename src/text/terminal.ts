import { styleText } from "node:util";

type Format = Parameters<typeof styleText>[0];

const coloured = process.stdout.isTTY && !process.env.NO_COLOR;

/** Colours on a terminal, plain text everywhere else. */
export function style(format: Format, text: string): string {
  return coloured ? styleText(format, text) : text;
}

/** Breaks text into lines of at most `width` columns, at blanks, each led by `indent`. */
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
