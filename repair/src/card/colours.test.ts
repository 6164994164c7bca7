import { expect, test } from "vitest";
import { contrastOf, mix, quietOn, readableContrast, readableOn, veilFor } from "./colours.ts";

/** Every 51st shade of each part: 216 colours. */
const colours = [0, 51, 102, 153, 204, 255].flatMap((red) =>
  [0, 51, 102, 153, 204, 255].flatMap((green) =>
    [0, 51, 102, 153, 204, 255].map(
      (blue) => `#${[red, green, blue].map((part) => part.toString(16).padStart(2, "0")).join("")}`,
    ),
  ),
);

test("contrast is that of WCAG", () => {
  expect(contrastOf("#ffffff", "#000000")).toBeCloseTo(21, 5);
  expect(contrastOf("#777777", "#ffffff")).toBeCloseTo(4.48, 2);
});

test("on every ground there is a text that reads, and a quieter one", () => {
  for (const ground of colours) {
    const text = readableOn([ground], null);
    expect(contrastOf(text, ground), ground).toBeGreaterThanOrEqual(readableContrast);
    expect(contrastOf(quietOn(ground, text), ground), ground).toBeGreaterThanOrEqual(readableContrast);
  }
});

test("the wished colour is taken where it reads, and only there", () => {
  expect(readableOn(["#000000"], "#ffcc00")).toBe("#ffcc00");
  expect(readableOn(["#ffffff"], "#ffcc00")).not.toBe("#ffcc00");
});

test("under the veil of any colour white reads on a white picture", () => {
  for (const colour of colours) {
    const veil = veilFor(colour);
    const seen = mix("#ffffff", veil.colour, veil.alpha);
    expect(contrastOf("#ffffff", seen), colour).toBeGreaterThanOrEqual(readableContrast);
  }
});
