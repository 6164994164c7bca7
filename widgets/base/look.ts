/**
 * What all elements share: the page's own font and colours, unless custom properties or a `theme` say otherwise; so
 * they are light or dark as the page around them is.
 */
export const look = `
:host{display:block;font:var(--samovar-font,inherit);color:var(--samovar-text,inherit)}
:host([hidden]),[hidden]{display:none!important}
:host([theme]){color:var(--samovar-text,CanvasText);background:var(--samovar-background,Canvas)}
:host([theme=light]){color-scheme:light}
:host([theme=dark]){color-scheme:dark}
*{box-sizing:border-box}
p,ul,ol,h2{margin:0;padding:0}
h2{font:inherit;font-weight:700}
ul,ol{list-style:none}
a{color:inherit}
small{font-size:.875em;opacity:.85}
button,input,textarea,select{font:inherit;color:inherit;background:none;border:1px solid #8888;border-radius:var(--samovar-radius,.5rem);padding:.4rem .8rem;min-block-size:2.5rem;max-inline-size:100%}
button{cursor:pointer}
button:hover{background:#8883}
:focus-visible{outline:3px solid var(--samovar-accent,Highlight);outline-offset:2px}
`;
