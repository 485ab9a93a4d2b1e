import { type Figure, numberOf, type Unit } from "./table.js";

/** A number in few digits: `1.12×`, `4.52 kB`, `312`. Units that a heading names are left out. */
function formatValue(value: number, unit: Unit): string {
  if (unit === "×") return `${value.toFixed(2)}×`;
  if (unit !== "B") return inThreeDigits(value);
  if (value < 1e3) return `${value} B`;
  return value < 1e6 ? `${inThreeDigits(value / 1e3)} kB` : `${inThreeDigits(value / 1e6)} MB`;
}

/** A median with half the distance between its quartiles: `1.12× ±0.03`. */
export function formatFigure(figure: Figure, unit: Unit): string {
  const text = formatValue(numberOf(figure), unit);
  if (typeof figure === "number") return text;
  const decimals = unit === "×" ? 2 : decimalsOf(figure.median);
  return `${text} ±${((figure.high - figure.low) / 2).toFixed(decimals)}`;
}

function inThreeDigits(value: number): string {
  return value.toFixed(decimalsOf(value));
}

function decimalsOf(value: number): number {
  return Math.abs(value) < 10 ? 2 : Math.abs(value) < 100 ? 1 : 0;
}
