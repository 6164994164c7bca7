import { contrastOf, mix, quietOn, readableOn } from "../colours.ts";
import { area, brandOf, bylineOf, column, type Layout, type Parts, textOf } from "./layout.ts";

/** The title as something said, in the middle, and who said it. */
export const quote: Layout = {
  titleBox: ({ titleLength }) =>
    titleLength > 90
      ? { width: 940, maxHeight: 268, largest: 56, smallest: 38 }
      : { width: 820, maxHeight: 268, largest: 64, smallest: 40 },
  titleStyle: (parts) => ({ color: textOn(parts), textAlign: "center" }),
  draw(parts, title) {
    const { direction, template } = parts;
    const { background } = template.colours;
    const color = textOn(parts);
    return column(
      {
        width: "100%",
        height: "100%",
        backgroundColor: background,
        padding: "40px 80px 52px",
        alignItems: "center",
        justifyContent: "space-between",
      },
      [
        textOf([{ text: direction === "rtl" ? "”" : "“" }], direction, {
          fontSize: 200,
          lineHeight: 1,
          height: 112,
          fontWeight: 700,
          color: markOn(parts),
        }),
        title,
        column({ alignItems: "center", gap: 16 }, [
          bylineOf(parts, { fontSize: 28, color: quietOn(background, color), maxWidth: 900 }),
          brandOf(parts, color, 26) ?? area({ height: 4 }),
        ]),
      ],
    );
  },
};

/** The mark is a picture, no text: 3 to 1 is enough (WCAG 1.4.11). */
function markOn({ template: { colours } }: Parts): string {
  return contrastOf(colours.accent, colours.background) >= 3
    ? colours.accent
    : mix(colours.accent, readableOn([colours.background], null), 0.6);
}

const textOn = ({ template: { colours } }: Parts) => readableOn([colours.background], colours.text);
