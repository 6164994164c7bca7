import { createTheme, type MantineColorsTuple } from "@mantine/core";

/** Polished copper: the one accent. Shade 7 carries white text at 6:1. */
const copper: MantineColorsTuple = [
  "#fbf4ef",
  "#f5e4d9",
  "#ebc9b4",
  "#e0ab8b",
  "#d88f66",
  "#c8764a",
  "#b25e30",
  "#9a4e24",
  "#7f401e",
  "#5e3018",
];

/** Greys with a little warmth; shade 6 is the dimmed text and passes AA on every light ground. */
const gray: MantineColorsTuple = [
  "#faf8f6",
  "#f4f1ed",
  "#eae5df",
  "#ddd6ce",
  "#c7beb5",
  "#978c81",
  "#6b625a",
  "#524a43",
  "#39332e",
  "#231f1b",
];

/** A brick red that sits beside copper; shade 6 passes AA as text on white. */
const red: MantineColorsTuple = [
  "#fdf0ee",
  "#fadcd7",
  "#f3b9b0",
  "#ee9c91",
  "#e67f72",
  "#d5574a",
  "#b93a2d",
  "#a53227",
  "#8c2a21",
  "#6d1f18",
];

const dark: MantineColorsTuple = [
  "#ece7e2",
  "#d2cbc4",
  "#b0a79e",
  "#8f867d",
  "#4b443e",
  "#3a3530",
  "#2d2925",
  "#201d1a",
  "#191715",
  "#12100f",
];

const fontFamily =
  'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Helvetica Neue", Arial, "Apple Color Emoji", "Segoe UI Emoji", sans-serif';

export const theme = createTheme({
  colors: { copper, gray, dark, red },
  primaryColor: "copper",
  primaryShade: { light: 7, dark: 6 },
  black: "#231f1b",
  fontFamily,
  fontFamilyMonospace: 'ui-monospace, "SF Mono", "Cascadia Mono", Menlo, Consolas, monospace',
  defaultRadius: "md",
  cursorType: "pointer",
  respectReducedMotion: true,
  headings: {
    fontFamily,
    fontWeight: "620",
    sizes: {
      h1: { fontSize: "1.75rem", lineHeight: "1.2" },
      h2: { fontSize: "1.1875rem", lineHeight: "1.35" },
      h3: { fontSize: "1rem", lineHeight: "1.4" },
    },
  },
  components: {
    InputWrapper: { defaultProps: { withAsterisk: false } },
    Anchor: { defaultProps: { underline: "always" } },
    // A colour of its own would be too pale on the light ground of warnings.
    Alert: { styles: { title: { color: "var(--mantine-color-text)" } } },
    // On a telephone the choices go on to a second line rather than out of sight.
    SegmentedControl: { styles: { root: { flexWrap: "wrap" } } },
    Modal: {
      styles: { title: { fontSize: "1.125rem", fontWeight: 620 } },
      defaultProps: { radius: "lg", padding: "lg", overlayProps: { backgroundOpacity: 0.4, blur: 2 } },
    },
    Menu: { defaultProps: { withInitialFocusPlaceholder: false, withinPortal: false } },
    Badge: { defaultProps: { radius: "sm", tt: "none", fw: 560 } },
    Tooltip: { defaultProps: { openDelay: 350, withArrow: true } },
    Table: { defaultProps: { verticalSpacing: "sm", horizontalSpacing: "md" } },
  },
});
