import { Radio, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { type CardLayout, layouts } from "./card-draft.ts";
import classes from "./cards.module.css";

interface LayoutPickerProps {
  readonly value: CardLayout;
  readonly onChange: (layout: CardLayout) => void;
}

/** The layouts, each with a sketch of where words and picture stand. */
export function LayoutPicker({ value, onChange }: LayoutPickerProps) {
  const { t } = useTranslation();
  return (
    <Radio.Group
      label={t("cards.layout.label")}
      value={value}
      onChange={(chosen) => onChange(layouts.find((layout) => layout === chosen) ?? value)}
    >
      <div className={classes.layouts}>
        {layouts.map((layout) => (
          <Radio.Card key={layout} value={layout} className={classes.layout}>
            <Sketch layout={layout} />
            <span>
              <Text component="span" size="sm" fw={600} display="block">
                {t(`cards.layout.${layout}.name`)}
              </Text>
              <Text component="span" size="xs" c="dimmed" display="block">
                {t(`cards.layout.${layout}.hint`)}
              </Text>
            </span>
          </Radio.Card>
        ))}
      </div>
    </Radio.Group>
  );
}

/** Words as bars, a picture as a tinted area. */
const sketches: Readonly<Record<CardLayout, string>> = {
  "title-left": "M0 0h3v34H0zM8 12h40v4H8zM8 19h30v4H8zM8 5h14v2H8z",
  "photo-background": "M5 18h42v4H5zM5 25h30v4H5z",
  "photo-side": "M5 11h26v4H5zM5 18h20v4H5zM5 5h10v2H5z",
  quote: "M28 5h3v5h-3zM33 5h3v5h-3zM14 14h36v4H14zM20 21h24v4H20zM26 29h12v2H26z",
  plain: "M18 12h28v4H18zM22 19h20v4H22zM26 5h12v2H26zM27 29h10v2H27z",
};
const photographs: Readonly<Partial<Record<CardLayout, string>>> = {
  "photo-background": "M0 0h64v34H0z",
  "photo-side": "M40 0h24v34H40z",
};

function Sketch({ layout }: { readonly layout: CardLayout }) {
  return (
    <svg className={classes.sketch} viewBox="0 0 64 34" aria-hidden>
      {photographs[layout] !== undefined && <path className={classes.sketchPhoto} d={photographs[layout]} />}
      <path d={sketches[layout]} fill="currentColor" />
    </svg>
  );
}
