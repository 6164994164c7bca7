import { quietOn, readableOn } from "../colours.ts";
import { area, brandOf, bylineOf, column, type Layout, type Parts } from "./layout.ts";

/** How many letters find room in the square that messengers cut out of the middle, at a size that reads there. */
const squareLength = 70;

/** All in the middle: what stands there is also seen where a card is cut to a square. */
export const plain: Layout = {
  titleBox: ({ titleLength }) =>
    titleLength > squareLength
      ? { width: 960, maxHeight: 330, largest: 72, smallest: 44 }
      : { width: 580, maxHeight: 330, largest: 76, smallest: 44 },
  titleStyle: (parts) => ({ color: textOn(parts), textAlign: "center" }),
  draw(parts, title) {
    const { template } = parts;
    const { background, accent } = template.colours;
    const color = textOn(parts);
    return column(
      {
        width: "100%",
        height: "100%",
        backgroundColor: background,
        padding: "54px 60px 44px",
        alignItems: "center",
        justifyContent: "space-between",
      },
      [
        brandOf(parts, color) ?? area({ height: 8 }),
        title,
        column({ alignItems: "center", gap: 20 }, [
          bylineOf(parts, { fontSize: 26, color: quietOn(background, color), maxWidth: 580 }),
          area({ width: 120, height: 8, borderRadius: 4, backgroundColor: accent }),
        ]),
      ],
    );
  },
};

const textOn = ({ template: { colours } }: Parts) => readableOn([colours.background], colours.text);
