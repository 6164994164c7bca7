import { cardHeight } from "../press.ts";
import { mix, quietOn, readableOn } from "../colours.ts";
import { area, brandOf, bylineOf, column, type Layout, logoOf, type Parts, row, startOf } from "./layout.ts";

const sideWidth = 452;

/** Words on one half, the page's picture on the other: for shops and for pictures that should be seen whole. */
export const photoSide: Layout = {
  pictureSize: { width: sideWidth, height: cardHeight },
  titleBox: () => ({ width: 628, maxHeight: 330, largest: 72, smallest: 38 }),
  titleStyle: (parts) => ({ color: textOn(parts), textAlign: "start" }),
  draw(parts, title) {
    const { direction, template } = parts;
    const { background, accent } = template.colours;
    const color = textOn(parts);
    return row(direction, { width: "100%", height: "100%", backgroundColor: background }, [
      column(
        {
          width: 1200 - sideWidth - 10,
          height: 630,
          padding: "58px 54px",
          justifyContent: "space-between",
          alignItems: startOf(direction),
        },
        [
          brandOf({ ...parts, logo: parts.picture ? parts.logo : undefined }, color, 28) ??
            area({ height: 8 }),
          title,
          bylineOf(parts, { fontSize: 26, color: quietOn(background, color), maxWidth: 628 }) ??
            area({ height: 8 }),
        ],
      ),
      area({ width: 10, height: 630, backgroundColor: accent, flexShrink: 0 }),
      side(parts),
    ]);
  },
};

/** Without a picture, the logo has the place. */
function side({ picture, logo, template: { colours } }: Parts) {
  if (picture) {
    return {
      type: "image" as const,
      src: picture.src,
      style: { width: sideWidth, height: 630, objectFit: "cover", flexShrink: 0 } as const,
    };
  }
  const far = mix(colours.background, colours.accent, 0.3);
  return column(
    {
      width: sideWidth,
      height: 630,
      flexShrink: 0,
      alignItems: "center",
      justifyContent: "center",
      backgroundImage: `linear-gradient(160deg, ${mix(colours.background, colours.accent, 0.1)}, ${far})`,
    },
    [
      logo
        ? logoOf(logo, { width: 280, height: 240 })
        : area({ width: 168, height: 168, borderRadius: 84, border: `26px solid ${colours.accent}` }),
    ],
  );
}

const textOn = ({ template: { colours } }: Parts) => readableOn([colours.background], colours.text);
