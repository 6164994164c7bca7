/** Red, green and blue, each 0 to 255. */
type Rgb = readonly [number, number, number];

/** WCAG 2.2, success criterion 1.4.3. */
export const readableContrast = 4.5;

const white = "#ffffff";
const ink = "#101418";
const black = "#000000";

/** WCAG's contrast ratio of two colours, 1 to 21. */
export function contrastOf(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminanceOf(one), luminanceOf(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

/**
 * The wished colour where it reads on every one of these grounds, else white, ink or black: on a single ground one of
 * white and black always reads, with 4.58 at the least.
 */
export function readableOn(grounds: readonly string[], wished: string | null): string {
  const reads = (colour: string) => grounds.every((ground) => contrastOf(colour, ground) >= readableContrast);
  const choices = wished === null ? [white, ink] : [wished, white, ink];
  return choices.find(reads) ?? black;
}

/** As quiet as it may be: the text's colour, drawn towards the ground as far as it still reads. */
export function quietOn(ground: string, text: string): string {
  for (let part = 0.35; part > 0; part -= 0.05) {
    const quiet = mix(text, ground, part);
    if (contrastOf(quiet, ground) >= readableContrast + 0.5) return quiet;
  }
  return text;
}

/** `part` of the second in the first, 0 to 1. */
export function mix(first: string, second: string, part: number): string {
  const [from, to] = [rgbOf(first), rgbOf(second)];
  return hexOf([
    Math.round(from[0] + (to[0] - from[0]) * part),
    Math.round(from[1] + (to[1] - from[1]) * part),
    Math.round(from[2] + (to[2] - from[2]) * part),
  ]);
}

export function withAlpha(colour: string, alpha: number): string {
  return `rgba(${rgbOf(colour).join(",")},${alpha})`;
}

/** A dark veil in the shade of this colour, under which white reads on any photograph, white ones included. */
export function veilFor(colour: string): { readonly colour: string; readonly alpha: number } {
  const veil = mix(colour, "#000000", 0.72);
  for (let alpha = 0.5; alpha < 1; alpha += 0.02) {
    if (contrastOf(white, mix(white, veil, alpha)) >= readableContrast + 0.3) return { colour: veil, alpha };
  }
  return { colour: "#000000", alpha: 0.6 };
}

/** WCAG's relative luminance. */
function luminanceOf(colour: string): number {
  const [red, green, blue] = rgbOf(colour);
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

const linear = (part: number) =>
  part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4;

function rgbOf(colour: string): Rgb {
  const value = Number.parseInt(colour.slice(1), 16);
  return [value >> 16, (value >> 8) & 0xff, value & 0xff];
}

const hexOf = (rgb: Rgb) => `#${rgb.map((part) => part.toString(16).padStart(2, "0")).join("")}`;
