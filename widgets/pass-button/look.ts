/**
 * System colours follow the page's own light or dark `color-scheme`. The button has its size and place before its
 * script comes, so that nothing shifts, if the page says so too:
 *
 *     samovar-pass { display: inline-block; vertical-align: top; inline-size: 10rem; block-size: 2.75rem }
 */
export const look = `
:host{display:inline-block;vertical-align:top;inline-size:10rem;block-size:2.75rem;font:1rem/1.3 var(--samovar-font,system-ui,sans-serif)}
:host([hidden]),[hidden]{display:none!important}
:host([theme=light]){color-scheme:light}
:host([theme=dark]){color-scheme:dark}
*{box-sizing:border-box;font:inherit}
button,a,input{display:block;inline-size:100%;min-block-size:2.75rem;padding:.6rem .9rem;border:1px solid #8888;border-radius:var(--samovar-radius,.6rem);background:none;color:inherit;text-align:start;text-decoration:none;cursor:pointer}
:is(button,a):hover{background:#8883}
:focus-visible{outline:3px solid var(--samovar-accent,Highlight);outline-offset:2px}
[part=button]{block-size:100%;text-align:center;font-weight:600;background:var(--samovar-button,ButtonFace);color:var(--samovar-button-text,ButtonText)}
dialog{inline-size:26rem;max-inline-size:calc(100vw - 1.5rem);max-block-size:calc(100dvh - 1.5rem);padding:1.25rem;border:1px solid #8888;border-radius:var(--samovar-radius,.9rem);background:var(--samovar-background,Canvas);color:var(--samovar-text,CanvasText)}
dialog::backdrop{background:#0008}
h2{margin:0 3rem 1rem 0;font-size:1.25rem;font-weight:700}
[part=close]{position:absolute;inset-block-start:.9rem;inset-inline-end:.9rem;inline-size:2.75rem;padding:0;text-align:center}
ul{display:grid;grid-template-columns:repeat(auto-fill,minmax(9.5rem,1fr));gap:.5rem;margin:0;padding:0;list-style:none}
form{display:grid;gap:.4rem;margin-block-start:.75rem}
svg{display:block;inline-size:100%;max-inline-size:16rem;margin:.75rem auto 0;background:#fff}
[role=status]{overflow-wrap:anywhere;margin:.75rem 0 0}
[role=status]:empty{margin:0}
`;
